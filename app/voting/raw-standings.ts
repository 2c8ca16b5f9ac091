import { UNIT } from './favour.ts'
import type { PackedBallots } from './packed-ballots.ts'
import {
  type CountedBallot,
  type CountedEntry,
  packFor,
  placeLines,
  type StandingLine,
  toPoints,
  Z_80_SQUARED,
} from './standings.ts'
import { divide, wholeRoot } from './whole-numbers.ts'

/**
 * The raw view: the plain mean of the scores on the ballots that count, for whoever wants to see what the count evened out. It decides
 * nothing. Places, tie groups and rounding are those of the official count. For an entry with n scores:
 *
 *   points   = Σ value·UNIT ÷ n; an entry without scores stands at 0
 *   variance = (Σ (value·UNIT − points)²) ÷ (n − 1); of fewer than two scores, that of the whole scale: (2.5·UNIT)²
 *   reach    = √(Z_80_SQUARED·variance ÷ (UNIT·n)); without scores the interval is the whole scale
 *
 * Ballots that give everything the same are in it too: nothing is left out but ballots that are not full.
 */
export function computeRawStandings(
  entries: readonly CountedEntry[],
  ballots: readonly CountedBallot[],
): StandingLine[] {
  return countRawStandings(entries, packFor(entries, ballots))
}

/** The same for ballots in long arrays, whose entries are places in this list. */
export function countRawStandings(entries: readonly CountedEntry[], ballots: PackedBallots): StandingLine[] {
  const given = entries.map(() => new Int32Array(HIGHEST + 1))
  ballots.entries.forEach((entry, at) => {
    const [counts, value] = [given[entry], ballots.values[at] ?? 0]
    if (counts) counts[value] = (counts[value] ?? 0) + 1
  })
  return placeLines(
    entries.map((entry, at) => {
      const { scores, mean, reach } = meanAndReach(given[at] ?? [])
      return { ...entry, scores, points: toPoints(mean), low: toPoints(mean - reach), high: toPoints(mean + reach) }
    }),
  )
}

const HIGHEST = 5
const HALF_THE_SCALE = 2.5 * UNIT

/** @param counts how often each value from 0 on was given */
function meanAndReach(counts: ArrayLike<number>): { scores: number; mean: number; reach: number } {
  const over = (weigh: (value: number) => number) =>
    Array.from(counts).reduce((sum, count, value) => sum + count * weigh(value), 0)
  const scores = over(() => 1)
  if (scores === 0) return { scores, mean: 0, reach: 2 * HALF_THE_SCALE }
  const mean = divide(over((value) => value) * UNIT, scores)
  const squares = over((value) => (value * UNIT - mean) ** 2)
  const variance = scores < 2 ? HALF_THE_SCALE ** 2 : divide(squares, scores - 1)
  return { scores, mean, reach: wholeRoot(divide(Z_80_SQUARED * variance, UNIT * scores)) }
}
