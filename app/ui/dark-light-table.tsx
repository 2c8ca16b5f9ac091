import type { Phase } from '#app/contests/schedule.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { EmptyState } from './empty-state.tsx'
import { Moment } from './moment.tsx'

type Props = { phase: Phase; votingClosesAt: string; zone: string }

/** What a panel finds before the seal opens: until the close, or while the votes are counted. */
export function DarkLightTable({ phase, votingClosesAt, zone }: Props) {
  return (
    <EmptyState icon="seal" title={m.jury_room_sealed_title()}>
      {phase === 'jury' ? (
        m.jury_room_counting()
      ) : (
        <>
          {m.jury_room_sealed_before()} <Moment at={votingClosesAt} zone={zone} />
        </>
      )}
    </EmptyState>
  )
}
