import type { Kysely } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { cancelContest } from '#app/contests/cancel-contest.server.ts'
import { answerLikeness } from '#app/entries/answer-likeness.server.ts'
import { findArtworkAudience } from '#app/entries/picture-audience.server.ts'
import { withdrawEntry } from '#app/entries/withdraw-entry.server.ts'
import { nearMatchNoteSchema } from '#app/moderation/near-match.ts'
import { countNearMatches, listNearMatches } from '#app/moderation/near-matches.server.ts'
import { noteNearMatch } from '#app/moderation/note-near-match.server.ts'
import type { Database } from '#db/schema.ts'
import { aContest } from '../contests-in-phases.ts'
import { anEntry, expectDone } from '../entries-in-contests.ts'
import { freshDatabase } from '../fresh-database.ts'
import { letLookAlike } from '../like-pictures.ts'
import { aMember, anAdmin, type TestPerson } from '../people.ts'

const NOW = new Date('2026-05-04T10:00:00.000Z')
const LATER = new Date('2026-05-04T12:00:00.000Z')
let db: Kysely<Database>
let contestId: string
let maker: TestPerson
let earlier: string
let admin: TestPerson

beforeEach(async () => {
  db = await freshDatabase()
  contestId = (await aContest(db, { phase: 'open', now: NOW })).contestId
  maker = await aMember(db)
  earlier = await anEntry(db, { contestId, designer: maker, at: NOW, title: 'The first' })
  admin = await anAdmin(db)
})
afterEach(() => db.destroy())

const listed = (seen = false) => listNearMatches(db, { viewer: admin, seen, page: 1 }, NOW)

async function aCopy({ draft = false } = {}) {
  const entryId = await anEntry(db, { contestId, designer: await aMember(db), at: NOW, title: 'The second', draft })
  return { entryId, nearMatchId: await letLookAlike(db, entryId, earlier, NOW) }
}

test('moderators see both pictures with their entries, and no author before the seal opens', async () => {
  await aCopy()
  expect(await listed()).toMatchObject([
    {
      ...{ distance: 3, ways: ['mirrored'], noted: null },
      earlier: { entry: { title: 'The first', authors: null }, state: 'submitted' },
      later: { entry: { title: 'The second', authors: null }, state: 'submitted' },
    },
  ])
  expect(await countNearMatches(db, { seen: false })).toBe(1)
})

test('what a designer wrote about a likeness is read together with the names, and what they chose at once', async () => {
  const copier = await aMember(db)
  const entryId = await anEntry(db, { contestId, designer: copier, at: NOW, title: 'The second' })
  await letLookAlike(db, entryId, earlier, NOW)
  // Entered after the other.
  await db.updateTable('picture').set({ takenAt: LATER.toISOString() }).where('uploadedBy', '=', copier.id).execute()
  const { id: artworkId } = await db
    .selectFrom('artwork')
    .select('id')
    .where('entryId', '=', entryId)
    .executeTakeFirstOrThrow()
  const words = `I am ${copier.name}, and this is my licence.`
  const said = { entryId, artworkId, designer: copier, kind: 'licensed', words } as const
  expectDone(await answerLikeness(db, said, NOW))
  expect(await listed()).toMatchObject([
    { later: { entry: { authors: null }, answer: { kind: 'licensed', words: null } } },
  ])
  expectDone(await cancelContest(db, { contestId, reason: 'No press is left.', cancelledBy: admin.id }, NOW))
  expect(await listed()).toMatchObject([{ later: { answer: { kind: 'licensed', words } } }])
})

test('a draft is its maker’s alone: its near match waits until it is submitted', async () => {
  await aCopy({ draft: true })
  expect(await listed()).toEqual([])
  expect(await countNearMatches(db, { seen: false })).toBe(0)
})

test('the picture of a withdrawn entry is shown to admins beside its match, and to nobody else', async () => {
  await aCopy()
  const [match] = await listed()
  const pictureId = match?.earlier.picture.id ?? ''
  expectDone(await withdrawEntry(db, { steps: [], entryId: earlier, designer: maker }, NOW))
  expect(await listed()).toMatchObject([{ earlier: { state: 'withdrawn' } }])
  const audience = (viewer: TestPerson | null) => findArtworkAudience(db, { pictureId, viewer }, NOW)
  expect(await audience(admin)).toBe('viewer')
  expect([await audience(null), await audience(maker), await audience(await aMember(db))]).toEqual([
    'nobody',
    'nobody',
    'nobody',
  ])
})

test('an admin does not see the picture of a draft because it looks like another', async () => {
  const { entryId } = await aCopy({ draft: true })
  const { pictureId } = await db
    .selectFrom('artwork')
    .select('pictureId')
    .where('entryId', '=', entryId)
    .executeTakeFirstOrThrow()
  expect(await findArtworkAudience(db, { pictureId, viewer: admin }, NOW)).toBe('nobody')
})

test('a note moves the pair among those looked at, is recorded, and touches neither entry', async () => {
  const { nearMatchId, entryId } = await aCopy()
  const note = { nearMatchId, admin, finding: 'common-source', note: 'Both trace one engraving.' } as const
  expectDone(await noteNearMatch(db, note, NOW))
  expect(await listed()).toEqual([])
  const [seen] = await listed(true)
  expect(seen).toMatchObject({
    ...{ noted: { finding: 'common-source', note: 'Both trace one engraving.' } },
    ...{ earlier: { state: 'submitted' }, later: { state: 'submitted' } },
  })
  const recorded = await db.selectFrom('activity').selectAll().where('kind', '=', 'near-match-noted').execute()
  expect(recorded).toMatchObject([{ kind: 'near-match-noted', entryId, contestId, subjectId: nearMatchId }])
})

test('only admins note, and only what is there', async () => {
  const { nearMatchId } = await aCopy()
  const note = { finding: 'not-a-copy', note: '' } as const
  const refusal = async (who: TestPerson, id: string) => {
    const outcome = await noteNearMatch(db, { nearMatchId: id, admin: who, ...note }, NOW)
    return outcome.ok ? null : outcome.refusal
  }
  expect(await refusal(maker, nearMatchId)).toBe('not-your-role')
  expect(await refusal(admin, 'gone')).toBe('near-match-not-found')
})

test('a note needs a finding of the list', () => {
  expect(nearMatchNoteSchema.safeParse({ nearMatchId: 'a', finding: 'stolen', note: '' }).success).toBe(false)
  expect(nearMatchNoteSchema.safeParse({ nearMatchId: 'a', finding: 'licensed' }).success).toBe(true)
})
