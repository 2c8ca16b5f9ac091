import { chancesOf, MILLION } from '../duel-chances.ts'
import { answersSomething, strengthsOf } from '../duel-standings.ts'
import type { CountedEntry } from '../standings.ts'
import type { JudgedBallot } from './judged-ballot.ts'
import { addTo } from './lists-by-key.ts'
import type { Departures } from './signal.ts'

/** How often an entry is expected to win a duel by what all say together, and how often neither does: shares of 1. */
export type DuelOdds = (first: string, second: string) => { first: number; second: number; neither: number }

/**
 * Points that a duel won against all expectation is above it: a duel's half a win of spread is then about as much as the 1.1 points by
 * which honest scores spread, so that the rules about scores hold for duels too.
 */
export const POINTS_A_WIN = 2.2

/** @param believed the ballots that say what all say: those not in quarantine */
export function findDuelOdds(entries: readonly CountedEntry[], believed: readonly JudgedBallot[]): DuelOdds {
  const telling = believed.map(({ duels = [] }) => ({ duels })).filter(answersSomething)
  const strengths = strengthsOf(entries, telling)
  const numbers = new Map(entries.map(({ entryId }, number) => [entryId, number]))
  return (one, other) => {
    const { first, second, neither } = chancesOf(strengths, numbers.get(one) ?? 0, numbers.get(other) ?? 0)
    return { first: first / MILLION, second: second / MILLION, neither: neither / MILLION }
  }
}

/** How far each ballot puts each of its entries above or below what all say: the mean of its duels, in points of a score. */
export function findDuelDepartures(ballots: readonly JudgedBallot[], odds: DuelOdds): Departures[] {
  return ballots.map(({ duels = [] }) => {
    const excesses = new Map<string, number[]>()
    for (const { first, second, value } of duels) {
      const expected = odds(first, second)
      const excess = (value === 0 ? 1 : value === 1 ? 0 : 0.5) - expected.first - expected.neither / 2
      addTo(excesses, first, excess)
      addTo(excesses, second, -excess)
    }
    return new Map(
      [...excesses].map(([entryId, all]) => [
        entryId,
        (POINTS_A_WIN * all.reduce((sum, one) => sum + one, 0)) / all.length,
      ]),
    )
  })
}
