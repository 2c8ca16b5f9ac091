import { computeFavour, type Favour, PRIOR_SCORES, sumOf, THOUSAND, UNIT } from './favour.ts'
import { gateFor } from './gate.ts'
import { chooseBallots, type LooseBallot, type PackedBallots, packBallots } from './packed-ballots.ts'
import { divide, wholeRoot } from './whole-numbers.ts'

/**
 * The count: from full ballots to standings. A pure function, so that a stranger with the ballots gets the same table.
 *
 * 1. What a voter says of an entry is measured against what the others said of the same entries: a strict and a generous voter, one who
 *    uses the whole scale and one who uses a little of it, say the same.
 * 2. A score that lies more than a point from what all say of the entry together counts as one point away: no single vote, bought or
 *    spiteful, weighs more than a warm one.
 * 3. A ballot has its whole say for FULL_GATES times as many designs as the gate asks for; who is handed more spreads the same say over
 *    them, those passed over too. So nobody gains by going through the queue until a certain design comes.
 * 4. An entry's points are the contest's mean plus the mean of all that, drawn towards the middle as if PRIOR_SCORES more voters had put
 *    it there. Since 1 and 2 need to know what all say together, it is done in rounds (favour.ts, where the arithmetic stands).
 * 5. The 80 % interval says how far chance alone may have moved it. Down the table, entries whose interval reaches that of
 *    the first of their group are declared tied with it; the first that does not reach it opens the next group.
 * 6. A ballot of two or more scores that are all the same prefers nothing: it moves nothing.
 *
 * The interval, in ten-thousandths of a point, with s scores and e entries that have one, over b ballots:
 *   variance = (Σ cut strays² + SPREAD_PRIOR_SCORES·UNIT²) ÷ the greater of SPREAD_PRIOR_SCORES and s + SPREAD_PRIOR_SCORES − e − b
 *   within   = THOUSAND·(strays shorter than REACH + SPREAD_PRIOR_SCORES) ÷ (s + SPREAD_PRIOR_SCORES)
 *   square   = variance·10⁶ ÷ within²
 *   reach    = √(Z_80_SQUARED·square ÷ (10·(Σ say + THOUSAND·PRIOR_SCORES)))
 */

/** Gates. Two gates are sixteen designs: most people leave before. */
export const FULL_GATES = 2

/** 80 % of a normal distribution lies within 1.2816 standard deviations; the square of that, in ten-thousandths. */
export const Z_80_SQUARED = 16_425

/** The spread of scores is taken from the contest itself, begun as if this many had spread by a point. */
export const SPREAD_PRIOR_SCORES = 10

const HIGHEST = 5

/** Points are published, compared and stored in hundredths: what is printed the same is the same. */
export const POINT_DECIMALS = 2
const UNITS_A_HUNDREDTH = 100

/**
 * What decides between entries with the same points, in this order; the count walks it and the result prints it. DESIGN.md names
 * the jury's score too (Voting 6), but the standings are frozen before any juror sees them (Voting 7): both cannot hold, and a
 * place that a juror could still move would not be the crowd's.
 */
export const TIE_BREAK = ['would-buy', 'scores', 'earliest'] as const
export type TieBreak = (typeof TIE_BREAK)[number]

const BY_TIE_BREAK: Record<TieBreak, (a: Unplaced, b: Unplaced) => number> = {
  'would-buy': (a, b) => b.buyMarks - a.buyMarks,
  scores: (a, b) => b.scores - a.scores,
  earliest: (a, b) => compareText(a.submittedAt, b.submittedAt),
}

/** A full ballot. */
export type CountedBallot = LooseBallot

export interface CountedEntry {
  entryId: string
  submittedAt: string
  buyMarks: number
}

export interface StandingLine {
  entryId: string
  /** 1 is first; every place is given once. */
  place: number
  /** 0 to 5, in hundredths, like low and high. */
  points: number
  low: number
  high: number
  /** The scores that made the points: those on full ballots that prefer something. */
  scores: number
  buyMarks: number
  /** Entries of one number are declared tied. */
  tieGroup: number
}

