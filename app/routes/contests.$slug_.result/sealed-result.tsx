import type { Phase } from '#app/contests/schedule.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Facts } from '#app/ui/facts.tsx'
import { Moment } from '#app/ui/moment.tsx'
import type { PublicFreeze } from '#app/voting/freezes.server.ts'
import type { CountProgress } from '#app/voting/vote-counter.server.ts'
import { Counting } from './counting.tsx'

interface Props {
  phase: Phase
  freeze: PublicFreeze | null
  progress: CountProgress | null
  zone: string
}

/** Before the decision: what is sealed, until when, and the hashes by which the frozen ballots can be held to. */
export function SealedResult({ phase, freeze, progress, zone }: Props) {
  if (phase === 'cancelled')
    return <EmptyState title={m.jury_result_cancelled_title()}>{m.jury_result_cancelled_text()}</EmptyState>
  return (
    <>
      <EmptyState icon="seal" title={m.jury_result_sealed_title()}>
        {phase === 'jury' ? m.jury_result_sealed_jury() : m.jury_result_sealed_voting()}
      </EmptyState>
      {freeze && !freeze.tally && <Counting progress={progress} />}
      {freeze && <Facts items={[...factsOfFreeze(freeze, zone), ...factsOfTally(freeze, zone)]} />}
    </>
  )
}

export function factsOfFreeze({ frozenAt, head }: Pick<PublicFreeze, 'frozenAt' | 'head'>, zone: string) {
  return [
    { term: m.jury_result_frozen_at(), detail: <Moment at={frozenAt} zone={zone} /> },
    { term: m.jury_result_head(), detail: <Digest digest={head.hash} hint={m.jury_result_head_hint()} /> },
  ]
}

function factsOfTally({ tally }: PublicFreeze, zone: string) {
  if (!tally) return []
  return [
    { term: m.jury_result_counted_at(), detail: <Moment at={tally.countedAt} zone={zone} /> },
    { term: m.jury_result_digest(), detail: <Digest digest={tally.digest} hint={m.jury_result_digest_hint()} /> },
  ]
}

export function Digest({ digest, hint }: { digest: string; hint: string }) {
  return (
    <>
      <code className="break-all">{digest}</code>
      <span className="block text-quiet">{hint}</span>
    </>
  )
}
