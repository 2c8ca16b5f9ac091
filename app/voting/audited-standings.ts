import { sumOf, THOUSAND } from './favour.ts'
import { countOf, type PackedBallots, scoresOf } from './packed-ballots.ts'
import {
  type CountedBallot,
  type CountedEntry,
  favourOf,
  packFor,
  placeByFavour,
  type StandingLine,
  tellingBallots,
} from './standings.ts'
import { divide } from './whole-numbers.ts'

/**
 * The audited view: the official count without the ballots in quarantine, each other ballot trusted by how much it agrees. It shows what
 * the vote looks like to somebody who believes no one blindly; it decides nothing, because it mutes unusual taste too.
 *
 * AUDIT_ROUNDS times, beginning with trust THOUSAND for all:
 *   the whole official count, with say(b)·trust(b) ÷ THOUSAND for say(b) (favour.ts)
 *   usual    = Σ stray² ÷ number of scores, over all ballots, strays uncut
 *   ratio(b) = THOUSAND·(TRUST_PULL + n)·usual ÷ (TRUST_PULL·usual + Σ stray²)        THOUSAND where the divisor is 0
 *   trust(b) = (the least of THOUSAND and ratio)³ ÷ THOUSAND²
 * and the official count a last time with that trust.
 */

/** Scores. A short ballot's agreement is mostly luck. */
export const TRUST_PULL = 3
export const AUDIT_ROUNDS = 2

/** @param ballots full ones; those in quarantine are the caller's to leave out */
export function computeAuditedStandings(
  entries: readonly CountedEntry[],
  ballots: readonly CountedBallot[],
): StandingLine[] {
  return countAuditedStandings(entries, packFor(entries, ballots))
}

/** The same for ballots in long arrays, whose entries are places in this list. */
export function countAuditedStandings(entries: readonly CountedEntry[], ballots: PackedBallots): StandingLine[] {
  const telling = tellingBallots(ballots)
  const trust = new Int32Array(countOf(telling)).fill(THOUSAND)
  for (let round = 0; round < AUDIT_ROUNDS; round += 1) {
    const { squares } = favourOf(entries, telling, trust).strays
    const scored = telling.values.length
    const usual = scored === 0 ? 0 : divide(sumOf(squares), scored)
    squares.forEach((square, ballot) => {
      trust[ballot] = trustIn(square, scoresOf(telling, ballot), usual)
    })
  }
  return placeByFavour(entries, favourOf(entries, telling, trust))
}

function trustIn(squares: number, scores: number, usual: number): number {
  const divisor = TRUST_PULL * usual + squares
  if (divisor === 0) return THOUSAND
  const ratio = Math.min(THOUSAND, divide(THOUSAND * (TRUST_PULL + scores) * usual, divisor))
  return divide(ratio ** 3, THOUSAND ** 2)
}
