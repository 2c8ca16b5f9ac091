import { m } from '#app/i18n/paraglide/messages.js'
import { Facts } from '#app/ui/facts.tsx'
import { Section } from '#app/ui/section.tsx'
import { SIGNAL_MEANINGS, SIGNAL_NAMES } from '#app/ui/signal-words.ts'
import type { DeskSummary } from '#app/voting/desk/desk-summaries.server.ts'

/** How many ballots were put aside, released and excluded, by which signals: said also when there were none. */
export function Integrity({ desk }: { desk: DeskSummary }) {
  const { quarantined, released, excluded, signals } = desk
  return (
    <Section
      title={m.voting_integrity_title()}
      lead={quarantined === 0 ? m.voting_integrity_none() : m.voting_integrity_lead()}
    >
      {quarantined > 0 && (
        <Facts
          items={[
            { term: m.voting_integrity_quarantined(), detail: quarantined },
            { term: m.voting_integrity_released(), detail: released },
            { term: m.voting_integrity_excluded(), detail: excluded },
            { term: m.voting_integrity_left(), detail: quarantined - released - excluded },
            ...signals.map(({ name, ballots }) => ({
              term: SIGNAL_NAMES[name](),
              detail: `${m.voting_integrity_ballots({ count: ballots })} ${SIGNAL_MEANINGS[name]()}`,
            })),
          ]}
        />
      )}
    </Section>
  )
}
