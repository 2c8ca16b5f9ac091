import type { WallEntry } from '#app/entries/wall-entries.server.ts'
import type { FormRefusal } from '#app/http/respond.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { LETTER_MAX, LETTER_MIN } from '#app/jury/decision.ts'
import { Confirm } from '#app/ui/confirm.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { ErrorSummary } from '#app/ui/form-errors.tsx'
import { Section } from '#app/ui/section.tsx'

type Props = { signer: string; winner: Pick<WallEntry, 'id' | 'title'> | null; refusal: FormRefusal | null }

/** The act by which the contest ends; it names the outcome that was read, so a page grown stale signs nothing else. */
export function SignForm({ signer, winner, refusal }: Props) {
  const typed = refusal?.typed.letter
  return (
    <Section>
      <ErrorSummary errors={refusal?.errors} />
      <Confirm
        label={m.jury_decision_sign()}
        look="plain"
        open={refusal !== null}
        consequence={
          winner ? m.jury_decision_consequence_winner({ title: winner.title }) : m.jury_decision_consequence_none()
        }
        confirmLabel={m.jury_decision_confirm({ name: signer })}
      >
        <input type="hidden" name="seen" value={winner?.id ?? 'no-production'} />
        <TextArea
          name="letter"
          label={m.jury_decision_letter()}
          hint={winner ? m.jury_decision_letter_hint_winner() : m.jury_decision_letter_hint_none({ min: LETTER_MIN })}
          error={refusal?.errors.letter}
          required={winner === null}
          maxLength={LETTER_MAX}
          defaultValue={typeof typed === 'string' ? typed : ''}
        />
      </Confirm>
    </Section>
  )
}
