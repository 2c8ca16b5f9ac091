import { UNIT } from './favour.ts'
import {
  type CountedBallot,
  type CountedEntry,
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
  const given = new Map<string, number[]>(entries.map(({ entryId }) => [entryId, []]))
  for (const { scores } of ballots) {
    for (const { entryId, value } of scores) {
      const values = given.get(entryId)
      if (!values) throw new Error(`a ballot scores ${entryId}, which does not stand in the contest`)
      values.push(value)
    }
  }
  return placeLines(
    entries.map((entry) => {
      const values = given.get(entry.entryId) ?? []
      const { mean, reach } = meanAndReach(values)
      return {
        ...entry,
        scores: values.length,
        points: toPoints(mean),
        low: toPoints(mean - reach),
        high: toPoints(mean + reach),
      }
    }),
  )
}

const HALF_THE_SCALE = 2.5 * UNIT

function meanAndReach(values: readonly number[]): { mean: number; reach: number } {
  if (values.length === 0) return { mean: 0, reach: 2 * HALF_THE_SCALE }
  const sum = values.reduce((total, value) => total + value, 0)
  const mean = divide(sum * UNIT, values.length)
  const squares = values.reduce((total, value) => total + (value * UNIT - mean) ** 2, 0)
  const variance = values.length < 2 ? HALF_THE_SCALE ** 2 : divide(squares, values.length - 1)
  return { mean, reach: wholeRoot(divide(Z_80_SQUARED * variance, UNIT * values.length)) }
}
