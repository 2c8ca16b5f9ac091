import { type CountedDuel, computeStrengths, type Strengths } from '#app/voting/bradley-terry.ts'
import { chancesOf, MILLION } from '#app/voting/duel-chances.ts'
import type { DuelPair } from '#app/voting/duel-queue.ts'
import { THOUSAND } from '#app/voting/favour.ts'
import { startOf } from '#app/voting/queue.ts'
import { divide } from '#app/voting/whole-numbers.ts'

/**
 * Which two finalists a juror is asked to compare next. Nothing but their own answers steers it, or what they are shown would tell them how
 * the others answered.
 *
 * 1. Every pair once, whichever way round, then every pair again with its sides swapped; never a third time.
 * 2. Of these the most informative: the one whose answer is least foreseen, between designs of which least is known. With chances and
 *    `knowledge` of the juror's own answers (bradley-terry.ts):
 *
 *      doubt(a, b) = (4·MILLION·first + MILLION·neither − (2·first + neither)²) ÷ (4·MILLION)
 *      gain(a, b)  = THOUSAND·doubt ÷ knowledge(a) + THOUSAND·doubt ÷ knowledge(b)
 *
 * 3. Equal gains are broken by a draw of the juror's own, as is the side where both were shown first as often.
 */
export interface NextFinalists {
  pair: DuelPair
  /** The juror compared them before, the other way round. */
  swapped: boolean
}

/** Ordinary answers only: of finalists, the last on the same two shown the same way round. */
export function chooseFinalists(
  finalistIds: readonly string[],
  own: readonly CountedDuel[],
  jurorId: string,
): NextFinalists | null {
  const asked = new Set(own.map(({ first, second }) => `${first} ${second}`))
  const pairs = finalistIds.flatMap((a, at) => finalistIds.slice(at + 1).map((b): DuelPair => [a, b]))
  const unasked = pairs.filter(([a, b]) => !asked.has(`${a} ${b}`) && !asked.has(`${b} ${a}`))
  if (unasked.length > 0) {
    const pair = mostInformative(finalistIds, unasked, own, jurorId)
    return pair && { pair: inSides(pair, own, jurorId), swapped: false }
  }
  const oneWay = pairs.flatMap(([a, b]): DuelPair[] => {
    if (asked.has(`${a} ${b}`)) return asked.has(`${b} ${a}`) ? [] : [[b, a]]
    return [[a, b]]
  })
  const pair = mostInformative(finalistIds, oneWay, own, jurorId)
  return pair && { pair, swapped: true }
}

function mostInformative(
  finalistIds: readonly string[],
  pairs: readonly DuelPair[],
  own: readonly CountedDuel[],
  jurorId: string,
): DuelPair | null {
  const strengths = computeStrengths(finalistIds, [{ duels: own }], own.length + 1)
  const numbers = new Map(finalistIds.map((entryId, number) => [entryId, number]))
  const weighed = pairs.map((pair) => ({
    pair,
    gain: gainOf(strengths, numbers.get(pair[0]) ?? 0, numbers.get(pair[1]) ?? 0),
    draw: startOf(`${jurorId} ${pair.toSorted().join(' ')}`, 0),
  }))
  const [best] = weighed.toSorted((a, b) => b.gain - a.gain || a.draw - b.draw)
  return best?.pair ?? null
}

function gainOf(strengths: Strengths, a: number, b: number): number {
  const { first, neither } = chancesOf(strengths, a, b)
  const doubt = divide(4 * MILLION * first + MILLION * neither - (2 * first + neither) ** 2, 4 * MILLION)
  const { knowledge } = strengths
  return divide(THOUSAND * doubt, knowledge[a] ?? 1) + divide(THOUSAND * doubt, knowledge[b] ?? 1)
}

/** Each as often on one side as on the other. */
function inSides([a, b]: DuelPair, own: readonly CountedDuel[], jurorId: string): DuelPair {
  const lead = firstsOf(own, a) - firstsOf(own, b)
  const coin = startOf(`${jurorId} ${[a, b].toSorted().join(' ')}`, 1) % 2 === 0
  return lead < 0 || (lead === 0 && coin) ? [a, b] : [b, a]
}

/** How much more often it was shown first than second. */
function firstsOf(own: readonly CountedDuel[], entryId: string): number {
  return own.filter(({ first }) => first === entryId).length - own.filter(({ second }) => second === entryId).length
}
