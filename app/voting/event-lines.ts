import type { BallotEventKind } from '#db/schema.ts'
import type { RecordedEvent } from './record.ts'

/** Every kind of event, by the words of the record. */
const KINDS: Record<BallotEventKind, BallotEventKind> = {
  score: 'score',
  change: 'change',
  duel: 'duel',
  withdrawal: 'withdrawal',
  handed: 'handed',
  staff: 'staff',
  quarantine: 'quarantine',
  release: 'release',
  exclusion: 'exclusion',
}

const WORDS = 7
const ZERO = '0'.charCodeAt(0)
const NINE = '9'.charCodeAt(0)

/**
 * Reads events as the record prints them (`eventText`), one a line, the last line ended or not. The event that `take` gets is the same
 * object each time, with the next line in it: a million of them are read without making a million. Throws at a line that is no event.
 */
export function readEventLines(text: string, take: (event: Readonly<RecordedEvent>) => void): void {
  const event: RecordedEvent = {
    ...{ sequence: 0, minute: '', kind: 'score' },
    ...{ pseudonym: null, entryId: null, againstId: null, value: null },
  }
  const starts = new Int32Array(WORDS + 1)
  let from = 0
  while (from < text.length) {
    const lineEnd = text.indexOf('\n', from)
    const end = lineEnd === -1 ? text.length : lineEnd
    splitLine(text, from, end, starts)
    event.sequence = numberIn(text, starts, 0)
    event.minute = wordIn(text, starts, 1)
    event.kind = kindIn(text, starts)
    event.pseudonym = wordOrNull(text, starts, 3)
    event.entryId = wordOrNull(text, starts, 4)
    event.againstId = wordOrNull(text, starts, 5)
    event.value = wordOrNull(text, starts, 6) === null ? null : numberIn(text, starts, 6)
    take(event)
    from = end + 1
  }
}

/** Where each word begins, and one past the end of the last with its blank. */
function splitLine(text: string, from: number, end: number, starts: Int32Array): void {
  let at = from
  for (let word = 0; word < WORDS; word += 1) {
    starts[word] = at
    const blank = word === WORDS - 1 ? end : text.indexOf(' ', at)
    if (blank === -1 || blank > end || blank === at) throw notAnEvent(text, from, end)
    at = blank + 1
  }
  starts[WORDS] = at
  const last = text.indexOf(' ', starts[WORDS - 1])
  if (last !== -1 && last < end) throw notAnEvent(text, from, end)
}

function wordIn(text: string, starts: Int32Array, word: number): string {
  return text.slice(starts[word], (starts[word + 1] ?? 0) - 1)
}

function wordOrNull(text: string, starts: Int32Array, word: number): string | null {
  const length = (starts[word + 1] ?? 0) - (starts[word] ?? 0) - 1
  return length === 1 && text[starts[word] ?? 0] === '-' ? null : wordIn(text, starts, word)
}

function numberIn(text: string, starts: Int32Array, word: number): number {
  let number = 0
  const end = (starts[word + 1] ?? 0) - 1
  for (let at = starts[word] ?? 0; at < end; at += 1) {
    const digit = text.charCodeAt(at)
    if (digit < ZERO || digit > NINE) throw notAnEvent(text, starts[0] ?? 0, (starts[WORDS] ?? 1) - 1)
    number = number * 10 + digit - ZERO
  }
  return number
}

function kindIn(text: string, starts: Int32Array): BallotEventKind {
  const word = wordIn(text, starts, 2)
  if (!Object.hasOwn(KINDS, word)) throw notAnEvent(text, starts[0] ?? 0, (starts[WORDS] ?? 1) - 1)
  return KINDS[word as BallotEventKind]
}

function notAnEvent(text: string, from: number, end: number): Error {
  return new Error(`not an event of the record: “${text.slice(from, end)}”`)
}
