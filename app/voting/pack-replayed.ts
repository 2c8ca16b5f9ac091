import type { GrowingNumbers } from './growing-numbers.ts'
import { emptyBallots, type PackedBallots } from './packed-ballots.ts'

/** Every answer to "which of these two?" whose entries both stand, in the order in which they came. */
export interface PackedDuels {
  /** Places in the list of pseudonyms. */
  ballots: Int32Array
  /** Places in the list of entries: shown first, shown second. */
  firsts: Int32Array
  seconds: Int32Array
  /** See DUEL_VALUES. */
  values: Uint8Array
}

/** The place of an entry that left the vote. */
export const GONE = -1

export type Taken<Name extends string> = Record<Name, GrowingNumbers>

/** The scores ballot by ballot, the last of each ballot for each entry, where the first of them came. */
export function packScores(
  ballots: number,
  taken: Taken<'ballots' | 'entries' | 'values'>,
  places: Int32Array,
): PackedBallots {
  const [ofBallot, ofEntry, values] = [taken.ballots.all(), taken.entries.all(), taken.values.all()]
  const order = orderByBallot(ofBallot, ballots)
  const packed = emptyBallots(ballots, order.length)
  const [seenOn, slots] = [new Int32Array(places.length).fill(GONE), new Int32Array(places.length)]
  let at = 0
  let next = 0
  for (let ballot = 0; ballot < ballots; ballot += 1) {
    for (; next < order.length && ofBallot[order[next] ?? 0] === ballot; next += 1) {
      const event = order[next] ?? 0
      const entry = ofEntry[event] ?? 0
      const place = places[entry] ?? GONE
      if (place === GONE) continue
      if (seenOn[entry] !== ballot) {
        seenOn[entry] = ballot
        slots[entry] = at
        packed.entries[at] = place
        at += 1
      }
      packed.values[slots[entry] ?? 0] = values[event] ?? 0
    }
    packed.starts[ballot + 1] = at
  }
  return { ...packed, entries: packed.entries.subarray(0, at), values: packed.values.subarray(0, at) }
}

/** The places of the events, those of a ballot together and in their order. */
function orderByBallot(ofBallot: Int32Array, ballots: number): Int32Array {
  const next = new Int32Array(ballots + 1)
  for (let event = 0; event < ofBallot.length; event += 1)
    next[(ofBallot[event] ?? 0) + 1] = (next[(ofBallot[event] ?? 0) + 1] ?? 0) + 1
  for (let ballot = 0; ballot < ballots; ballot += 1) next[ballot + 1] = (next[ballot + 1] ?? 0) + (next[ballot] ?? 0)
  const order = new Int32Array(ofBallot.length)
  for (let event = 0; event < ofBallot.length; event += 1) {
    const ballot = ofBallot[event] ?? 0
    order[next[ballot] ?? 0] = event
    next[ballot] = (next[ballot] ?? 0) + 1
  }
  return order
}

export function packDuels(taken: Taken<keyof PackedDuels>, places: Int32Array): PackedDuels {
  const [ballots, firsts, seconds, values] = [
    taken.ballots.all(),
    taken.firsts.all(),
    taken.seconds.all(),
    taken.values.all(),
  ]
  const placeAt = (entries: Int32Array, at: number) => places[entries[at] ?? 0] ?? GONE
  const standing = ballots
    .map((_, at) => at)
    .filter((at) => placeAt(firsts, at) !== GONE && placeAt(seconds, at) !== GONE)
  return {
    ballots: standing.map((at) => ballots[at] ?? 0),
    firsts: standing.map((at) => placeAt(firsts, at)),
    seconds: standing.map((at) => placeAt(seconds, at)),
    values: Uint8Array.from(standing, (at) => values[at] ?? 0),
  }
}
