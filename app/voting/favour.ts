import { divide, wholeRoot } from './whole-numbers.ts'

/**
 * How much the voters together favour each entry: the arithmetic of the official count and of the audited one. Everything is in whole
 * ten-thousandths of a point (UNIT) and thousandths of a weight or factor (THOUSAND); ÷ is `divide` and √ is `wholeRoot` of
 * whole-numbers.ts. For ballot b with n scores and handed h designs (never fewer than n):
 *
 *   middle      = Σ value·UNIT ÷ number of scores, over all ballots
 *   liking      = value·UNIT − middle
 *   leaning(b)  = Σ liking ÷ (n + LEANING_PULL)
 *   stray(b)    = Σ (liking − leaning)²
 *   usual       = Σ stray ÷ number of scores, over all ballots
 *   stretch(b)  = √(usual·10⁶ ÷ ((stray + SPREAD_PULL·usual) ÷ (n + SPREAD_PULL)))         THOUSAND where the divisor is 0
 *   stretched   = liking·stretch ÷ THOUSAND
 *   say(b)      = the least of THOUSAND and THOUSAND·full ÷ h, times trust(b) ÷ THOUSAND in the audited count
 *
 * Then ROUNDS times, every entry beginning at favour 0:
 *
 *   severity(b) = Σ (stretched − favour of its entry) ÷ (n + LEANING_PULL)
 *   strays      = stretched − severity − favour of its entry
 *   favour      = Σ say·(favour + strays, cut to ±REACH) ÷ (Σ say + THOUSAND·PRIOR_SCORES)
 */

/** Ten-thousandths of a point. */
export const UNIT = 10_000
export const THOUSAND = 1000

/** Scores. Voters' own means differ by some 0.7 points, scores of one voter on like entries by some 1.1: (1.1 / 0.7)² is between 2 and 3. */
export const LEANING_PULL = 3
/** Scores. Few scores say little about how much of the scale a voter uses. */
export const SPREAD_PULL = 5
/** Points. If scores stray by about a point, two honest ones in three lie within so much of what the others say; one bought or spiteful score weighs no more than they. */
export const REACH = 1
/** Scores. Every entry begins in the middle and must be carried away from it by several voters. */
export const PRIOR_SCORES = 3
/** Enough for a favour of several points to be reached, a REACH at most a round. */
export const ROUNDS = 6

export interface WeighedBallot {
  scores: readonly { entryId: string; value: number }[]
  /** How many designs the voter was handed, passed ones too; counts as no fewer than were scored. */
  handed?: number
  /** Thousandths; the official count trusts all alike. */
  trust?: number
}

export interface Favour {
  middle: number
  /** In the order of the entries. */
  favours: number[]
  /** Σ say, in thousandths. */
  says: number[]
  scores: number[]
  /** For each ballot: how far its scores stray in the end, cut and uncut. */
  strays: { squares: number; cutSquares: number; within: number; scores: number }[]
}

interface Voice {
  entries: number[]
  stretched: number[]
  say: number
}

/**
 * @param full how many handed designs a ballot has its whole say for: who is handed more spreads it over them
 * Throws on a score for an entry that is not in `entryIds`: leaving it out is the caller's decision.
 */
export function computeFavour(entryIds: readonly string[], ballots: readonly WeighedBallot[], full: number): Favour {
  const middle = middleOf(ballots)
  const voices = voicesOf(entryIds, ballots, middle, full)
  const says = entryIds.map(() => 0)
  const scores = entryIds.map(() => 0)
  for (const { entries, say } of voices) {
    for (const entry of entries) {
      says[entry] = (says[entry] ?? 0) + say
      scores[entry] = (scores[entry] ?? 0) + 1
    }
  }
  let favours = entryIds.map(() => 0)
  for (let round = 0; round < ROUNDS; round += 1) {
    const sums = favours.map(() => 0)
    for (const voice of voices) addVoice(sums, favours, voice)
    favours = sums.map((sum, entry) => divide(sum, (says[entry] ?? 0) + THOUSAND * PRIOR_SCORES))
  }
  return { middle, favours, says, scores, strays: voices.map((voice) => straysOf(voice, favours)) }
}

