import { countOf, type PackedBallots, scoresOf } from './packed-ballots.ts'
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

export interface Favour {
  middle: number
  /** In the order of the entries. */
  favours: Float64Array
  /** Σ say, in thousandths. */
  says: Float64Array
  scores: Int32Array
  /** For each ballot: how far its scores stray in the end, cut and uncut, and how many of them by less than REACH. */
  strays: { squares: Float64Array; cutSquares: Float64Array; within: Int32Array }
}

/** Each ballot's say, and each score as far from the middle as it counts. */
interface Voices {
  says: Float64Array
  stretched: Float64Array
}

/**
 * @param entries how many entries there are
 * @param full how many handed designs a ballot has its whole say for: who is handed more spreads it over them
 * @param trust thousandths for each ballot; the official count trusts all alike
 */
export function computeFavour(entries: number, ballots: PackedBallots, full: number, trust?: Int32Array): Favour {
  const middle = middleOf(ballots)
  const voices = voicesOf(ballots, middle, full, trust)
  const says = new Float64Array(entries)
  const scores = new Int32Array(entries)
  for (let ballot = 0; ballot < countOf(ballots); ballot += 1) {
    const end = ballots.starts[ballot + 1] ?? 0
    for (let at = ballots.starts[ballot] ?? 0; at < end; at += 1) {
      const entry = ballots.entries[at] ?? 0
      says[entry] = (says[entry] ?? 0) + (voices.says[ballot] ?? 0)
      scores[entry] = (scores[entry] ?? 0) + 1
    }
  }
  let favours = new Float64Array(entries)
  for (let round = 0; round < ROUNDS; round += 1) {
    favours = sumVoices(favours, ballots, voices).map((sum, entry) =>
      divide(sum, (says[entry] ?? 0) + THOUSAND * PRIOR_SCORES),
    )
  }
  return { middle, favours, says, scores, strays: straysOf(favours, ballots, voices) }
}

/** The mean of all scores; of none, the middle of the scale. */
export function middleOf({ values }: PackedBallots): number {
  let sum = 0
  for (let at = 0; at < values.length; at += 1) sum += values[at] ?? 0
  return values.length === 0 ? 2.5 * UNIT : divide(sum * UNIT, values.length)
}

function voicesOf(ballots: PackedBallots, middle: number, full: number, trust?: Int32Array): Voices {
  const strays = Float64Array.from(ballots.handed, (_, ballot) => strayOf(ballots, ballot, middle))
  const scored = ballots.values.length
  const usual = scored === 0 ? 0 : divide(sumOf(strays), scored)
  const says = new Float64Array(countOf(ballots))
  const stretched = new Float64Array(scored)
  for (let ballot = 0; ballot < says.length; ballot += 1) {
    const scores = scoresOf(ballots, ballot)
    const stretch = stretchOf(strays[ballot] ?? 0, scores, usual)
    const share = Math.min(THOUSAND, divide(THOUSAND * full, Math.max(1, ballots.handed[ballot] ?? 0, scores)))
    says[ballot] = divide(share * (trust?.[ballot] ?? THOUSAND), THOUSAND)
    const start = ballots.starts[ballot] ?? 0
    for (let at = start; at < start + scores; at += 1)
      stretched[at] = divide(((ballots.values[at] ?? 0) * UNIT - middle) * stretch, THOUSAND)
  }
  return { says, stretched }
}

function strayOf({ starts, values }: PackedBallots, ballot: number, middle: number): number {
  const [start, end] = [starts[ballot] ?? 0, starts[ballot + 1] ?? 0]
  let likings = 0
  for (let at = start; at < end; at += 1) likings += (values[at] ?? 0) * UNIT - middle
  const leaning = divide(likings, end - start + LEANING_PULL)
  let squares = 0
  for (let at = start; at < end; at += 1) squares += ((values[at] ?? 0) * UNIT - middle - leaning) ** 2
  return squares
}

function stretchOf(stray: number, scores: number, usual: number): number {
  const square = divide(stray + SPREAD_PULL * usual, scores + SPREAD_PULL)
  return square === 0 ? THOUSAND : wholeRoot(divide(usual * THOUSAND * THOUSAND, square))
}

function severityOf(
  { starts, entries }: PackedBallots,
  ballot: number,
  stretched: Float64Array,
  favours: Float64Array,
) {
  const [start, end] = [starts[ballot] ?? 0, starts[ballot + 1] ?? 0]
  let sum = 0
  for (let at = start; at < end; at += 1) sum += (stretched[at] ?? 0) - (favours[entries[at] ?? 0] ?? 0)
  return divide(sum, end - start + LEANING_PULL)
}

/** Σ say·(favour + strays, cut to ±REACH), for each entry. */
function sumVoices(favours: Float64Array, ballots: PackedBallots, { says, stretched }: Voices): Float64Array {
  const sums = new Float64Array(favours.length)
  for (let ballot = 0; ballot < says.length; ballot += 1) {
    const say = says[ballot] ?? 0
    const severity = severityOf(ballots, ballot, stretched, favours)
    const end = ballots.starts[ballot + 1] ?? 0
    for (let at = ballots.starts[ballot] ?? 0; at < end; at += 1) {
      const entry = ballots.entries[at] ?? 0
      const favour = favours[entry] ?? 0
      sums[entry] = (sums[entry] ?? 0) + say * (favour + cut((stretched[at] ?? 0) - severity - favour))
    }
  }
  return sums
}

function straysOf(favours: Float64Array, ballots: PackedBallots, { stretched }: Voices): Favour['strays'] {
  const count = countOf(ballots)
  const strays = {
    squares: new Float64Array(count),
    cutSquares: new Float64Array(count),
    within: new Int32Array(count),
  }
  for (let ballot = 0; ballot < count; ballot += 1) {
    const severity = severityOf(ballots, ballot, stretched, favours)
    const end = ballots.starts[ballot + 1] ?? 0
    let [squares, cutSquares, within] = [0, 0, 0]
    for (let at = ballots.starts[ballot] ?? 0; at < end; at += 1) {
      const stray = (stretched[at] ?? 0) - severity - (favours[ballots.entries[at] ?? 0] ?? 0)
      squares += stray * stray
      cutSquares += cut(stray) ** 2
      if (Math.abs(stray) < REACH * UNIT) within += 1
    }
    strays.squares[ballot] = squares
    strays.cutSquares[ballot] = cutSquares
    strays.within[ballot] = within
  }
  return strays
}

export function sumOf(numbers: Float64Array | Int32Array): number {
  let sum = 0
  for (let at = 0; at < numbers.length; at += 1) sum += numbers[at] ?? 0
  return sum
}

function cut(stray: number): number {
  return Math.max(-REACH * UNIT, Math.min(REACH * UNIT, stray))
}
