import type { ContestReport } from '#app/jury/export/check-contest.ts'
import type { Misfit } from '#app/voting/export/misfit.ts'

/** A report in plain sentences, one a line. */
export function reportLines(report: ContestReport): string[] {
  const { header, checked, totals, digest, misfit, kept, decision } = report
  const lines: string[] = []
  if (header) {
    lines.push(
      `Contest ${header.slug} (${header.contestId}), by ${header.method}; voting closed ${header.closedAt}, frozen ${header.frozenAt}.`,
    )
  }
  lines.push(
    `Read: ${checked.entries} entries, ${checked.receipts} receipts, ${checked.heads} published heads, ${checked.events} events, ${checked.standings} lines of standings.`,
  )
  if (misfit) lines.push(`DOES NOT FIT: ${misfitSentence(misfit)}`)
  else {
    if (totals) {
      lines.push(
        `Counted anew: ${totals.ballots} ballots, ${totals.countedBallots} of them count (${totals.staffBallots} of staff and ${totals.excludedBallots} excluded do not; ${totals.quarantinedBallots} in quarantine do, but for the audited view); ${totals.scores} scores.`,
      )
    }
    lines.push(
      'The chain of events is whole from its beginning, every published head lies on it, and there is a receipt for each ballot.',
    )
    lines.push('The official, raw and audited standings are those that the events give.')
    lines.push(`Digest ${digest}: compare it with the one that was published when the votes were counted.`)
    lines.push(...decisionLines(decision))
  }
  if (kept.receipt !== undefined)
    lines.push(kept.receipt ? 'Your receipt is among the receipts.' : 'YOUR RECEIPT IS NOT AMONG THE RECEIPTS.')
  if (kept.head !== undefined)
    lines.push(
      kept.head
        ? 'The head you kept lies on the chain: nothing up to it was changed since.'
        : 'THE HEAD YOU KEPT DOES NOT LIE ON THE CHAIN: this is not the record that it was taken from.',
    )
  if (kept.digest !== undefined)
    lines.push(kept.digest ? 'The digest is the one you kept.' : 'THE DIGEST IS NOT THE ONE YOU KEPT.')
  if (kept.decision !== undefined)
    lines.push(
      kept.decision
        ? 'The decision is the one whose hash you kept.'
        : 'THE DECISION IS NOT THE ONE WHOSE HASH YOU KEPT.',
    )
  return lines
}

function decisionLines(decision: ContestReport['decision']): string[] {
  if (!decision) return ['The file holds no decision: it is from before it was signed.']
  const { signedAt, verdicts, rungs, winnerEntryId, hash } = decision
  const outcome = winnerEntryId ? `${winnerEntryId} wins` : 'no production'
  return [
    `Decided ${signedAt}: ${verdicts} verdicts, ${rungs} rungs, climbed again by the rule of the co-decision: ${outcome}.`,
    `Hash of the decision ${hash}: compare it with the one that was published when it was signed.`,
  ]
}

export function misfitSentence(misfit: Misfit): string {
  const where = misfit.sequence === null ? `line ${misfit.line}` : `event ${misfit.sequence} (line ${misfit.line})`
  return `${where}: ${why(misfit)}`
}

function why(misfit: Misfit): string {
  switch (misfit.what) {
    case 'not-an-export':
      return 'this is not an export of a vote.'
    case 'unknown-version':
      return `this is format ${misfit.found}, which this check does not know.`
    case 'unknown-rules':
      return `it was counted by rules ${misfit.found}, which this check does not know.`
    case 'unreadable':
      return 'the line is not written as the format says.'
    case 'misplaced':
      return 'the line does not belong here: a line is missing before it, it is there twice, or not in order.'
    case 'cut-short':
      return 'the file ends too early.'
    case 'after-the-end':
      return 'something comes after the end.'
    case 'wrong-check':
      return 'the line does not fit its check: it was changed, or a line before it was taken out.'
    case 'wrong-constant':
      return misfit.expected === null
        ? 'this constant does not belong here.'
        : `the rules have ${misfit.expected} for this constant.`
    case 'wrong-sequence':
      return `event ${misfit.found} stands in its place.`
    case 'wrong-hash':
      return 'its hash is not that of the hash before it and what it says.'
    case 'earlier-minute':
      return 'it lies before the event that it follows.'
    case 'unknown-entry':
      return 'it speaks of an entry that is not in the vote.'
    case 'unknown-ballot':
      return 'it speaks of a ballot on which nothing was ever cast.'
    case 'scored-twice':
      return 'it gives a first score where there is one.'
    case 'never-scored':
      return 'it changes a score that was never given.'
    case 'cast-after-the-freeze':
      return 'it was cast after the ballots were frozen.'
    case 'wrong-frozen-head':
      return 'the record has another hash here than when it was frozen.'
    case 'wrong-last-head':
      return 'the record does not end where its header says.'
    case 'wrong-published-head':
      return 'the record has another hash here than the head that was published.'
    case 'wrong-receipts':
      return `there are ${misfit.receipts} receipts for ${misfit.ballots} ballots.`
    case 'wrong-standing':
      return `counted anew it is “${misfit.expected}”.`
    case 'wrong-digest':
      return `the digest of the lines before is ${misfit.expected}.`
    case 'wrong-ladder':
      return `climbed again the ladder has “${misfit.expected}”.`
  }
}
