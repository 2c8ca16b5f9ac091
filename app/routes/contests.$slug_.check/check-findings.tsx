import { m } from '#app/i18n/paraglide/messages.js'
import type { ContestReport } from '#app/jury/export/check-contest.ts'
import { Facts } from '#app/ui/facts.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { misfitWords } from './misfit-words.ts'

/** What was found: fits or not, where it first does not, and what becomes of what somebody kept. */
export function CheckFindings({ report, decided }: { report: ContestReport; decided: string | null }) {
  const { misfit, checked, totals, digest, kept, decision } = report
  // A file from before the decision has none to hold against what was signed.
  const sameDecision = decision === null || decided === null || decision.hash === decided
  const fits = misfit === null && Object.values(kept).every(Boolean) && sameDecision
  return (
    <>
      <Notice tone={fits ? 'done' : 'danger'} title={fits ? m.voting_check_fits() : m.voting_check_fits_not()}>
        {misfit && <p>{misfitWords(misfit)}</p>}
        {kept.receipt !== undefined && (
          <p>{kept.receipt ? m.voting_check_receipt_in() : m.voting_check_receipt_missing()}</p>
        )}
        {kept.head !== undefined && <p>{kept.head ? m.voting_check_head_on() : m.voting_check_head_off()}</p>}
        {!fits && <p>{m.voting_check_tell()}</p>}
      </Notice>
      <h3 className="mt-8 mb-3 text-lg">{m.voting_check_found()}</h3>
      <Facts
        items={[
          { term: m.voting_check_found_events(), detail: checked.events },
          { term: m.voting_check_found_heads(), detail: checked.heads },
          { term: m.voting_check_found_receipts(), detail: checked.receipts },
          totals && {
            term: m.voting_check_found_ballots(),
            detail: m.voting_check_found_ballots_value({ ballots: totals.ballots, counted: totals.countedBallots }),
          },
          { term: m.voting_check_found_standings(), detail: checked.standings },
          decision && {
            term: m.voting_check_found_ladder(),
            detail: m.voting_check_found_ladder_value({ verdicts: decision.verdicts, rungs: decision.rungs }),
          },
          digest !== null && {
            term: m.voting_check_found_digest(),
            detail: (
              <Hash hash={digest}>{kept.digest ? m.voting_check_digest_same() : m.voting_check_digest_other()}</Hash>
            ),
          },
          decision && {
            term: m.jury_result_decision_hash(),
            detail: (
              <Hash hash={decision.hash}>
                {sameDecision ? m.voting_check_decision_same() : m.voting_check_decision_other()}
              </Hash>
            ),
          },
        ]}
      />
    </>
  )
}

function Hash({ hash, children }: { hash: string; children: string }) {
  return (
    <>
      <code className="break-all">{hash}</code>
      <span className="block text-quiet">{children}</span>
    </>
  )
}
