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
 * Who of two compares the panel's order with their own has the other's: from three on the others are mixed. A panel that has not so many
 * for these finalists is told so before it begins.
 */
const MIXED = 3

/**
 * How many jurors must have said enough for a panel's order where not all have, when the jury's time is up or the decision is signed: as
 * many as an approval needs, and three at least. Fewer only where fewer may judge: like a quorum it shrinks by recusals, and not when a
 * seat is left, or whoever stays could read who answered how.
 *
 * @param able seats, empty ones too, that may judge at least two of the finalists
 */
export function jurorsNeeded({ quorum, able }: { quorum: number; able: number }): number {
  return Math.max(1, Math.min(Math.max(MIXED, quorum), able))
}

/** What a juror should know before they begin: whose answers can be read in the panel's order; null where nobody's can. */
export type Exposed = 'to-the-other' | 'to-everybody'

export function exposedBy(able: number): Exposed | null {
  if (able >= MIXED) return null
  return able === 2 ? 'to-the-other' : 'to-everybody'
}
