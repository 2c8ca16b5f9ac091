import { type CountedDuel, computeStrengths, type Strengths, type WeighedDuels } from './bradley-terry.ts'
import { aloneOf, MILLION } from './duel-chances.ts'
import { THOUSAND, UNIT } from './favour.ts'
import { gateFor } from './gate.ts'
import { type CountedEntry, FULL_GATES, placeLines, type StandingLine, toPoints, Z_80_SQUARED } from './standings.ts'
import { divide, wholeRoot } from './whole-numbers.ts'

/**
 * The count of a contest by duels: from full ballots to standings, in the three views. What is known of the designs is in
 * bradley-terry.ts; places, ties, tie-break and rounding are those of scores (standings.ts, placeLines), `scores` being duels.
 *
 * Official. A design's points are five times its chance against a design of the middle, one of worth MILLION, in a duel that somebody wins:
 * 4 points win four duels in five. A ballot of two or more duels that answers "neither" throughout prefers nothing and moves nothing.
 *
 *   points = 5·UNIT·alone ÷ MILLION
 *   slope  = 5·UNIT·(alone·(MILLION − alone) ÷ MILLION) ÷ MILLION
 *   reach  = √(Z_80_SQUARED·slope² ÷ (10·knowledge))                                            80 % of what chance may have moved
 */

export interface DuelBallot {
  duels: readonly CountedDuel[]
  /** How many standing entries the queue handed the voter; unknown counts as two a duel. */
  handed?: number
}

const HIGHEST = 5

/** Throws on a duel of an entry that is not in `entries`: leaving it out is the caller's decision. */
export function computeDuelStandings(entries: readonly CountedEntry[], ballots: readonly DuelBallot[]): StandingLine[] {
  return placeByStrength(entries, strengthsOf(entries, ballots.filter(answersSomething)))
}

/** A ballot of nothing but "neither" does not say which is better. A single one still does, a little. */
export function answersSomething({ duels }: DuelBallot): boolean {
  return duels.length === 1 || duels.some(({ value }) => value !== 2)
}

export function strengthsOf(entries: readonly CountedEntry[], ballots: readonly WeighedDuels[]): Strengths {
  const entryIds = entries.map(({ entryId }) => entryId)
  return computeStrengths(entryIds, ballots, FULL_GATES * gateFor(entries.length))
}

export function placeByStrength(entries: readonly CountedEntry[], strengths: Strengths): StandingLine[] {
  return placeLines(
    entries.map((entry, at) => {
      const alone = aloneOf(strengths.worths[at] ?? MILLION)
      const centre = divide(HIGHEST * UNIT * alone, MILLION)
      const slope = divide(HIGHEST * UNIT * divide(alone * (MILLION - alone), MILLION), MILLION)
      const reach = wholeRoot(divide(Z_80_SQUARED * slope ** 2, 10 * (strengths.knowledge[at] ?? 1)))
      return {
        ...entry,
        scores: strengths.duels[at] ?? 0,
        points: toPoints(centre),
        low: toPoints(centre - reach),
        high: toPoints(centre + reach),
      }
    }),
  )
}

/**
 * The raw view: five times the plain share of duels won, "neither" being half a win, whoever the rivals were. For an entry with n duels:
 *
 *   points   = 5·UNIT·half points ÷ (2·n); an entry without duels stands at 0
 *   variance = (Σ (5·UNIT·half points of a duel ÷ 2 − points)²) ÷ (n − 1); of fewer than two, that of the whole scale: (2.5·UNIT)²
 *   reach    = √(Z_80_SQUARED·variance ÷ (UNIT·n)); without duels the interval is the whole scale
 */
export function computeRawDuelStandings(
  entries: readonly CountedEntry[],
  ballots: readonly DuelBallot[],
): StandingLine[] {
  const taken = new Map<string, number[]>(entries.map(({ entryId }) => [entryId, []]))
  for (const { first, second, value } of ballots.flatMap(({ duels }) => duels)) {
    const [ofFirst, ofSecond] = [taken.get(first), taken.get(second)]
    if (!ofFirst || !ofSecond) throw new Error(`a duel names ${ofFirst ? second : first}, which does not stand`)
    const halfPoints = value === 0 ? 2 : value === 1 ? 0 : 1
    ofFirst.push(halfPoints)
    ofSecond.push(2 - halfPoints)
  }
  return placeLines(
    entries.map((entry) => {
      const halves = taken.get(entry.entryId) ?? []
      const { share, reach } = shareAndReach(halves)
      return {
        ...entry,
        scores: halves.length,
        points: toPoints(share),
        low: toPoints(share - reach),
        high: toPoints(share + reach),
      }
    }),
  )
}

function shareAndReach(halves: readonly number[]): { share: number; reach: number } {
  const duels = halves.length
  if (duels === 0) return { share: 0, reach: HIGHEST * UNIT }
  const won = halves.reduce((sum, half) => sum + half, 0)
  const share = divide(HIGHEST * UNIT * won, 2 * duels)
  const squares = halves.reduce((sum, half) => sum + ((HIGHEST * UNIT * half) / 2 - share) ** 2, 0)
  const variance = duels < 2 ? ((HIGHEST * UNIT) / 2) ** 2 : divide(squares, duels - 1)
  return { share, reach: wholeRoot(divide(Z_80_SQUARED * variance, UNIT * duels)) }
}

/** Duels. A short ballot's agreement is mostly luck. */
export const DUEL_TRUST_PULL = 3
export const DUEL_AUDIT_ROUNDS = 2

/**
 * The audited view: the official count without the ballots in quarantine, each other ballot trusted by how much it agrees, as with scores
 * (audited-standings.ts). DUEL_AUDIT_ROUNDS times, beginning with trust THOUSAND for all:
 *
 *   the whole official count; stray(duel) = (MILLION·half points of the first − (2·first + neither)) ÷ (2·THOUSAND)
 *   usual    = Σ stray² ÷ number of duels, over all ballots
 *   ratio(b) = THOUSAND·(DUEL_TRUST_PULL + d)·usual ÷ (DUEL_TRUST_PULL·usual + Σ stray²)       THOUSAND where the divisor is 0
 *   trust(b) = (the least of THOUSAND and ratio)³ ÷ THOUSAND²
 *
 * and the official count a last time with that trust.
 */
export function computeAuditedDuelStandings(
  entries: readonly CountedEntry[],
  ballots: readonly DuelBallot[],
): StandingLine[] {
  const telling = ballots.filter(answersSomething)
  let trusted = telling.map((ballot) => ({ ...ballot, trust: THOUSAND }))
  for (let round = 0; round < DUEL_AUDIT_ROUNDS; round += 1) {
    const { strays } = strengthsOf(entries, trusted)
    const duels = strays.reduce((sum, stray) => sum + stray.duels, 0)
    const squares = strays.reduce((sum, stray) => sum + stray.squares, 0)
    const usual = duels === 0 ? 0 : divide(squares, duels)
    trusted = telling.map((ballot, at) => ({ ...ballot, trust: trustIn(strays[at], usual) }))
  }
  return placeByStrength(entries, strengthsOf(entries, trusted))
}

function trustIn(strays: { squares: number; duels: number } | undefined, usual: number): number {
  if (!strays) return THOUSAND
  const divisor = DUEL_TRUST_PULL * usual + strays.squares
  if (divisor === 0) return THOUSAND
  const ratio = Math.min(THOUSAND, divide(THOUSAND * (DUEL_TRUST_PULL + strays.duels) * usual, divisor))
  return divide(ratio ** 3, THOUSAND ** 2)
}
