import { links } from '#app/http/links.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { Confirm } from '#app/ui/confirm.tsx'
import { type Fact, Facts } from '#app/ui/facts.tsx'
import { Moment } from '#app/ui/moment.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { DeskView } from './desk-view.server.ts'

/** Where the desk stands, what it owes, and what leaving out the ballots in quarantine would change. */
export function DeskState({ view }: { view: DeskView }) {
  const { contest, window, look, counts } = view
  const open = counts.quarantined + counts['exclusion-proposed']
  const facts: (Fact | null)[] = [
    look && { term: m.voting_desk_looked(), detail: <Moment at={look.lookedAt} zone={contest.zone} /> },
    look && { term: m.voting_desk_judged(), detail: look.ballots },
    { term: m.voting_desk_open(), detail: open },
    look?.effect ? { term: m.voting_desk_effect(), detail: <EffectInWords effect={look.effect} /> } : null,
  ]
  return (
    <>
      <Notice tone="sealed">{m.voting_desk_designers()}</Notice>
      {!view.begun && <Notice>{m.voting_desk_not_begun()}</Notice>}
      {window?.state === 'looking' && <Notice>{m.voting_desk_looking()}</Notice>}
      {window?.state === 'open' && (
        <Notice tone="amber" title={m.voting_desk_window_title()}>
          {m.voting_desk_window()} <Moment at={window.until} zone={contest.zone} />
        </Notice>
      )}
      {window?.state === 'over' && <Notice>{m.voting_desk_over()}</Notice>}
      <Facts items={facts} />
      {window?.state === 'open' && view.isAdmin && (
        <div className="mt-6">
          {open > 0 ? (
            <p className="text-quiet text-sm">{m.voting_desk_end_not_yet({ count: open })}</p>
          ) : (
            <Confirm
              label={m.voting_desk_end()}
              consequence={m.voting_desk_end_consequence()}
              confirmLabel={m.voting_desk_end_now()}
              action={links.endDesk(contest.contestId)}
              look="plain"
            />
          )}
        </div>
      )}
    </>
  )
}

function EffectInWords({ effect }: { effect: NonNullable<NonNullable<DeskView['look']>['effect']> }) {
  const { ballots, places, entries, first } = effect
  if (ballots === 0) return m.voting_desk_effect_none()
  return (
    <>
      {m.voting_desk_effect_places({ count: ballots, places, entries })}{' '}
      {first ? m.voting_desk_effect_first() : m.voting_desk_effect_same_first()}
    </>
  )
}
