import { type Fit, fitWorths, type Pair } from './bradley-terry-steps.ts'
import { chancesOf, MILLION } from './duel-chances.ts'
import { knowledgeOf } from './duel-knowledge.ts'
import { THOUSAND } from './favour.ts'
import { divide } from './whole-numbers.ts'

/**
 * How strong each design is, from duels ("which of these two?"): the arithmetic of the count of a contest by duels. In whole numbers,
 * like favour.ts; ÷ is `divide` and √ is `wholeRoot` of whole-numbers.ts. All stay below 2⁵³ up to 250,000 duels of one design and
 * 2,000,000 in all.
 *
 * The model. Bradley & Terry (1952, Biometrika 39) give every design a worth, and of two designs one wins as often as its worth is part of
 * both. Davidson (1970, JASA 65) adds the answer "neither" in proportion to the geometric mean of both, Davidson & Beaver (1977, Biometrics
 * 33) a factor for the design that is shown first. Worths are in millionths (MILLION), side and evenness in ten-thousandths (UNIT).
 * For a duel of f (shown first) and s:
 *
 *   root(x)  = √(worth(x)·MILLION)
 *   strong   = side·worth(f) ÷ UNIT
 *   even     = evenness·(root(f)·root(s) ÷ MILLION) ÷ UNIT
 *   all      = strong + worth(s) + even
 *   first, second, neither = MILLION·strong ÷ all, MILLION·worth(s) ÷ all, MILLION·even ÷ all
 *
 * A ballot's say. Like a score (standings.ts, 3), a duel has its whole say on a ballot of up to `full` duels; who is handed more spreads
 * the same say over them. With d duels on ballot b, and h designs handed:
 *
 *   say(b)   = THOUSAND·2·full ÷ the greater of 2·d and h, at most THOUSAND; times trust(b) ÷ THOUSAND in the audited count
 *
 * What a duel tells. It has its whole say between designs that are alike, and the less the more unequal they are, whoever wins: there a
 * surprise is mostly a slip, or bought. A hired answer cannot be cut like a score (favour.ts), since it has no size; but where some ballots
 * let a favourite lose whomever it meets, they take most from it by duels that it was nearly sure to win. Of answers that are yes or no, what
 * bounds a single one (Cantoni & Ronchetti 2001, JASA 96) and stays right where all are honest is a weight that depends on the chances
 * alone. This one is the geometric mean of both worths over the arithmetic: it has no constant, and up to 19 to 1 lies within 0.08 of
 * the weight by Huber's bound of 1.5 deviations.
 *
 *   closeness(f, s) = 2·MILLION·(root(f)·root(s) ÷ MILLION) ÷ (worth(f) + worth(s))
 *   told            = say·closeness ÷ MILLION, for each answer to f and s in this order, the says of all ballots added first
 *
 * What was earned. To every design's duels are added PRIOR_DUELS against one of worth MILLION, half of whose points it took: so the unbeaten
 * and those that never met get finite places. A duel won is 2 half points, "neither" 1.
 *
 * Then ROUNDS times, every worth beginning at MILLION, side and evenness at SIDE_PRIOR and EVENNESS_PRIOR: the steps of Hunter (2004, Annals
 * of Statistics 32), with what the duels tell by the worths before the step. All of one step is reckoned from the numbers before it. The
 * constants stand in bradley-terry-steps.ts. In most rounds the worths step; for design x:
 *
 *   weight(x)   = Σ told + THOUSAND·PRIOR_DUELS
 *   earned(x)   = MILLION·(Σ told·half points + THOUSAND·PRIOR_DUELS) ÷ (2·weight)
 *   alone(x)    = MILLION·worth ÷ (worth + MILLION)
 *   expected(x) = (Σ told·(2·own chance + chance of neither) + THOUSAND·PRIOR_DUELS·2·alone) ÷ (2·weight), at least 1
 *   worth(x)    = worth·earned ÷ expected, kept between LEAST_WORTH and MOST_WORTH
 *
 * and in rounds 4, 8, 12 … instead first the middle, which only the prior knows, then side and evenness together. With n designs:
 *
 *   lift     = MILLION·MILLION·n ÷ (2·Σ alone, at least 1), kept between MILLION ÷ 2 and 2·MILLION
 *   worth(x) = worth·lift ÷ MILLION, kept between LEAST_WORTH and MOST_WORTH
 *   side     = side·Σ say of duels that the first won ÷ (Σ say·chance of first ÷ MILLION, at least 1), kept between UNIT/4 and 4·UNIT
 *   evenness = evenness·Σ say of "neither" ÷ (Σ say·chance of neither ÷ MILLION, at least 1), kept between UNIT/4 and 4·UNIT
 *
 * In these two sums are also PRIOR_ANSWERS duels, each of say THOUSAND, between two designs of worth MILLION: two in five of them won by the
 * first, one in five by neither.
 *
 * Last, what is known of each: a duel tells most where it might go either way. Between x and y, over both orders:
 *
 *   known(x, y) = (Σ told·((4·MILLION·first + MILLION·neither − (2·first + neither)²) ÷ (4·MILLION))) ÷ MILLION
 *   inner(x)    = Σ known(x, y) + THOUSAND·PRIOR_DUELS·(alone·(MILLION − alone) ÷ MILLION) ÷ MILLION
 *   swayed(x)    = Σ known(x, y)·closeness(x, y) ÷ MILLION + the prior's part of inner(x), at least 1
 *   tied(x)      = the prior's part of inner(x) + Σ known(x, y)·(inner(y) − known(x, y)) ÷ inner(y)
 *   knowledge(x) = tied·inner ÷ swayed, at least 1
 *
 * `inner` is how steeply what was earned falls behind what is expected as the worth rises, in thousandths, `swayed` how much of that is
 * chance: of duels that have their whole say both are the diagonal of Fisher's information matrix. It takes the rivals' worths for certain;
 * `tied` takes one step of elimination instead: a duel against a design of which little else is known tells little.
 */