/** Throws on a score for an entry that is not in `entries`: leaving it out is the caller's decision. */
export function computeStandings(entries: readonly CountedEntry[], ballots: readonly CountedBallot[]): StandingLine[] {
  return countStandings(entries, packFor(entries, ballots))
}

/** The same for ballots in long arrays, whose entries are places in this list. */
export function countStandings(entries: readonly CountedEntry[], ballots: PackedBallots): StandingLine[] {
  return placeByFavour(entries, favourOf(entries, tellingBallots(ballots)))
}

export function packFor(entries: readonly CountedEntry[], ballots: readonly LooseBallot[]): PackedBallots {
  return packBallots(
    entries.map(({ entryId }) => entryId),
    ballots,
  )
}

/** Those that prefer something. */
export function tellingBallots(ballots: PackedBallots): PackedBallots {
  const { starts, values } = ballots
  return chooseBallots(ballots, (ballot) => prefersSomething(values.subarray(starts[ballot], starts[ballot + 1])))
}

/** What computeFavour finds on the rules of this page. */
export function favourOf(entries: readonly CountedEntry[], ballots: PackedBallots, trust?: Int32Array): Favour {
  return computeFavour(entries.length, ballots, FULL_GATES * gateFor(entries.length), trust)
}

/** Points, intervals, places and ties from what was found of the entries, in their order. */
export function placeByFavour(entries: readonly CountedEntry[], favour: Favour): StandingLine[] {
  const square = squareOfSpread(favour)
  const lines = entries.map((entry, at) => {
    const says = (favour.says[at] ?? 0) + THOUSAND * PRIOR_SCORES
    const centre = favour.middle + (favour.favours[at] ?? 0)
    const reach = wholeRoot(divide(Z_80_SQUARED * square, 10 * says))
    return {
      ...entry,
      scores: favour.scores[at] ?? 0,
      points: toPoints(centre),
      low: toPoints(centre - reach),
      high: toPoints(centre + reach),
    }
  })
  return placeLines(lines)
}

/** A ballot that gives the same to everything does not say which is better. A single score still does, a little. */
export function prefersSomething(values: ArrayLike<number>): boolean {
  if (values.length === 1) return true
  for (let at = 1; at < values.length; at += 1) if (values[at] !== values[0]) return true
  return false
}

function squareOfSpread({ strays, scores }: Favour): number {
  const squares = SPREAD_PRIOR_SCORES * UNIT * UNIT + sumOf(strays.cutSquares)
  const within = SPREAD_PRIOR_SCORES + sumOf(strays.within)
  const scored = sumOf(scores)
  const known = scores.filter((given) => given > 0).length + strays.within.length
  const variance = divide(squares, Math.max(SPREAD_PRIOR_SCORES, scored + SPREAD_PRIOR_SCORES - known))
  const share = divide(THOUSAND * within, scored + SPREAD_PRIOR_SCORES)
  return divide(variance * THOUSAND * THOUSAND, share * share)
}

export type Unplaced = CountedEntry & Omit<StandingLine, 'place' | 'tieGroup'>

/** Gives places by points and the printed tie-break, and declares who is tied. */
export function placeLines(lines: readonly Unplaced[]): StandingLine[] {
  return declareTies(lines.toSorted(byPlace))
}

function byPlace(a: Unplaced, b: Unplaced): number {
  const broken = TIE_BREAK.reduce((so, by) => so || BY_TIE_BREAK[by](a, b), b.points - a.points)
  // Two entries of one millisecond: any order, as long as whoever counts finds the same.
  return broken || compareText(a.entryId, b.entryId)
}

/** Walks down the places; an entry that cannot reach the first of the group opens the next one. */
function declareTies(lines: readonly Unplaced[]): StandingLine[] {
  let tieGroup = 0
  let leaderLow = Number.POSITIVE_INFINITY
  return lines.map(({ entryId, points, low, high, scores, buyMarks }, index) => {
    if (high < leaderLow) {
      tieGroup += 1
      leaderLow = low
    }
    return { entryId, place: index + 1, points, low, high, scores, buyMarks, tieGroup }
  })
}

export function toPoints(units: number): number {
  return Math.max(0, Math.min(HIGHEST * 100, divide(units, UNITS_A_HUNDREDTH))) / 100
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
