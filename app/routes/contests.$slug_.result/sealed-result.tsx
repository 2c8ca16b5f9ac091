import type { Phase } from '#app/contests/schedule.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Facts } from '#app/ui/facts.tsx'
import { Moment } from '#app/ui/moment.tsx'

interface Props {
  phase: Phase
  freeze: { frozenAt: string; digest: string } | null
  zone: string
}

/** Before the decision: what is sealed, until when, and the digest by which the frozen ballots can be held to. */
export function SealedResult({ phase, freeze, zone }: Props) {
  if (phase === 'cancelled')
    return <EmptyState title={m.jury_result_cancelled_title()}>{m.jury_result_cancelled_text()}</EmptyState>
  return (
    <>
      <EmptyState icon="seal" title={m.jury_result_sealed_title()}>
        {phase === 'jury' ? m.jury_result_sealed_jury() : m.jury_result_sealed_voting()}
      </EmptyState>
      {freeze && (
        <Facts
          items={[
            { term: m.jury_result_frozen_at(), detail: <Moment at={freeze.frozenAt} zone={zone} /> },
            { term: m.jury_result_digest(), detail: <Digest digest={freeze.digest} /> },
          ]}
        />
      )}
    </>
  )
}

export function Digest({ digest }: { digest: string }) {
  return (
    <>
      <code className="break-all">{digest}</code>
      <span className="block text-quiet">{m.jury_result_digest_hint()}</span>
    </>
  )
}
