import { startOf } from './queue.ts'

/**
 * Which two designs a voter is asked to compare next (DESIGN.md, Voting 1 and 5). What the vote says so far is sealed and must not steer
 * who is looked at, so "informative" is never "close in the standings". In this order:
 *
 * 1. What this voter met least, then what the fewest duels were spent on: attention is shared out by the house. The rest of a tie is broken
 *    by the circle of queue.ts, from a point of the voter's own.
 * 2. Never the same two again, and nothing that follows from their own answers: who prefers a to b and b to c is not asked about a and
 *    c. "Neither" passes nothing on: somebody may see no difference from a to b, nor from b to c, and yet one from a to c.
 * 3. Against it, among the first RIVALS that were met and shown as little, the one it was least compared with by anybody: so the
 *    comparisons tie all designs together, and no two of them are known by hearsay only.
 * 4. Of the two, the one that was shown first less often is; if both were as often, a coin of the voter's own decides.
 *
 * What is promised of the spread (first looks of the most shown design less those of the least shown): it grows neither with the designs nor
 * with the voters who come and leave. With 16 voters in the middle of their ballots it stays within 5 for 300 voters in all, and was 6 once
 * among 4,800; with 100 of them it was up to 8, with 400 up to 9, in contests of twelve designs and fewer, with designers among the voters;
 * in larger contests 2 or 3. Sides stay within 4. (tests/voting/duel-spread.test.ts: a voter who is left with one or two designs must be
 * shown them, however often others saw them meanwhile; that is where the spread comes from.)
 *
 * What all others were handed counts only as far as it was a first look at one of the two. Which further pairs somebody is asked about follows
 * from their answers (2); counted too, it would let what one voter is handed tell how others answered, before the seal is broken.
 */
export const RIVALS = 24

export interface DuelCandidate {
  entryId: string
  /** How many duels with it this voter was handed. */
  met: number
  /** In how many duels it was handed to anybody at a first look, and in how many of them it was shown first. */
  duels: number
  firsts: number
  /** Its place on the circle: 0 to 2³² − 1. */
  shuffle: number
}

/** A duel that this voter was handed; `value` as in the record, null while there is no answer. */
export interface OwnDuel {
  first: string
  second: string
  value: number | null
}

export type DuelPair = [first: string, second: string]

/**
 * @param candidates those this voter may compare; at least the first RIVALS + 1 by rule 1
 * @param own in any order
 * @param comparedWith how often anybody was handed an entry together with each other one; asked of few
 */
export function choosePair(
  candidates: readonly DuelCandidate[],
  own: readonly OwnDuel[],
  comparedWith: (entryId: string) => ReadonlyMap<string, number>,
  voterId: string,
): DuelPair | null {
  const start = startOf(voterId, own.length)
  const order = candidates.toSorted((a, b) => comesBefore(a, b, start))
  const beats = preferences(own)
  for (const candidate of order) {
    const settled = settledFor(candidate.entryId, own, beats)
    const rivals = order.filter(({ entryId }) => entryId !== candidate.entryId && !settled.has(entryId))
    const [nearest] = rivals
    if (!nearest) continue
    const compared = comparedWith(candidate.entryId)
    const rival = rivals
      .slice(0, RIVALS)
      .filter(({ met, duels }) => met === nearest.met && duels === nearest.duels)
      .reduce((least, each) => ((compared.get(each.entryId) ?? 0) < (compared.get(least.entryId) ?? 0) ? each : least))
    return inSides(candidate, rival, startOf(`${voterId}/side`, own.length) % 2 === 0)
  }
  return null
}

function comesBefore(a: DuelCandidate, b: DuelCandidate, start: number): number {
  if (a.met !== b.met) return a.met - b.met
  if (a.duels !== b.duels) return a.duels - b.duels
  const [wayToA, wayToB] = [(a.shuffle - start) >>> 0, (b.shuffle - start) >>> 0]
  return wayToA - wayToB || (a.entryId < b.entryId ? -1 : 1)
}

function inSides(a: DuelCandidate, b: DuelCandidate, coin: boolean): DuelPair {
  const owed = a.duels - 2 * a.firsts - (b.duels - 2 * b.firsts)
  return owed > 0 || (owed === 0 && coin) ? [a.entryId, b.entryId] : [b.entryId, a.entryId]
}

/** Entry → what this voter found worse. */
function preferences(own: readonly OwnDuel[]): Map<string, string[]> {
  const beats = new Map<string, string[]>()
  for (const { first, second, value } of own) {
    if (value !== 0 && value !== 1) continue
    const [better, worse] = value === 0 ? [first, second] : [second, first]
    beats.set(better, [...(beats.get(better) ?? []), worse])
  }
  return beats
}

/** What this voter need not be asked to compare with an entry: asked before, or known from their answers. */
function settledFor(entryId: string, own: readonly OwnDuel[], beats: ReadonlyMap<string, string[]>): Set<string> {
  const loses = new Map<string, string[]>()
  for (const [better, worses] of beats) {
    for (const worse of worses) loses.set(worse, [...(loses.get(worse) ?? []), better])
  }
  const settled = new Set([...reachable(entryId, beats), ...reachable(entryId, loses)])
  for (const { first, second } of own) {
    if (first === entryId) settled.add(second)
    if (second === entryId) settled.add(first)
  }
  return settled
}

function reachable(from: string, ways: ReadonlyMap<string, string[]>): Set<string> {
  const seen = new Set<string>()
  const open = [from]
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (const next of ways.get(at) ?? []) {
      if (seen.has(next)) continue
      seen.add(next)
      open.push(next)
    }
  }
  return seen
}
