import { UNIT } from './favour.ts'
import { divide, wholeRoot } from './whole-numbers.ts'

export const MILLION = 1_000_000

/** What the answers to duels are explained by (bradley-terry.ts). */
export interface DuelModel {
  /** Millionths, in the order of the entries. */
  worths: readonly number[]
  /** Ten-thousandths: above UNIT, what is shown first wins more often. */
  side: number
  /** Ten-thousandths: the higher, the more often neither is better. */
  evenness: number
}

/** Millionths; rounded each for itself. */
export interface Chances {
  first: number
  second: number
  neither: number
}

/** How a duel between two entries is expected to end, `first` being shown first. */
export function chancesOf({ worths, side, evenness }: DuelModel, first: number, second: number): Chances {
  const [worthOfFirst, worthOfSecond] = [worths[first] ?? MILLION, worths[second] ?? MILLION]
  return chancesBetween(worthOfFirst, rootOf(worthOfFirst), worthOfSecond, rootOf(worthOfSecond), side, evenness)
}

/** √(worth·MILLION): the root of a worth, in millionths. */
export function rootOf(worth: number): number {
  return wholeRoot(worth * MILLION)
}

/** The same with the roots at hand: the count asks it of every pair in every round. */
export function chancesBetween(
  worthOfFirst: number,
  rootOfFirst: number,
  worthOfSecond: number,
  rootOfSecond: number,
  side: number,
  evenness: number,
): Chances {
  const strong = divide(side * worthOfFirst, UNIT)
  const even = divide(evenness * divide(rootOfFirst * rootOfSecond, MILLION), UNIT)
  const all = strong + worthOfSecond + even
  return {
    first: divide(MILLION * strong, all),
    second: divide(MILLION * worthOfSecond, all),
    neither: divide(MILLION * even, all),
  }
}

/** How alike two designs are, in millionths: MILLION where their worths are equal (bradley-terry.ts). */
export function closenessBetween(
  worthOfOne: number,
  rootOfOne: number,
  worthOfOther: number,
  rootOfOther: number,
): number {
  return divide(2 * MILLION * divide(rootOfOne * rootOfOther, MILLION), worthOfOne + worthOfOther)
}

/** alone(x) = MILLION·worth ÷ (worth + MILLION): how often it would beat a design of worth MILLION, were there no "neither". */
export function aloneOf(worth: number): number {
  return divide(MILLION * worth, worth + MILLION)
}
