import {
  aloneOf,
  type Chances,
  chancesBetween,
  closenessBetween,
  type DuelModel,
  MILLION,
  rootOf,
} from './duel-chances.ts'
import { THOUSAND, UNIT } from './favour.ts'
import { divide } from './whole-numbers.ts'

/** Duels. As strong as "one won, one lost": the spread of worths in design contests is of that order. */
export const PRIOR_DUELS = 2
/** Duels. A handful of answers must not look like a side bias. */
export const PRIOR_ANSWERS = 10
export const SIDE_PRIOR = UNIT
/** Of two even designs a fifth of the answers is "neither": ½ ÷ (1 + 1 + ½). */
export const EVENNESS_PRIOR = UNIT / 2
/** Steps are small where few duels tie the designs together. */
export const ROUNDS = 160
/** Every so manieth round is the side's, the evenness's and the middle's. */
export const SIDE_EVERY = 4
/** A thousand to one either way: 5 ÷ 1001 points from the ends of the scale. */
export const LEAST_WORTH = 1000
export const MOST_WORTH = 1_000_000_000

/** The say of each answer, in the order of the record: first, second, neither. */
export type Answers = [first: number, second: number, neither: number]

/** Two entries by their numbers and what was answered in either order: `forth` with `a` shown first. */
export interface Pair {
  a: number
  b: number
  forth: Answers
  back: Answers
}

export interface Fit extends DuelModel {
  worths: number[]
}

/** Hunter's steps as bradley-terry.ts writes them down. */
export function fitWorths(entries: number, pairs: readonly Pair[]): Fit {
  let fit: Fit = { worths: Array.from({ length: entries }, () => MILLION), side: SIDE_PRIOR, evenness: EVENNESS_PRIOR }
  for (let round = 1; round <= ROUNDS; round += 1) {
    fit = round % SIDE_EVERY === 0 ? stepSide(stepMiddle(fit), pairs) : stepWorths(fit, pairs)
  }
  return fit
}

/** Calls back with every order of every pair in which a duel was answered, its chances, and how alike the two are. */
export function forEachOrder(
  { worths, side, evenness }: DuelModel,
  pairs: readonly Pair[],
  visit: (first: number, second: number, answers: Answers, chances: Chances, closeness: number, pair: Pair) => void,
): void {
  const roots = worths.map(rootOf)
  for (const pair of pairs) {
    const { a, b, forth, back } = pair
    const [ofA, ofB, rootOfA, rootOfB] = [worths[a] ?? 0, worths[b] ?? 0, roots[a] ?? 0, roots[b] ?? 0]
    const closeness = closenessBetween(ofA, rootOfA, ofB, rootOfB)
    if (sayOf(forth) > 0)
      visit(a, b, forth, chancesBetween(ofA, rootOfA, ofB, rootOfB, side, evenness), closeness, pair)
    if (sayOf(back) > 0) visit(b, a, back, chancesBetween(ofB, rootOfB, ofA, rootOfA, side, evenness), closeness, pair)
  }
}

export function sayOf([first, second, neither]: Answers): number {
  return first + second + neither
}

/** What is left of an answer's say where the designs are unlike. */
export function toldBy(say: number, closeness: number): number {
  return divide(say * closeness, MILLION)
}

function stepWorths(fit: Fit, pairs: readonly Pair[]): Fit {
  const weights = new Float64Array(fit.worths.length).fill(THOUSAND * PRIOR_DUELS)
  const halfPoints = weights.slice()
  const sums = Float64Array.from(fit.worths, (worth) => THOUSAND * PRIOR_DUELS * 2 * aloneOf(worth))
  forEachOrder(fit, pairs, (first, second, answers, chances, closeness) => {
    const won = toldBy(answers[0], closeness)
    const lost = toldBy(answers[1], closeness)
    const even = toldBy(answers[2], closeness)
    const say = won + lost + even
    add(weights, first, say)
    add(weights, second, say)
    add(halfPoints, first, 2 * won + even)
    add(halfPoints, second, 2 * lost + even)
    add(sums, first, say * (2 * chances.first + chances.neither))
    add(sums, second, say * (2 * chances.second + chances.neither))
  })
  const worths = fit.worths.map((worth, at) => {
    const weight = 2 * (weights[at] ?? 1)
    const earned = divide(MILLION * (halfPoints[at] ?? 0), weight)
    const expected = Math.max(1, divide(sums[at] ?? 0, weight))
    return between(LEAST_WORTH, divide(worth * earned, expected), MOST_WORTH)
  })
  return { ...fit, worths }
}

/** Duels only compare: nothing but the prior says where the middle is, and the worths' own steps would take thousands of rounds to find it. */
function stepMiddle(fit: Fit): Fit {
  const alone = fit.worths.reduce((sum, worth) => sum + aloneOf(worth), 0)
  const lift = between(MILLION / 2, divide(MILLION * MILLION * fit.worths.length, Math.max(1, 2 * alone)), 2 * MILLION)
  return {
    ...fit,
    worths: fit.worths.map((worth) => between(LEAST_WORTH, divide(worth * lift, MILLION), MOST_WORTH)),
  }
}

function stepSide(fit: Fit, pairs: readonly Pair[]): Fit {
  const { side, evenness } = fit
  const even = chancesBetween(MILLION, MILLION, MILLION, MILLION, side, evenness)
  let [firsts, neithers] = [(2 * THOUSAND * PRIOR_ANSWERS) / 5, (THOUSAND * PRIOR_ANSWERS) / 5]
  let [expectedFirsts, expectedNeithers] = [
    THOUSAND * PRIOR_ANSWERS * even.first,
    THOUSAND * PRIOR_ANSWERS * even.neither,
  ]
  forEachOrder(fit, pairs, (_first, _second, answers, chances) => {
    const say = sayOf(answers)
    firsts += answers[0]
    neithers += answers[2]
    expectedFirsts += say * chances.first
    expectedNeithers += say * chances.neither
  })
  return {
    ...fit,
    side: stepped(side, firsts, expectedFirsts),
    evenness: stepped(evenness, neithers, expectedNeithers),
  }
}

function stepped(factor: number, seen: number, expected: number): number {
  return between(UNIT / 4, divide(factor * seen, Math.max(1, divide(expected, MILLION))), 4 * UNIT)
}

function between(least: number, value: number, most: number): number {
  return Math.max(least, Math.min(most, value))
}

function add(sums: Float64Array, at: number, more: number): void {
  sums[at] = (sums[at] ?? 0) + more
}
