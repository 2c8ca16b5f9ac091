import type { Kysely } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { answerLikeness } from '#app/entries/answer-likeness.server.ts'
import { findEntryEdit } from '#app/entries/entry-edits.server.ts'
import { isAsked, likenessAnswerSchema } from '#app/entries/likeness-answer.ts'
import { saveEntry } from '#app/entries/save-entry.server.ts'
import { submitEntry } from '#app/entries/submit-entry.server.ts'
import { withdrawEntry } from '#app/entries/withdraw-entry.server.ts'
import type { Database } from '#db/schema.ts'
import { aContest } from '../contests-in-phases.ts'
import { anEntry, completeWords, expectDone } from '../entries-in-contests.ts'
import { freshDatabase } from '../fresh-database.ts'
import { letLookAlike } from '../like-pictures.ts'
import { aMember, type TestPerson } from '../people.ts'

const NOW = new Date('2026-05-04T10:00:00.000Z')
const LATER = new Date('2026-05-04T12:00:00.000Z')
let db: Kysely<Database>
let contestId: string
let maker: TestPerson
let copier: TestPerson

beforeEach(async () => {
  db = await freshDatabase()
  contestId = (await aContest(db, { phase: 'open', now: NOW })).contestId
  maker = await aMember(db)
  copier = await aMember(db)
})
afterEach(() => db.destroy())

const entered = (designer: TestPerson, at: Date, draft = false) => anEntry(db, { contestId, designer, at, draft })

async function asked(entryId: string, designer: TestPerson) {
  const edit = await findEntryEdit(db, { entryId, designer }, LATER)
  return { likeness: edit?.artworks[0]?.likeness ?? null, missing: edit?.missing.map(({ what }) => what) }
}

async function aPair({ firstIsDraft = false } = {}) {
  const first = await entered(maker, NOW, firstIsDraft)
  const second = await entered(copier, LATER, true)
  await letLookAlike(db, second, first, LATER)
  return { first, second }
}

async function answer(entryId: string, designer: TestPerson, words = '') {
  const edit = await findEntryEdit(db, { entryId, designer }, LATER)
  const artworkId = edit?.artworks[0]?.id ?? ''
  return answerLikeness(db, { entryId, artworkId, designer, kind: 'mine', words }, LATER)
}

test('who comes second is asked, is shown the other while everybody may see it, and may answer before or after submitting', async () => {
  const { first, second } = await aPair()
  const { likeness, missing } = await asked(second, copier)
  const other = await findEntryEdit(db, { entryId: first, designer: maker }, LATER)
  expect(likeness).toEqual({ answer: null, other: other?.artworks[0]?.picture })
  // A machine's suspicion must not cost anybody the deadline.
  expect(missing).toEqual([])
  expectDone(await submitEntry(db, { entryId: second, designer: copier }, LATER))

  expectDone(await answer(second, copier, 'We were at the same school.'))
  expect((await asked(second, copier)).likeness?.answer).toMatchObject({
    kind: 'mine',
    words: 'We were at the same school.',
  })
  const recorded = await db
    .selectFrom('activity')
    .select('particulars')
    .where('kind', '=', 'likeness-answered')
    .execute()
  expect(recorded).toEqual([{ particulars: '{"kind":"mine"}' }])
})

test('nobody learns by uploading that somebody else has a draft', async () => {
  const { second } = await aPair({ firstIsDraft: true })
  expect(await asked(second, copier)).toEqual({ likeness: null, missing: [] })
  expect(await answer(second, copier)).toEqual({ ok: false, refusal: 'not-asked' })
})

test('who came first is not asked about who came after', async () => {
  const { first, second } = await aPair()
  expectDone(await answer(second, copier))
  expectDone(await submitEntry(db, { entryId: second, designer: copier }, LATER))
  expect(await asked(first, maker)).toEqual({ likeness: null, missing: [] })
})

