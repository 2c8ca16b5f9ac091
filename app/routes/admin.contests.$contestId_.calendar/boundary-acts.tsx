import type { ReactNode } from 'react'
import { MOVE_REASON_LENGTH } from '#app/contests/boundary-moves.ts'
import { toLocalTime } from '#app/contests/calendar.ts'
import type { Boundary } from '#app/contests/schedule.ts'
import type { FormRefusal } from '#app/http/respond.server.ts'
import { typedText } from '#app/http/typed.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { Confirm } from '#app/ui/confirm.tsx'
import { CheckboxField, DateTimeField, TextArea } from '#app/ui/field.tsx'
import { Moment } from '#app/ui/moment.tsx'
import { BOUNDARY_WORDS } from '#app/ui/phase-words.ts'
import { Section } from '#app/ui/section.tsx'
import { NOW_WORDS } from './now-words.ts'

type Props = {
  boundary: Boundary
  at: string
  /** Only the next boundary can be brought to this very moment: the ones after it would cross it. */
  isNext: boolean
  zone: string
  entries: number
  refusal: FormRefusal | undefined
}

export function BoundaryActs({ boundary, at, isNext, zone, entries, refusal }: Props) {
  const name = BOUNDARY_WORDS[boundary]()
  const now = NOW_WORDS[boundary]
  const sent = typedText(refusal?.typed, 'boundary') === boundary ? refusal : undefined
  const act = typedText(sent?.typed, 'act')
  return (
    <Section title={name} id={boundary}>
      <p className="mb-4">
        <Moment at={at} zone={zone} />
      </p>
      <div className="space-y-2">
        <Confirm
          label={m.contests_move_later()}
          consequence={m.contests_move_later_consequence()}
          confirmLabel={m.contests_move_later_now()}
          look="plain"
          open={act === 'later'}
        >
          <MoveFields boundary={boundary} at={at} act="later" zone={zone} refusal={act === 'later' ? sent : undefined}>
            {boundary !== 'decision-due' && (
              <CheckboxField
                id={`${boundary}-later-carryOn`}
                name="carryOn"
                label={m.contests_move_carry()}
                defaultChecked={act === 'later' ? sent !== undefined && 'carryOn' in sent.typed : true}
              />
            )}
          </MoveFields>
        </Confirm>
        <Confirm
          label={m.contests_move_forward()}
          consequence={m.contests_move_forward_consequence()}
          confirmLabel={m.contests_move_forward_now()}
          open={act === 'bring-forward'}
        >
          <MoveFields
            boundary={boundary}
            at={at}
            act="bring-forward"
            zone={zone}
            refusal={act === 'bring-forward' ? sent : undefined}
          />
        </Confirm>
        {isNext && now && (
          <Confirm
            label={now.label()}
            consequence={now.consequence({ count: entries })}
            confirmLabel={now.label()}
            open={act === 'now'}
          >
            <MoveFields boundary={boundary} at={at} act="now" zone={zone} refusal={act === 'now' ? sent : undefined} />
          </Confirm>
        )}
      </div>
    </Section>
  )
}

type FieldsProps = {
  boundary: Boundary
  at: string
  act: 'later' | 'bring-forward' | 'now'
  zone: string
  refusal: FormRefusal | undefined
  children?: ReactNode
}

function MoveFields({ boundary, at, act, zone, refusal, children }: FieldsProps) {
  const id = (field: string) => `${boundary}-${act}-${field}`
  return (
    <>
      <input type="hidden" name="boundary" value={boundary} />
      <input type="hidden" name="act" value={act} />
      <input type="hidden" name="seenAt" value={at} />
      {act !== 'now' && (
        <DateTimeField
          id={id('toAt')}
          name="toAt"
          label={m.contests_move_to()}
          zone={zone.replaceAll('_', ' ')}
          defaultValue={typedText(refusal?.typed, 'toAt') ?? toLocalTime(at, zone)}
          error={refusal?.errors.toAt}
          required
        />
      )}
      {children}
      <TextArea
        id={id('reason')}
        name="reason"
        label={m.contests_move_reason()}
        hint={m.contests_reason_hint()}
        rows={2}
        maxLength={MOVE_REASON_LENGTH.most}
        defaultValue={typedText(refusal?.typed, 'reason')}
        error={refusal?.errors.reason}
        required
      />
    </>
  )
}