/** `first` was shown first; 0: it is better, 1: the second is, 2: neither (record.ts, DUEL_VALUES). */
export interface CountedDuel {
  first: string
  second: string
  value: number
}

export interface WeighedDuels {
  duels: readonly CountedDuel[]
  /** How many standing designs the voter was handed; counts as no fewer than two a duel. */
  handed?: number
  /** Thousandths; the official count trusts all alike. */
  trust?: number
}

/** In the order of the entries, but `strays`. */
export interface Strengths extends Fit {
  /** Thousandths of a duel's information. */
  knowledge: number[]
  duels: number[]
  /** For each ballot, Σ of the squares of what the answers stray, each from −THOUSAND to THOUSAND. */
  strays: { squares: number; duels: number }[]
}

/** Throws on a duel of an entry that is not in `entryIds`: leaving it out is the caller's decision. */
export function computeStrengths(
  entryIds: readonly string[],
  ballots: readonly WeighedDuels[],
  full: number,
): Strengths {
  const numbers = new Map(entryIds.map((entryId, number) => [entryId, number]))
  const duels = entryIds.map(() => 0)
  const pairs = gatherPairs(numbers, ballots, full, duels)
  const fit = fitWorths(entryIds.length, pairs)
  return {
    ...fit,
    knowledge: knowledgeOf(fit, pairs),
    duels,
    strays: ballots.map((ballot) => straysOf(ballot, numbers, fit)),
  }
}

function gatherPairs(
  numbers: ReadonlyMap<string, number>,
  ballots: readonly WeighedDuels[],
  full: number,
  duelsOf: number[],
): Pair[] {
  const pairs = new Map<number, Pair>()
  for (const { duels, handed = 0, trust = THOUSAND } of ballots) {
    const share = Math.min(THOUSAND, divide(THOUSAND * 2 * full, Math.max(1, handed, 2 * duels.length)))
    const say = divide(share * trust, THOUSAND)
    for (const { first, second, value } of duels) {
      const [f, s] = [numberOf(numbers, first), numberOf(numbers, second)]
      const [a, b] = f < s ? [f, s] : [s, f]
      const key = a * numbers.size + b
      const pair = pairs.get(key) ?? { a, b, forth: [0, 0, 0], back: [0, 0, 0] }
      const order = f === a ? pair.forth : pair.back
      order[value === 0 ? 0 : value === 1 ? 1 : 2] += say
      pairs.set(key, pair)
      duelsOf[a] = (duelsOf[a] ?? 0) + 1
      duelsOf[b] = (duelsOf[b] ?? 0) + 1
    }
  }
  return [...pairs.values()]
}

function numberOf(numbers: ReadonlyMap<string, number>, entryId: string): number {
  const number = numbers.get(entryId)
  if (number === undefined) throw new Error(`a duel names ${entryId}, which does not stand in the contest`)
  return number
}

/** stray = (MILLION·half points of the first − (2·first + neither)) ÷ (2·THOUSAND) */
function straysOf(
  { duels }: WeighedDuels,
  numbers: ReadonlyMap<string, number>,
  fit: Fit,
): Strengths['strays'][number] {
  let squares = 0
  for (const { first, second, value } of duels) {
    const chances = chancesOf(fit, numberOf(numbers, first), numberOf(numbers, second))
    const halfPoints = value === 0 ? 2 : value === 1 ? 0 : 1
    squares += divide(MILLION * halfPoints - 2 * chances.first - chances.neither, 2 * THOUSAND) ** 2
  }
  return { squares, duels: duels.length }
}
