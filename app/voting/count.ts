import type { VotingMethod } from '#app/contests/brief.ts'
import { countAuditedStandings } from './audited-standings.ts'
import { listDuelBallots } from './duel-ballots.ts'
import { computeAuditedDuelStandings, computeDuelStandings, computeRawDuelStandings } from './duel-standings.ts'
import { ballotCounts } from './gate.ts'
import { chooseBallots, type PackedBallots, scoresOf } from './packed-ballots.ts'
import { countRawStandings } from './raw-standings.ts'
import type { Replayed } from './replay.ts'
import { type CountedEntry, countStandings, type StandingLine } from './standings.ts'

/** How many ballots there were and what became of them. */
export interface BallotTotals {
  /** With at least one score on an entry that stands, or answer on two that do. */
  ballots: number
  countedBallots: number
  staffBallots: number
  excludedBallots: number
  /** Counted in the official and the raw view, left out of the audited one. */
  quarantinedBallots: number
  /** Scores, or answers to duels, on the counted ballots. */
  scores: number
}

export interface Counted {
  official: StandingLine[]
  raw: StandingLine[]
  audited: StandingLine[]
  totals: BallotTotals
}

/** The three published views of a vote, from its record. */
export function countVote(vote: Replayed<CountedEntry>, method: VotingMethod): Counted {
  return method === 'duels' ? countDuels(vote) : countScores(vote)
}

function countScores(vote: Replayed<CountedEntry>): Counted {
  const given = Array.from(vote.staff, (_, ballot) => scoresOf(vote.ballots, ballot))
  const counting = countingBallots(vote, given)
  const official = chooseBallots(vote.ballots, (ballot) => counting[ballot] === 1)
  const audited = chooseBallots(vote.ballots, (ballot) => counting[ballot] === 1 && vote.quarantined[ballot] === 0)
  return {
    official: countStandings(vote.entries, official),
    raw: countRawStandings(vote.entries, official),
    audited: countAuditedStandings(vote.entries, audited),
    totals: totalsOf(vote, given, counting),
  }
}

/** The gate asks for as many answers as it would ask for scores. */
function countDuels(vote: Replayed<CountedEntry>): Counted {
  const ballots = listDuelBallots(vote)
  const given = ballots.map(({ duels }) => duels.length)
  const counting = countingBallots(vote, given)
  const official = ballots.filter((_, ballot) => counting[ballot] === 1)
  const audited = ballots.filter((_, ballot) => counting[ballot] === 1 && vote.quarantined[ballot] === 0)
  return {
    official: computeDuelStandings(vote.entries, official),
    raw: computeRawDuelStandings(vote.entries, official),
    audited: computeAuditedDuelStandings(vote.entries, audited),
    totals: totalsOf(vote, given, counting),
  }
}

/** The ballots of the official count: full, of nobody on the staff, not excluded. Those in quarantine are among them. */
export function officialBallots(vote: Replayed<{ entryId: string }>): PackedBallots {
  const given = Array.from(vote.staff, (_, ballot) => scoresOf(vote.ballots, ballot))
  const counting = countingBallots(vote, given)
  return chooseBallots(vote.ballots, (ballot) => counting[ballot] === 1)
}

/** 1 for each ballot that counts. The gate asks for a share of all entries that stand: of whom a ballot is, the record does not say. */
function countingBallots(
  { entries, staff, excluded }: Replayed<{ entryId: string }>,
  given: readonly number[],
): Uint8Array {
  return staff.map((ofStaff, ballot) => {
    const full = ballotCounts(given[ballot] ?? 0, entries.length)
    return full && ofStaff === 0 && excluded[ballot] === 0 ? 1 : 0
  })
}

function totalsOf(
  { staff, excluded, quarantined }: Replayed<{ entryId: string }>,
  given: readonly number[],
  counting: Uint8Array,
): BallotTotals {
  const totals = {
    ...{ ballots: 0, countedBallots: 0, staffBallots: 0 },
    ...{ excludedBallots: 0, quarantinedBallots: 0, scores: 0 },
  }
  for (const [ballot, scores] of given.entries()) {
    if (scores === 0) continue
    totals.ballots += 1
    if (staff[ballot] === 1) totals.staffBallots += 1
    else if (excluded[ballot] === 1) totals.excludedBallots += 1
    if (counting[ballot] !== 1) continue
    totals.countedBallots += 1
    totals.scores += scores
    totals.quarantinedBallots += quarantined[ballot] ?? 0
  }
  return totals
}
