import { growingNumbers } from './growing-numbers.ts'
import { type NameNumbers, numberNames } from './name-numbers.ts'
import { GONE, type PackedDuels, packDuels, packScores } from './pack-replayed.ts'
import type { PackedBallots } from './packed-ballots.ts'
import type { RecordedEvent } from './record.ts'

const BLANK = 0x20
const LINE_FEED = 0x0a
const ZERO = 0x30
const HIGHEST_SCORE = 5

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

export interface Replay<Entry extends { entryId: string }> {
  /** The next event. Throws when it does not follow the last one taken. */
  take: (event: Readonly<RecordedEvent>) => void
  /**
   * The same for the next event where it is a score or its change: `<pseudonym> <entry> <value>`, as it stands in a longer text from
   * there on. Answers the end of its line, or null where that is no score.
   */
  takeScore: (text: Uint8Array, from: number) => number | null
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
  const entryNumbers = numberNames(entries.map(({ entryId }) => entryId))
  const ballotNumbers = numberNames()
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

  const numberOf = (numbers: NameNumbers, name: string | null) => {
    if (name === null) throw new Error(`event ${sequence} does not say whom it is about`)
    return numbers.numberOf(name)
  }
  const ballotOf = ({ pseudonym }: Readonly<RecordedEvent>) => numberOf(ballotNumbers, pseudonym)

  function takeScore(text: Uint8Array, from: number): number | null {
    const ballot = ballotNumbers.numberAt(text, from)
    const blank = ballotNumbers.endOfWord()
    const entry = entryNumbers.numberAt(text, blank + 1)
    const secondBlank = entryNumbers.endOfWord()
    const value = (text[secondBlank + 1] ?? 0) - ZERO
    const end = secondBlank + 2
    const isWhole = from < blank && blank + 1 < secondBlank && text[blank] === BLANK && text[secondBlank] === BLANK
    const isLast = end === text.length || text[end] === LINE_FEED
    if (!isWhole || !isLast || value < 0 || value > HIGHEST_SCORE) return null
    sequence += 1
    scores.ballots.push(ballot)
    scores.entries.push(entry)
    scores.values.push(value)
    return end
  }

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
    const names = entryNumbers.names()
    names.forEach((name, number) => {
      if (number >= entries.length && !withdrawn.has(number))
        throw new Error(`the record speaks of ${name}, which is no entry of the vote`)
    })
    const standing = entries.filter((_, number) => !withdrawn.has(number))
    const places = new Int32Array(names.length).fill(GONE)
    standing.forEach(({ entryId }, place) => {
      places[entryNumbers.numberOf(entryId)] = place
    })
    const ballots = ballotNumbers.count()
    const packed = packScores(ballots, scores, places)
    for (const [ballot, designs] of handed) packed.handed[ballot] = designs
    const markOf = (marked: ReadonlySet<number>) =>
      Uint8Array.from({ length: ballots }, (_, at) => (marked.has(at) ? 1 : 0))
    return {
      entries: standing,
      pseudonyms: ballotNumbers.names(),
      ballots: packed,
      staff: markOf(marks.staff),
      quarantined: markOf(marks.quarantined),
      excluded: markOf(marks.excluded),
      duels: packDuels(duels, places),
      sequence,
    }
  }

  return { take, takeScore, end }
}
