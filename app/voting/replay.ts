import { growingNumbers } from './growing-numbers.ts'
import { emptyBallots, type PackedBallots } from './packed-ballots.ts'
import type { RecordedEvent } from './record.ts'

/**
 * What the count needs of a vote, from its record and nothing else: the app, `npm run verify` and the page that checks a result all
 * replay the same events. Of several scores of a voter for an entry the last stands; what was said of an entry that left the vote
 * is left out; marks on ballots are as the last event about them leaves them.
 */
export interface Replayed<Entry extends { entryId: string }> {
  /** Those that stand in the end, in the order in which they were given. */
  entries: Entry[]
  /** Every ballot that the record names, in the order of its first event; the lists below have the same order. */
  pseudonyms: string[]
  /** Some have no score on an entry that stands. `entries` in them are places in the list above. */
  ballots: PackedBallots
  /** 1: of somebody who became staff. */
  staff: Uint8Array
  /** 1: put in quarantine and not released. */
  quarantined: Uint8Array
  /** 1: left out because two people agreed to it. */
  excluded: Uint8Array
  duels: PackedDuels
  /** Of the last event; 0 when there was none. */
  sequence: number
}

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

export interface Replay<Entry extends { entryId: string }> {
  /** The next event. Throws when it does not follow the last one taken. */
  take: (event: Readonly<RecordedEvent>) => void
  /** Throws when something was said of an entry that neither is in the list nor left the vote. */
  end: () => Replayed<Entry>
}

/** @param entries those of the vote, with or without those that the record says have left it */
export function replayVote<Entry extends { entryId: string }>(
  entries: readonly Entry[],
  events: Iterable<RecordedEvent>,
): Replayed<Entry> {
  const replay = beginReplay(entries)
  for (const event of events) replay.take(event)
  return replay.end()
}

/** The same for a record that comes piece by piece. */
export function beginReplay<Entry extends { entryId: string }>(entries: readonly Entry[]): Replay<Entry> {
  const entryNumbers = new Map(entries.map(({ entryId }, number) => [entryId, number]))
  const ballotNumbers = new Map<string, number>()
  const withdrawn = new Set<number>()
  const scores = { ballots: growingNumbers(), entries: growingNumbers(), values: growingNumbers() }
  const duels = {
    ballots: growingNumbers(),
    firsts: growingNumbers(),
    seconds: growingNumbers(),
    values: growingNumbers(),
  }
  const handed = new Map<number, number>()
  const marks = { staff: new Set<number>(), quarantined: new Set<number>(), excluded: new Set<number>() }
  let sequence = 0

  const numberOf = (numbers: Map<string, number>, name: string | null) => {
    if (name === null) throw new Error(`event ${sequence} does not say whom it is about`)
    const known = numbers.get(name)
    if (known !== undefined) return known
    const number = numbers.size
    numbers.set(name, number)
    return number
  }
  const ballotOf = ({ pseudonym }: Readonly<RecordedEvent>) => numberOf(ballotNumbers, pseudonym)

  function take(event: Readonly<RecordedEvent>): void {
    if (event.sequence !== sequence + 1) throw new Error(`event ${event.sequence} comes after event ${sequence}`)
    sequence = event.sequence
    switch (event.kind) {
      case 'score':
      case 'change':
        scores.ballots.push(ballotOf(event))
        scores.entries.push(numberOf(entryNumbers, event.entryId))
        scores.values.push(event.value ?? 0)
        return
      case 'duel':
        duels.ballots.push(ballotOf(event))
        duels.firsts.push(numberOf(entryNumbers, event.entryId))
        duels.seconds.push(numberOf(entryNumbers, event.againstId))
        duels.values.push(event.value ?? 0)
        return
      case 'withdrawal':
        withdrawn.add(numberOf(entryNumbers, event.entryId))
        return
      case 'handed':
        handed.set(ballotOf(event), event.value ?? 0)
        return
      case 'staff':
        marks.staff.add(ballotOf(event))
        return
      case 'quarantine':
        marks.quarantined.add(ballotOf(event))
        return
      case 'release':
        marks.quarantined.delete(ballotOf(event))
        return
      case 'exclusion':
        marks.excluded.add(ballotOf(event))
    }
  }

  function end(): Replayed<Entry> {
    const names = [...entryNumbers.keys()]
    names.forEach((name, number) => {
      if (number >= entries.length && !withdrawn.has(number))
        throw new Error(`the record speaks of ${name}, which is no entry of the vote`)
    })
    const standing = entries.filter((_, number) => !withdrawn.has(number))
    const places = new Int32Array(names.length).fill(GONE)
    standing.forEach(({ entryId }, place) => {
      places[entryNumbers.get(entryId) ?? 0] = place
    })
    const ballots = ballotNumbers.size
    const packed = packScores(ballots, scores, places)
    for (const [ballot, designs] of handed) packed.handed[ballot] = designs
    const markOf = (marked: ReadonlySet<number>) =>
      Uint8Array.from({ length: ballots }, (_, at) => (marked.has(at) ? 1 : 0))
    return {
      entries: standing,
      pseudonyms: [...ballotNumbers.keys()],
      ballots: packed,
      staff: markOf(marks.staff),
      quarantined: markOf(marks.quarantined),
      excluded: markOf(marks.excluded),
      duels: packDuels(duels, places),
      sequence,
    }
  }

  return { take, end }
}

const GONE = -1

type Taken<Name extends string> = Record<Name, ReturnType<typeof growingNumbers>>

/** The scores ballot by ballot, the last of each ballot for each entry, where the first of them came. */
function packScores(
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

function packDuels(taken: Taken<keyof PackedDuels>, places: Int32Array): PackedDuels {
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