/** The mean of all scores; of none, the middle of the scale. */
export function middleOf(ballots: readonly WeighedBallot[]): number {
  let sum = 0
  let scores = 0
  for (const ballot of ballots) {
    for (const { value } of ballot.scores) sum += value
    scores += ballot.scores.length
  }
  return scores === 0 ? 2.5 * UNIT : divide(sum * UNIT, scores)
}

function voicesOf(
  entryIds: readonly string[],
  ballots: readonly WeighedBallot[],
  middle: number,
  full: number,
): Voice[] {
  const numbers = new Map(entryIds.map((entryId, number) => [entryId, number]))
  const strays = ballots.map(({ scores }) => strayOf(scores, middle))
  const scored = ballots.reduce((sum, { scores }) => sum + scores.length, 0)
  const usual =
    scored === 0
      ? 0
      : divide(
          strays.reduce((sum, stray) => sum + stray, 0),
          scored,
        )
  return ballots.map(({ scores, handed = 0, trust = THOUSAND }, at) => {
    const stretch = stretchOf(strays[at] ?? 0, scores.length, usual)
    const share = Math.min(THOUSAND, divide(THOUSAND * full, Math.max(1, handed, scores.length)))
    return {
      entries: scores.map(({ entryId }) => {
        const number = numbers.get(entryId)
        if (number === undefined) throw new Error(`a ballot scores ${entryId}, which does not stand in the contest`)
        return number
      }),
      stretched: scores.map(({ value }) => divide((value * UNIT - middle) * stretch, THOUSAND)),
      say: divide(share * trust, THOUSAND),
    }
  })
}

function strayOf(scores: WeighedBallot['scores'], middle: number): number {
  const leaning = divide(
    scores.reduce((sum, { value }) => sum + value * UNIT - middle, 0),
    scores.length + LEANING_PULL,
  )
  return scores.reduce((sum, { value }) => sum + (value * UNIT - middle - leaning) ** 2, 0)
}

function stretchOf(stray: number, scores: number, usual: number): number {
  const square = divide(stray + SPREAD_PULL * usual, scores + SPREAD_PULL)
  return square === 0 ? THOUSAND : wholeRoot(divide(usual * THOUSAND * THOUSAND, square))
}

function severityOf({ entries, stretched }: Voice, favours: readonly number[]): number {
  let sum = 0
  for (let at = 0; at < entries.length; at += 1) sum += (stretched[at] ?? 0) - (favours[entries[at] ?? 0] ?? 0)
  return divide(sum, entries.length + LEANING_PULL)
}

function addVoice(sums: number[], favours: readonly number[], voice: Voice): void {
  const { entries, stretched, say } = voice
  const severity = severityOf(voice, favours)
  for (let at = 0; at < entries.length; at += 1) {
    const entry = entries[at] ?? 0
    const favour = favours[entry] ?? 0
    sums[entry] = (sums[entry] ?? 0) + say * (favour + cut((stretched[at] ?? 0) - severity - favour))
  }
}

function straysOf(voice: Voice, favours: readonly number[]): Favour['strays'][number] {
  const { entries, stretched } = voice
  const severity = severityOf(voice, favours)
  const strays = { squares: 0, cutSquares: 0, within: 0, scores: entries.length }
  entries.forEach((entry, at) => {
    const stray = (stretched[at] ?? 0) - severity - (favours[entry] ?? 0)
    strays.squares += stray * stray
    strays.cutSquares += cut(stray) ** 2
    if (Math.abs(stray) < REACH * UNIT) strays.within += 1
  })
  return strays
}

function cut(stray: number): number {
  return Math.max(-REACH * UNIT, Math.min(REACH * UNIT, stray))
}
