import { computeAuditedStandings } from '#app/voting/audited-standings.ts'
import { ballotCounts } from '#app/voting/gate.ts'
import { type Judgement, judgeBallots } from '#app/voting/signals/judge-ballots.ts'
import { type CountedBallot, type CountedEntry, computeStandings } from '#app/voting/standings.ts'
import type { Crowd, Election } from './election.ts'
import type { Worths } from './plain-methods.ts'
import type { CastBallot } from './voter.ts'

/** The official count, as the site does it: ballots past the gate, the rule of standings.ts. */
export function official(election: Election): Worths {
  return worthsByPlace(election, computeStandings(countedEntries(election), fullBallots(election).map(countedBallot)))
}

/** The audited view, without the ballots that the signals propose for quarantine, as if two people had agreed to each. */
export function audited(election: Election, judged = judge(election)): Worths {
  const full = fullBallots(election)
  const believed = full.filter((_, at) => !judged[at]?.proposesQuarantine)
  return worthsByPlace(election, computeAuditedStandings(countedEntries(election), believed.map(countedBallot)))
}

/** What the signals say of the full ballots, in their order. */
export function judge(election: Election): Judgement[] {
  const ballots = fullBallots(election).map(({ voter, scores }) => ({
    pseudonym: voter.id,
    facts: voter.facts,
    scores: scores.map(({ design, value, minute }) => ({ entryId: design.id, value, minute })),
  }))
  return judgeBallots(countedEntries(election), ballots)
}

export function fullBallots({ designs, ballots }: Election): CastBallot[] {
  return ballots.filter(({ scores }) => ballotCounts(scores.length, designs.length))
}

export function countedEntries({ designs }: Crowd): CountedEntry[] {
  return designs.map(({ id }) => ({ entryId: id, submittedAt: '', buyMarks: 0 }))
}

function countedBallot({ scores, handed }: CastBallot): CountedBallot {
  return { handed, scores: scores.map(({ design, value }) => ({ entryId: design.id, value })) }
}

export function worthsByPlace({ designs }: Crowd, lines: readonly { entryId: string; place: number }[]): Worths {
  const places = new Map(lines.map((line) => [line.entryId, line.place]))
  return designs.map(({ id }) => -(places.get(id) ?? designs.length))
}
