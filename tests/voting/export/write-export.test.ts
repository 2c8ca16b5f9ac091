import { expect, test } from 'vitest'
import { readLine } from '#app/voting/export/read-line.ts'
import { beginExport, eventLine } from '#app/voting/export/write-export.ts'
import { eventText } from '#app/voting/record.ts'
import { aHeader, chained, HASHING, headOf } from './an-export.ts'

const PSEUDONYM = 'a'.repeat(32)
const none = { pseudonym: null, entryId: null, againstId: null, value: null }
const EVENTS = chained([
  { ...none, kind: 'score', pseudonym: PSEUDONYM, entryId: 'entry-1', value: 5 },
  { ...none, kind: 'change', pseudonym: PSEUDONYM, entryId: 'entry-1', value: 0 },
  { ...none, kind: 'duel', pseudonym: PSEUDONYM, entryId: 'entry-1', againstId: 'entry-2', value: 2 },
  { ...none, kind: 'withdrawal', entryId: 'entry-2' },
  { ...none, kind: 'handed', pseudonym: PSEUDONYM, value: 41 },
  { ...none, kind: 'quarantine', pseudonym: PSEUDONYM },
])

function written(pieces: readonly (readonly (typeof EVENTS)[number][])[] = [EVENTS]): { text: string; digest: string } {
  const writer = beginExport(HASHING)
  const head = headOf(EVENTS)
  const standing = { points: 2.5, low: 1, high: 4.05, scores: 1, buyMarks: 3, tieGroup: 1 }
  const before = [
    writer.opening({
      header: aHeader({ frozenHead: head, lastHead: head }),
      entries: [
        { entryId: 'entry-2', submittedAt: '2026-03-01T09:01:00.000Z', buyMarks: 0 },
        { entryId: 'entry-1', submittedAt: '2026-03-01T09:00:00.000Z', buyMarks: 3 },
      ],
    }),
    writer.receipts(['0'.repeat(32)]),
    writer.heads([{ ...head, publishedAt: '2026-03-25T13:00:00.000Z' }]),
    ...pieces.map((piece) => writer.events(piece.map(eventLine).join(''))),
  ]
  const line = { entryId: 'entry-1', place: 1, ...standing }
  const { text, digest } = writer.closing({ official: [line], raw: [line], audited: [line] })
  return { text: [...before, text].join(''), digest }
}

test('an export is its header, entries, receipts, heads, events, three standings and the digest, in this order', () => {
  const words = written()
    .text.split('\n')
    .slice(0, -1)
    .map((line) => line.split(' ').slice(0, 2).join(' '))
  expect(words).toEqual([
    ...['placet-export 1', 'rules 3', 'contest abcdefghjkmnpqrs', 'method scores'],
    ...[
      'closed 2026-03-30T18:00:00.000Z',
      'frozen 2026-03-30T18:00:00.004Z',
      'record 6',
      'holds 2',
      `nonce ${'f'.repeat(64)}`,
    ],
    ...['constant reach', 'entry entry-1', 'entry entry-2', `receipt ${'0'.repeat(32)}`, 'head 6'],
    ...['event 1', 'event 2', 'event 3', 'event 4', 'event 5', 'event 6'],
    ...['standing official', 'standing raw', 'standing audited', `digest ${written().digest}`],
  ])
})

test('the digest is the hash of all lines before its own, however the record came in pieces', () => {
  const { text, digest } = written()
  expect(HASHING.of(text.slice(0, text.indexOf('digest ')))).toBe(digest)
  expect(written([EVENTS.slice(0, 1), [], EVENTS.slice(1)])).toEqual({ text, digest })
})

test('every line that is no event ends in the beginning of a hash over the check before it and itself', () => {
  const lines = written()
    .text.split('\n')
    .filter((line) => line !== '' && !/^(event|digest) /.test(line))
  let before = '0'.repeat(16)
  for (const line of lines) {
    const [, text = '', check = ''] = /^(.*) ([0-9a-f]{16})$/.exec(line) ?? []
    expect(check).toBe(HASHING.of(`${before}\n${text}`).slice(0, 16))
    before = check
  }
})

test('each line that is written is read, and an event says what it said', () => {
  const lines = written().text.split('\n').slice(0, -1)
  const read = lines.map(readLine)
  expect(read.map((line) => line?.kind)).toEqual(lines.map((line) => line.split(' ')[0]))
  expect(read.flatMap((line) => (line?.kind === 'event' ? [line.event] : [])).map(eventText)).toEqual(
    EVENTS.map(eventText),
  )
  expect(read[10]).toMatchObject({ entryId: 'entry-1', submittedAt: '2026-03-01T09:00:00.000Z', buyMarks: 3 })
})

test('a line that is not to the letter is not read', () => {
  const hash = 'b'.repeat(64)
  const minute = '2026-03-25T12:00Z'
  const check = 'c'.repeat(16)
  const right = `event 1 ${minute} score ${PSEUDONYM} e1 - 5 ${hash}`
  expect(readLine(right)).not.toBeNull()
  const wrong = [
    ...['', ' ', 'digest', `digest ${hash} `, `Digest ${hash}`, `digest ${hash}\r`],
    ...[
      `${right} `,
      ` ${right}`,
      right.replace(' 5 ', ' 6 '),
      right.replace(' 5 ', ' 05 '),
      right.replace(' 5 ', ' - '),
    ],
    ...[right.replace(' - 5', '  5'), right.replace('e1', '-'), right.replace(PSEUDONYM, '-'), right.toUpperCase()],
    right.replace('score', 'scores'),
    right.replace('score', 'toString'),
    right.replace('event 1', 'event 01'),
    `event 1 ${minute} duel ${PSEUDONYM} e1 e1 0 ${hash}`,
    `event 1 ${minute} duel ${PSEUDONYM} e1 e2 3 ${hash}`,
    `event 1 ${minute} withdrawal ${PSEUDONYM} e1 - - ${hash}`,
    `event 1 ${minute} quarantine ${PSEUDONYM} - - 1 ${hash}`,
    ...[
      `method points ${check}`,
      `rules 3 ${check} `,
      `rules -2 ${check}`,
      `rules 3 3 ${check}`,
      `constructor 2 ${check}`,
    ],
    `standing official 1 e1 2.5 1.00 4.00 1 1 1 ${check}`,
    `receipt ${PSEUDONYM}\u00a0${check}`,
  ]
  for (const line of wrong) expect(readLine(line), line).toBeNull()
})