test('of two drafts the one whose maker submits later is asked, though its picture came first', async () => {
  const { first, second } = await aPair({ firstIsDraft: true })
  expectDone(await submitEntry(db, { entryId: second, designer: copier }, LATER))
  expect((await asked(first, maker)).likeness).toMatchObject({ answer: null })
})

test('the picture of a withdrawn entry is asked about, and not shown', async () => {
  const { first, second } = await aPair()
  expectDone(await withdrawEntry(db, { steps: [], entryId: first, designer: maker }, LATER))
  expect((await asked(second, copier)).likeness).toEqual({ answer: null, other: null })
})

test('a question that comes after an entry was submitted does not keep its words from being saved', async () => {
  const first = await entered(maker, NOW)
  const second = await entered(copier, LATER)
  await letLookAlike(db, second, first, LATER)
  expect((await asked(second, copier)).likeness).toMatchObject({ answer: null })
  const words = await completeWords(db, contestId, { title: 'Better words' })
  expectDone(await saveEntry(db, { entryId: second, designer: copier, words }, LATER))
})

test('a likeness that is found after the deadline is asked about on the locked entry, and answering is no edit', async () => {
  const first = await entered(maker, NOW)
  const second = await entered(copier, LATER)
  const afterwards = new Date('2027-05-04T10:00:00.000Z')
  await letLookAlike(db, second, first, afterwards)
  const edit = () => findEntryEdit(db, { entryId: second, designer: copier }, afterwards)
  const before = await edit()
  expect([before?.locked, before?.artworks[0]?.likeness]).toMatchObject(['entries-closed', { answer: null }])
  const artworkId = before?.artworks[0]?.id ?? ''
  const said = { entryId: second, artworkId, designer: copier, kind: 'mine', words: '' } as const
  expectDone(await answerLikeness(db, said, afterwards))
  const { artworks, ...after } = (await edit()) ?? { artworks: [] }
  expect(artworks[0]?.likeness?.answer?.kind).toBe('mine')
  expect(after).toEqual({ ...before, artworks: undefined })
})

test('only the entry’s own designer answers', async () => {
  const { second } = await aPair()
  const edit = await findEntryEdit(db, { entryId: second, designer: copier }, LATER)
  const artworkId = edit?.artworks[0]?.id ?? ''
  const details = { entryId: second, artworkId, designer: maker, kind: 'unaware', words: '' } as const
  expect(await answerLikeness(db, details, LATER)).toEqual({ ok: false, refusal: 'entry-not-found' })
})

test('people who have come to work together are not asked about each other', async () => {
  const { first, second } = await aPair()
  const row = {
    entryId: second,
    accountId: maker.id,
    invitedAt: LATER.toISOString(),
    acceptedAt: null,
    declinedAt: null,
  }
  await db.insertInto('collaborator').values(row).execute()
  expect(await asked(second, copier)).toEqual({ likeness: null, missing: [] })
  expect(await asked(first, maker)).toEqual({ likeness: null, missing: [] })
})

test('a picture added to a submitted entry counts from its own upload', () => {
  const early = '2026-05-01T10:00:00.000Z'
  const middle = '2026-05-02T10:00:00.000Z'
  const late = '2026-05-03T10:00:00.000Z'
  const other = { takenAt: early, submittedAt: middle }
  expect(isAsked({ takenAt: late, submittedAt: early }, other)).toBe(true)
  expect(isAsked({ takenAt: early, submittedAt: early }, other)).toBe(false)
  expect(isAsked({ takenAt: early, submittedAt: null }, { takenAt: early, submittedAt: null })).toBe(false)
})

test('a licence and a common source are named; the other answers stand without words', () => {
  const fits = (kind: string, words: string) => likenessAnswerSchema.safeParse({ kind, words }).success
  expect([fits('mine', ''), fits('unaware', ''), fits('licensed', 'CC BY, Archivio Alinari')]).toEqual([
    true,
    true,
    true,
  ])
  expect([fits('licensed', ''), fits('common-source', ''), fits('stolen', 'Yes')]).toEqual([false, false, false])
})
