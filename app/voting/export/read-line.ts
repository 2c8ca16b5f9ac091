import type { BallotEventKind } from '#db/schema.ts'
import type { RecordedEvent } from '../record.ts'
import { METHODS, type Method, VIEWS } from './export-format.ts'

/** A line of an export, read to the letter (export-format.ts). `text` is the line without its check. */
export type ExportLine = Checked | { kind: 'event'; event: RecordedEvent; hash: string } | DigestLine

type DigestLine = { kind: 'digest'; hash: string }

export type Checked = { text: string; check: string } & (
  | { kind: 'placet-export'; version: number }
  | { kind: 'rules'; version: number }
  | { kind: 'contest'; contestId: string; slug: string }
  | { kind: 'method'; method: Method }
  | { kind: 'closed'; at: string }
  | { kind: 'frozen'; at: string; sequence: number; hash: string }
  | { kind: 'record'; sequence: number; hash: string }
  | { kind: 'holds'; entries: number; receipts: number; heads: number }
  | { kind: 'nonce'; nonce: string }
  | { kind: 'constant'; name: string; value: number }
  | { kind: 'entry'; entryId: string; submittedAt: string; buyMarks: number }
  | { kind: 'receipt'; code: string }
  | { kind: 'head'; sequence: number; hash: string; publishedAt: string }
  | { kind: 'standing' }
)

export type LineKind = ExportLine['kind']

/** The kinds in the order in which they stand; a file has one each of those up to the nonce. */
export const KINDS_IN_ORDER = [
  'placet-export',
  'rules',
  'contest',
  'method',
  'closed',
  'frozen',
  'record',
  'holds',
  'nonce',
  'constant',
  'entry',
  'receipt',
  'head',
  'event',
  'standing',
  'digest',
] as const satisfies readonly LineKind[]

const NUMBER = '(0|[1-9][0-9]{0,14})'
const HASH = '([0-9a-f]{64})'
const NAME = '[0-9a-f]{32}'
const ID = '[0-9A-Za-z_-]{1,64}'
const WORD = '([0-9a-z-]{1,100})'
const TIME = '([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}[.][0-9]{3}Z)'
const MINUTE = '([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}Z)'
const POINTS = '[0-5][.][0-9]{2}'

const SHAPES: Record<Checked['kind'], RegExp> = {
  'placet-export': shape(NUMBER),
  rules: shape(NUMBER),
  contest: shape(`(${ID})`, WORD),
  method: shape(`(${METHODS.join('|')})`),
  closed: shape(TIME),
  frozen: shape(TIME, NUMBER, HASH),
  record: shape(NUMBER, HASH),
  holds: shape(NUMBER, NUMBER, NUMBER),
  nonce: shape(HASH),
  constant: shape(WORD, NUMBER),
  entry: shape(`(${ID})`, TIME, NUMBER),
  receipt: shape(`(${NAME})`),
  head: shape(NUMBER, HASH, TIME),
  standing: shape(`(${VIEWS.join('|')})`, NUMBER, ID, POINTS, POINTS, POINTS, NUMBER, NUMBER, NUMBER),
}

const LAST_CHECK = /^(.+) ([0-9a-f]{16})$/
const DIGEST = new RegExp(`^digest ${HASH}$`)
const EVENT = new RegExp(
  `^event ${NUMBER} ${MINUTE} ([a-z]+) (${NAME}|-) (${ID}) (${ID}) (-|0|[1-9][0-9]{0,14}) ${HASH}$`,
)

function shape(...words: string[]): RegExp {
  return new RegExp(`^[a-z-]+ ${words.join(' ')}$`)
}

/** null where the line is not to the letter. */
export function readLine(line: string): ExportLine | null {
  if (line.startsWith('event ')) return readEvent(line)
  const digest = DIGEST.exec(line)
  if (digest) return { kind: 'digest', hash: digest[1] ?? '' }
  const [, text = '', check = ''] = LAST_CHECK.exec(line) ?? []
  const kind = text.slice(0, text.indexOf(' '))
  if (!isCheckedKind(kind)) return null
  const [, ...words] = SHAPES[kind].exec(text) ?? []
  return words.length === 0 ? null : { text, check, ...factOf(kind, words) }
}

type Fact = Checked extends infer Line ? (Line extends Checked ? Omit<Line, 'text' | 'check'> : never) : never

function factOf(kind: Checked['kind'], [a = '', b = '', c = '']: readonly string[]): Fact {
  switch (kind) {
    case 'placet-export':
    case 'rules':
      return { kind, version: Number(a) }
    case 'contest':
      return { kind, contestId: a, slug: b }
    case 'method':
      return { kind, method: a === 'duels' ? 'duels' : 'scores' }
    case 'closed':
      return { kind, at: a }
    case 'frozen':
      return { kind, at: a, sequence: Number(b), hash: c }
    case 'record':
      return { kind, sequence: Number(a), hash: b }
    case 'holds':
      return { kind, entries: Number(a), receipts: Number(b), heads: Number(c) }
    case 'nonce':
      return { kind, nonce: a }
    case 'constant':
      return { kind, name: a, value: Number(b) }
    case 'entry':
      return { kind, entryId: a, submittedAt: b, buyMarks: Number(c) }
    case 'receipt':
      return { kind, code: a }
    case 'head':
      return { kind, sequence: Number(a), hash: b, publishedAt: c }
    case 'standing':
      return { kind }
  }
}

/** What an event of each kind has; the rest are dashes. */
const EVENT_SHAPES: Record<BallotEventKind, { pseudonym?: true; entry?: true; against?: true; most?: number }> = {
  score: { pseudonym: true, entry: true, most: 5 },
  change: { pseudonym: true, entry: true, most: 5 },
  duel: { pseudonym: true, entry: true, against: true, most: 2 },
  withdrawal: { entry: true },
  handed: { pseudonym: true, most: Number.MAX_SAFE_INTEGER },
  staff: { pseudonym: true },
  quarantine: { pseudonym: true },
  release: { pseudonym: true },
  exclusion: { pseudonym: true },
}

function readEvent(line: string): ExportLine | null {
  const [, sequence = '', minute = '', kind = '', ...words] = EVENT.exec(line) ?? []
  if (!isEventKind(kind)) return null
  const [pseudonym = null, entryId = null, againstId = null, value = null, hash] = words.map(wordOf)
  const has = EVENT_SHAPES[kind]
  if ((pseudonym !== null) !== (has.pseudonym ?? false)) return null
  if ((entryId !== null) !== (has.entry ?? false)) return null
  if ((againstId !== null) !== (has.against ?? false)) return null
  if ((value !== null) !== (has.most !== undefined) || Number(value) > (has.most ?? 0)) return null
  if (againstId !== null && againstId === entryId) return null
  const numbers = { sequence: Number(sequence), value: value === null ? null : Number(value) }
  return { kind: 'event', hash: hash ?? '', event: { ...numbers, minute, kind, pseudonym, entryId, againstId } }
}

function wordOf(word: string): string | null {
  return word === '-' ? null : word
}

function isEventKind(kind: string): kind is BallotEventKind {
  return Object.hasOwn(EVENT_SHAPES, kind)
}

function isCheckedKind(kind: string): kind is Checked['kind'] {
  return Object.hasOwn(SHAPES, kind)
}
