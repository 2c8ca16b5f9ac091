import type { BallotEventKind } from '#db/schema.ts'
import type { RecordedEvent } from './record.ts'
import type { Replay } from './replay.ts'

/**
 * Events of a record as the count reads them, one a line: only the words that a count asks, so that a million are read in a second. A
 * score or its change is `<pseudonym> <entry> <value>`, whatever else happens `!<kind> <pseudonym> <entry> <against> <value>`, with `-`
 * for what is not there. Their numbers and minutes are left out: the lines come in the order of the numbers, none is missing, and
 * which those are is said beside them.
 */
export function eventLine({ kind, pseudonym, entryId, againstId, value }: RecordedEvent): string {
  if (kind === 'score' || kind === 'change') return `${pseudonym} ${entryId} ${value}`
  return `!${kind} ${pseudonym ?? '-'} ${entryId ?? '-'} ${againstId ?? '-'} ${value ?? '-'}`
}

/** Every kind of event that has a line of five words. */
const KINDS: Record<Exclude<BallotEventKind, 'score' | 'change'>, true> = {
  duel: true,
  withdrawal: true,
  handed: true,
  staff: true,
  quarantine: true,
  release: true,
  exclusion: true,
}

const LINE_FEED = 0x0a
const MARK = '!'.charCodeAt(0)

/**
 * Replays the lines of the events that follow the one with the number `after`; answers the number of the last. The last line may be ended
 * or not. Throws at a line that is no event.
 */
export function replayLines(text: Uint8Array, after: number, { take, takeScore }: Replay<{ entryId: string }>): number {
  let sequence = after
  let from = 0
  while (from < text.length) {
    sequence += 1
    const isScore = text[from] !== MARK
    const end = isScore ? takeScore(text, from) : endOfLine(text, from)
    if (end === null) throw notAnEvent(lineAt(text, from))
    if (!isScore) take(eventIn(lineAt(text, from), sequence))
    from = end + 1
  }
  return sequence
}

function lineAt(text: Uint8Array, from: number): string {
  return new TextDecoder().decode(text.subarray(from, endOfLine(text, from)))
}

function endOfLine(text: Uint8Array, from: number): number {
  const end = text.indexOf(LINE_FEED, from)
  return end === -1 ? text.length : end
}

function eventIn(line: string, sequence: number): RecordedEvent {
  const [kind = '', pseudonym = '', entryId = '', againstId = '', value = '', ...more] = line.slice(1).split(' ')
  const number = value === '-' ? null : Number(value)
  const isWhole = number === null || (/^[0-9]{1,15}$/.test(value) && Number.isSafeInteger(number))
  if (!isKind(kind) || !pseudonym || !entryId || !againstId || !isWhole || more.length > 0) throw notAnEvent(line)
  const name = (word: string) => (word === '-' ? null : word)
  return {
    ...{ sequence, minute: '', kind, pseudonym: name(pseudonym), entryId: name(entryId) },
    ...{ againstId: name(againstId), value: number },
  }
}

function isKind(word: string): word is keyof typeof KINDS {
  return Object.hasOwn(KINDS, word)
}

function notAnEvent(line: string): Error {
  return new Error(`not an event of the record: “${line}”`)
}
