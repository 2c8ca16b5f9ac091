import { ballotCounts } from '#app/voting/ballot.ts'
import { type CountedBallot, type CountedEntry, computeStandings } from '#app/voting/standings.ts'
import type { Election } from './election.ts'
import type { Worths } from './plain-methods.ts'
import type { CastBallot } from './voter.ts'

/** The official count, as the site does it: ballots past the gate, the rule of standings.ts. */
export function official(election: Election): Worths {
  return worthsByPlace(election, computeStandings(countedEntries(election), fullBallots(election).map(countedBallot)))
}

export function fullBallots({ designs, ballots }: Election): CastBallot[] {
  return ballots.filter(({ scores }) => ballotCounts(scores.length, designs.length))
}

function countedEntries({ designs }: Election): CountedEntry[] {
  return designs.map(({ id }) => ({ entryId: id, submittedAt: '', buyMarks: 0 }))
}

function countedBallot({ scores, handed }: CastBallot): CountedBallot {
  return { handed, scores: scores.map(({ design, value }) => ({ entryId: design.id, value })) }
}

function worthsByPlace({ designs }: Election, lines: readonly { entryId: string; place: number }[]): Worths {
  const places = new Map(lines.map((line) => [line.entryId, line.place]))
  return designs.map(({ id }) => -(places.get(id) ?? designs.length))
}
