import { THOUSAND } from './favour.ts'
import {
  type CountedBallot,
  type CountedEntry,
  favourOf,
  placeByFavour,
  prefersSomething,
  type StandingLine,
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
  const telling = ballots.filter(({ scores }) => prefersSomething(scores.map(({ value }) => value)))
  let trusted = telling.map((ballot) => ({ ...ballot, trust: THOUSAND }))
  for (let round = 0; round < AUDIT_ROUNDS; round += 1) {
    const { strays } = favourOf(entries, trusted)
    const scored = strays.reduce((sum, { scores }) => sum + scores, 0)
    const usual =
      scored === 0
        ? 0
        : divide(
            strays.reduce((sum, { squares }) => sum + squares, 0),
            scored,
          )
    trusted = telling.map((ballot, at) => ({ ...ballot, trust: trustIn(strays[at], usual) }))
  }
  return placeByFavour(entries, favourOf(entries, trusted))
}

function trustIn(strays: { squares: number; scores: number } | undefined, usual: number): number {
  if (!strays) return THOUSAND
  const divisor = TRUST_PULL * usual + strays.squares
  if (divisor === 0) return THOUSAND
  const ratio = Math.min(THOUSAND, divide(THOUSAND * (TRUST_PULL + strays.scores) * usual, divisor))
  return divide(ratio ** 3, THOUSAND ** 2)
}
