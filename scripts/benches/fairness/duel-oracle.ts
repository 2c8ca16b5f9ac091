import { DUEL_VALUES } from '#app/voting/record.ts'
import { EVEN, FIRST_HABIT } from './duel-booth.ts'
import type { DuelElection } from './duel-election.ts'
import { LIKING_SPREAD, meanBetween } from './oracle.ts'
import type { Worths } from './plain-methods.ts'
import { QUALITY_SPREAD } from './taste.ts'

const STEPS = 60

/**
 * The limit: knows which answers are honest, how much tastes and moods spread, when people say "neither" and how much they favour what is
 * shown first; all that it does not know is how much each design is worth. The likeliest qualities after Thurstone (1927), by EM steps: of
 * each duel the expected difference of the two likings, then of each design the mean over its duels, drawn to the middle by the prior.
 */
export function duelOracle({ designs, ballots }: DuelElection): Worths {
  const honest = ballots.flatMap(({ duels }) => duels).filter((duel) => duel.honest)
  const spread = LIKING_SPREAD * Math.SQRT2
  const prior = (spread / QUALITY_SPREAD) ** 2
  const met = designs.map(() => 0)
  for (const { first, second } of honest) for (const { index } of [first, second]) met[index] = (met[index] ?? 0) + 1
  const told = honest.map(({ first, second, value }) => {
    const from =
      value === DUEL_VALUES.first ? EVEN - FIRST_HABIT : value === DUEL_VALUES.neither ? -EVEN - FIRST_HABIT : -Infinity
    const to =
      value === DUEL_VALUES.first ? Infinity : value === DUEL_VALUES.neither ? EVEN - FIRST_HABIT : -EVEN - FIRST_HABIT
    return { a: first.index, b: second.index, from, to }
  })
  let worths = designs.map(() => 0)
  for (let step = 0; step < STEPS; step += 1) {
    const sums = designs.map(() => 0)
    for (const { a, b, from, to } of told) {
      const [ofA, ofB] = [worths[a] ?? 0, worths[b] ?? 0]
      const apart = meanBetween(from, to, ofA - ofB, spread)
      sums[a] = (sums[a] ?? 0) + ofB + apart
      sums[b] = (sums[b] ?? 0) + ofA - apart
    }
    worths = sums.map((sum, index) => sum / ((met[index] ?? 0) + prior))
  }
  return worths
}
