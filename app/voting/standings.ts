/**
 * The count: from full ballots to standings. A pure function, so that a stranger with the ballots gets the same table.
 *
 * 1. A voter's *centre* is the mean of their scores, pulled towards the contest's mean as if they had given CENTRE_PULL
 *    more scores that are exactly that mean. A score says how far above or below their own centre an entry lies.
 * 2. That distance is clipped to ±CLIP points, so that no single vote, bought or spiteful, weighs more than a warm one.
 * 3. An entry's points are the contest's mean plus the sum of its distances divided by (its scores + PRIOR_SCORES):
 *    every entry begins in the middle and must be carried away from it by several voters.
 * 4. The 80 % interval says how far chance alone may have moved it. Down the table, entries whose interval reaches that of
 *    the first of their group are declared tied with it; the first that does not reach it opens the next group.
 * 5. A ballot of two or more scores that are all the same prefers nothing: it moves nothing.
 *
 * All sums are of whole ten-thousandths of a point: whole numbers add up to the same in any order, on any machine and
 * in any language.
 */

/**
 * Scores. A voter's mean over n entries misses their true leaning by the spread of n scores; means of voters differ by about
 * 0.7 points and scores of one voter by about 1.2, and (1.2 / 0.7)² is 3.
 */
export const CENTRE_PULL = 3

/** Points. Scores spread by about 1.2 around their voter's centre: 2 leaves nine honest ones in ten as they are. */
export const CLIP = 2

/** Scores. Noise of 1.2 points over differences between entries of 0.6: (1.2 / 0.6)² is 4. */
export const PRIOR_SCORES = 4

/** 80 % of a normal distribution lies within this many standard deviations. */
export const Z_80 = 1.2816

/** The spread of distances is taken from the contest itself, begun as if this many scores had spread by this many points. */
export const SPREAD_PRIOR_SCORES = 10
export const SPREAD_PRIOR = 1.2

/** The mean of a contest in which nobody scored: the middle of the scale. */
const MIDDLE = 2.5
const HIGHEST = 5

/** Points are published, compared and stored in hundredths: what is printed the same is the same. */
export const POINT_DECIMALS = 2
const UNIT = 10_000
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

/** A full ballot, its voter left out: the count needs none. */
export interface CountedBallot {
  scores: readonly { entryId: string; value: number }[]
}

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
  const telling = ballots.filter((ballot) => prefersSomething(ballot.scores.map((score) => score.value)))
  const middle = meanInUnits(telling)
  const sums = sumDistances(entries, telling, middle)
  const variance = varianceOf([...sums.values()])
  const lines = entries.map((entry) => {
    const { sum, scores } = sums.get(entry.entryId) ?? NOTHING
    const weight = scores + PRIOR_SCORES
    const centre = middle + sum / weight
    const reach = Z_80 * Math.sqrt(variance / weight)
    return {
      ...entry,
      scores,
      points: toPoints(centre),
      low: toPoints(centre - reach),
      high: toPoints(centre + reach),
    }
  })
  return declareTies(lines.sort(byPlace))
}

/** A ballot that gives the same to everything does not say which is better. A single score still does, a little. */
export function prefersSomething(values: readonly number[]): boolean {
  return values.length === 1 || values.some((value) => value !== values[0])
}

function meanInUnits(ballots: readonly CountedBallot[]): number {
  let sum = 0
  let scores = 0
  for (const ballot of ballots) {
    for (const { value } of ballot.scores) sum += value
    scores += ballot.scores.length
  }
  return scores === 0 ? MIDDLE * UNIT : round((sum * UNIT) / scores)
}

/** How far each score lies from its voter's centre, clipped, in units. Exported for those who want to see it happen. */
export function distances(values: readonly number[], middle: number): number[] {
  const sum = values.reduce((total, value) => total + value, 0)
  const centre = round((sum * UNIT + CENTRE_PULL * middle) / (values.length + CENTRE_PULL))
  return values.map((value) => Math.max(-CLIP * UNIT, Math.min(CLIP * UNIT, value * UNIT - centre)))
}

interface Sums {
  sum: number
  squares: number
  scores: number
}
const NOTHING: Sums = { sum: 0, squares: 0, scores: 0 }

function sumDistances(
  entries: readonly CountedEntry[],
  ballots: readonly CountedBallot[],
  middle: number,
): Map<string, Sums> {
  const sums = new Map<string, Sums>(entries.map((entry) => [entry.entryId, { ...NOTHING }]))
  for (const { scores } of ballots) {
    const far = distances(
      scores.map((score) => score.value),
      middle,
    )
    scores.forEach(({ entryId }, index) => {
      const of = sums.get(entryId)
      if (!of) throw new Error(`a ballot scores ${entryId}, which does not stand in the contest`)
      const distance = far[index] ?? 0
      of.sum += distance
      of.squares += distance * distance
      of.scores += 1
    })
  }
  return sums
}

/** The variance of distances around their entry's own mean, in squared units; each entry's part is rounded, so order is nothing. */
function varianceOf(sums: readonly Sums[]): number {
  let squares = SPREAD_PRIOR_SCORES * (SPREAD_PRIOR * UNIT) ** 2
  let freedom = SPREAD_PRIOR_SCORES
  for (const of of sums) {
    if (of.scores < 2) continue
    squares += Math.max(0, round(of.squares - (of.sum * of.sum) / of.scores))
    freedom += of.scores - 1
  }
  return squares / freedom
}

type Unplaced = CountedEntry & Omit<StandingLine, 'place' | 'tieGroup'>

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

function toPoints(units: number): number {
  return Math.max(0, Math.min(HIGHEST * 100, round(units / UNITS_A_HUNDREDTH))) / 100
}

/** Half goes up, also below zero: the one rounding of the count, floor(x + ½) in any language. */
function round(value: number): number {
  return Math.floor(value + 0.5)
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
