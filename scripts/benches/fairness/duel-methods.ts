import {
  computeAuditedDuelStandings,
  computeDuelStandings,
  computeRawDuelStandings,
  type DuelBallot,
} from '#app/voting/duel-standings.ts'
import { ballotCounts } from '#app/voting/gate.ts'
import { type Judgement, judgeBallots } from '#app/voting/signals/judge-ballots.ts'
import type { DuelElection } from './duel-election.ts'
import { duelOracle } from './duel-oracle.ts'
import { countedEntries, worthsByPlace } from './our-methods.ts'
import type { Worths } from './plain-methods.ts'
import type { CastDuels } from './voter.ts'

export const DUEL_METHODS = {
  'plain win rate': (election: DuelElection) => byPlace(election, computeRawDuelStandings),
  'ours, official': officialByDuels,
  'ours, audited': (election: DuelElection) => auditedByDuels(election),
  oracle: duelOracle,
} satisfies Record<string, (election: DuelElection) => Worths>

export function officialByDuels(election: DuelElection): Worths {
  return byPlace(election, computeDuelStandings)
}

/** Without the ballots that the signals propose for quarantine, as if two people had agreed to each. */
export function auditedByDuels(election: DuelElection, judged = judgeDuels(election)): Worths {
  return byPlace(election, computeAuditedDuelStandings, (at) => !judged[at]?.proposesQuarantine)
}

/** What the signals say of the full ballots, in their order. */
export function judgeDuels(election: DuelElection): Judgement[] {
  const ballots = fullDuelBallots(election).map(({ voter, duels }) => ({
    pseudonym: voter.id,
    facts: voter.facts,
    scores: [],
    duels: duels.map(({ first, second, value, minute }) => ({ first: first.id, second: second.id, value, minute })),
  }))
  return judgeBallots(countedEntries(election), ballots)
}

export function fullDuelBallots({ designs, ballots }: DuelElection): CastDuels[] {
  return ballots.filter(({ duels }) => ballotCounts(duels.length, designs.length))
}

type Count = typeof computeDuelStandings

function byPlace(election: DuelElection, count: Count, believes: (at: number) => boolean = () => true): Worths {
  const ballots = fullDuelBallots(election).filter((_, at) => believes(at))
  return worthsByPlace(election, count(countedEntries(election), ballots.map(counted)))
}

function counted({ duels, handed }: CastDuels): DuelBallot {
  return { handed, duels: duels.map(({ first, second, value }) => ({ first: first.id, second: second.id, value })) }
}
