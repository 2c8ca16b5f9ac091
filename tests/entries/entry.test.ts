import { describe, expect, test } from 'vitest'
import { mayFinishUpload, type Schedule } from '#app/contests/schedule.ts'
import {
  answerField,
  type EntryTimes,
  entryState,
  entryWordsSchema,
  invitationSchema,
  refuseChange,
  STORY_CHARACTERS_MOST,
  TITLE_CHARACTERS_MOST,
} from '#app/entries/entry.ts'

const schedule: Schedule = {
  opensAt: '2026-05-01T08:00:00.000Z',
  votingOpensAt: '2026-05-20T08:00:00.000Z',
  votingClosesAt: '2026-05-30T08:00:00.000Z',
  decisionDueAt: '2026-06-10T08:00:00.000Z',
  publishedAt: '2026-04-20T08:00:00.000Z',
  decidedAt: null,
  cancelledAt: null,
}
const draft: EntryTimes = { submittedAt: null, withdrawnAt: null, takenDownAt: null }
const published = { ...draft, submittedAt: '2026-05-10T08:00:00.000Z' }
const at = (time: string) => new Date(`2026-05-${time}Z`)

function refusal(
  entry: EntryTimes,
  now: Date,
  more: { begunAt?: Date; lastUploadAt?: string; frozenAt?: string } = {},
) {
  const times = { begunAt: more.begunAt ?? now, lastUploadAt: more.lastUploadAt ?? null }
  return refuseChange(entry, { contest: { schedule, frozenAt: more.frozenAt ?? null }, ...times }, now)
}

describe('until when an entry changes', () => {
  test('a draft and a published entry change until the very moment voting opens', () => {
    expect(refusal(draft, at('20T07:59:59.999'))).toBeNull()
    expect(refusal(published, at('20T07:59:59.999'))).toBeNull()
    expect(refusal(draft, at('20T08:00:00.000'))).toBe('entries-closed')
    expect(refusal(published, at('20T08:00:00.000'))).toBe('entries-closed')
  })

  test('a draft whose upload finished after the deadline has the rest of ten minutes', () => {
    const late = { lastUploadAt: '2026-05-20T08:02:00.000Z' }
    expect(refusal(draft, at('20T08:09:59.999'), late)).toBeNull()
    expect(refusal(draft, at('20T08:10:00.000'), late)).toBe('entries-closed')
  })

  test('a request begun in time may finish for a draft, never for a published entry', () => {
    const late = { begunAt: at('20T07:59:00.000') }
    expect(refusal(draft, at('20T08:05:00.000'), late)).toBeNull()
    expect(refusal(published, at('20T08:05:00.000'), late)).toBe('entries-closed')
  })

  test('the ten minutes are over at once when the voting is closed or its ballots are frozen within them', () => {
    const late = { begunAt: at('20T07:59:00.000') }
    const now = at('20T08:05:00.000')
    const frozenAt = '2026-05-20T08:04:00.000Z'
    const closed = { ...schedule, votingClosesAt: frozenAt }
    expect(mayFinishUpload({ schedule, frozenAt: null }, late.begunAt, now)).toBe(true)
    expect(mayFinishUpload({ schedule, frozenAt }, late.begunAt, now)).toBe(false)
    expect(mayFinishUpload({ schedule: closed, frozenAt: null }, late.begunAt, now)).toBe(false)
    expect(refusal(draft, now, { ...late, frozenAt })).toBe('entries-closed')
  })

  test('withdrawn and taken-down entries never change, whatever the time', () => {
    const now = at('10T08:00:00.000')
    expect(refusal({ ...draft, withdrawnAt: 'x' }, now)).toBe('entry-withdrawn')
    expect(refusal({ ...published, takenDownAt: 'x' }, now)).toBe('entry-taken-down')
    expect(entryState({ ...published, withdrawnAt: 'x', takenDownAt: 'x' })).toBe('taken-down')
  })
})

describe('the words of an entry', () => {
  const question = { id: 'q1', kind: 'choice' as const, prompt: 'Where?', hint: '', options: ['Town'], required: true }
  const schema = entryWordsSchema([question], ['a1'])

  test('a draft may be quite empty', () => {
    expect(schema.parse({})).toMatchObject({ title: '', aiUse: '', original: false, answers: { q1: '' }, alts: {} })
  })

  test('line ends count once, control characters go, and a title is one line', () => {
    const words = schema.parse({ title: ' The\r\nlong  way\u0000 ', story: 'one\r\ntwo\u0007' })
    expect(words.title).toBe('The long way')
    expect(words.story).toBe('one\ntwo')
    expect(schema.safeParse({ story: '\r\n'.repeat(STORY_CHARACTERS_MOST / 2).concat('x') }).success).toBe(true)
  })

  test('what is too long says how long it is and how long it may be', () => {
    const reading = schema.safeParse({ title: 'x'.repeat(TITLE_CHARACTERS_MOST + 1) })
    expect(reading.error?.issues[0]).toMatchObject({ path: ['title'] })
    expect(reading.error?.issues[0]?.message).toContain('121')
  })

  test('an answer that is not on offer, and a list where a text belongs, are refused beside their field', () => {
    const reading = schema.safeParse({ [answerField('q1')]: 'The moon', title: ['a', 'b'] })
    expect(reading.error?.issues.map((issue) => issue.path[0]).sort()).toEqual(['answer.q1', 'title'])
  })

  test('a handle is understood with an @, in capitals and as an address', () => {
    for (const handle of ['ada-rossi', ' @Ada-Rossi ', 'https://placet.test/people/ada-rossi']) {
      expect(invitationSchema.parse({ handle })).toEqual({ handle: 'ada-rossi' })
    }
    expect(invitationSchema.safeParse({ handle: 'ada@example.org' }).success).toBe(false)
  })
})
