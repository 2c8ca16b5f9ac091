import { links } from '#app/http/links.ts'
import type { FormRefusal } from '#app/http/respond.server.ts'
import { typedText } from '#app/http/typed.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { Confirm } from '#app/ui/confirm.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { Section } from '#app/ui/section.tsx'
import { DESK_REASON_LENGTH } from '#app/voting/desk/case.ts'
import type { DeskView } from './desk-view.server.ts'

/** The admin's switch for times of attack. */
export function WorkOrder({ view, refusal }: { view: DeskView; refusal: FormRefusal | undefined }) {
  const { contest, work } = view
  if (!['announced', 'open', 'voting'].includes(contest.phase)) return null
  const wanted = work?.wanted ?? false
  const refused = refusal !== undefined && !('shown' in refusal.typed || 'caseId' in refusal.typed)
  return (
    <Section title={m.voting_desk_work()} lead={m.voting_desk_work_lead()}>
      <p className="mb-3 font-medium text-sm">{wanted ? m.voting_desk_work_is_on() : m.voting_desk_work_is_off()}</p>
      <Confirm
        label={wanted ? m.voting_desk_work_off() : m.voting_desk_work_on()}
        consequence={wanted ? m.voting_desk_work_off_means() : m.voting_desk_work_on_means()}
        confirmLabel={wanted ? m.voting_desk_work_off_now() : m.voting_desk_work_on_now()}
        action={links.orderWork(contest.contestId)}
        look="plain"
        open={refused}
      >
        <input type="hidden" name="wanted" value={wanted ? 'no' : 'yes'} />
        <TextArea
          id="work-reason"
          name="reason"
          label={m.voting_desk_reason()}
          hint={m.voting_desk_reason_hint()}
          rows={3}
          maxLength={DESK_REASON_LENGTH.most}
          defaultValue={refused ? typedText(refusal.typed, 'reason') : undefined}
          error={refused ? refusal.errors.reason : undefined}
          required
        />
      </Confirm>
    </Section>
  )
}
