import { type CountedDuel, computeStrengths } from '#app/voting/bradley-terry.ts'
import { answersSomething, placeByStrength } from '#app/voting/duel-standings.ts'
import type { CountedEntry, StandingLine } from '#app/voting/standings.ts'

/**
 * The order of the finalists that duels of jurors give: the count of a contest by duels (app/voting/duel-standings.ts) on the finalists
 * alone, with its points, intervals and ties. It is advice for those who write verdicts and sign, and is read beside the crowd's standing;
 * who wins is said by standings and verdicts only (DESIGN.md, "The jury and the co-decision").
 *
 * A juror has the say of enoughFor answers at most: who looks at more pairs, or at the same again with sides swapped, spreads it.
 */
export function orderFinalists(
  finalists: readonly CountedEntry[],
  jurors: readonly (readonly CountedDuel[])[],
): StandingLine[] {
  const ballots = jurors.map((duels) => ({ duels })).filter(answersSomething)
  const ids = finalists.map(({ entryId }) => entryId)
  return placeByStrength(finalists, computeStrengths(ids, ballots, Math.max(1, enoughFor(finalists.length))))
}

/**
 * How many pairs a juror compares until they have said enough: all of them while they are few (five finalists have ten), later two for
 * each finalist, so that each is looked at four times.
 */
export function enoughFor(finalists: number): number {
  return Math.min((finalists * (finalists - 1)) / 2, 2 * finalists)
}

/**
 * How many jurors must have said enough before the panel's order is shown: as many as an approval needs, and two at least, or one could
 * read another's answers in it; never more than sit there.
 */
export function jurorsNeeded({ quorum, seats }: { quorum: number; seats: number }): number {
  return Math.max(1, Math.min(Math.max(2, quorum), seats))
}
