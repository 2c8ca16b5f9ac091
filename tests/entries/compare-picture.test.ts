import type { Kysely } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { comparePicture } from '#app/entries/compare-picture.server.ts'
import { findUncomparedPicture, listPicturesToFingerprint } from '#app/entries/uncompared-pictures.server.ts'
import { withdrawEntry } from '#app/entries/withdraw-entry.server.ts'
import { discardPicture } from '#app/images/discard-picture.server.ts'
import type { Database } from '#db/schema.ts'
import { aContest } from '../contests-in-phases.ts'
import { anEntry, expectDone, NOWHERE } from '../entries-in-contests.ts'
import { freshDatabase } from '../fresh-database.ts'
import { letItLook, patches } from '../like-pictures.ts'
import { aMember, type TestPerson } from '../people.ts'

const NOW = new Date('2026-05-04T10:00:00.000Z')
const LATER = new Date('2026-05-05T10:00:00.000Z')
let db: Kysely<Database>
let contestId: string
let maker: TestPerson
let entryId: string
let picture: string

beforeEach(async () => {
  db = await freshDatabase()
  contestId = (await aContest(db, { phase: 'open', now: NOW })).contestId
  maker = await aMember(db)
  entryId = await anEntry(db, { contestId, designer: maker, at: NOW })
  picture = await letItLook(db, entryId, patches(1))
})
afterEach(() => db.destroy())

const matches = () => db.selectFrom('nearMatch').selectAll().execute()

async function copyBy(designer: TestPerson, points = patches(1), collaborators: TestPerson[] = []): Promise<string> {
  const copy = await anEntry(db, { contestId, designer, at: LATER, collaborators, draft: true })
  return letItLook(db, copy, points)
}

test('a mirrored copy by somebody else becomes a near match of the later picture with the earlier', async () => {
  const copy = await copyBy(await aMember(db), patches(1, { mirrored: true }))
  expect(await comparePicture(db, { pictureId: copy }, LATER)).toEqual({ found: 1 })
  expect(await matches()).toMatchObject([
    { pictureId: copy, otherPictureId: picture, ways: '["mirrored"]', foundAt: LATER.toISOString() },
  ])
})

test('comparing the earlier of the two finds the same pair, once', async () => {
  const copy = await copyBy(await aMember(db))
  await comparePicture(db, { pictureId: picture }, LATER)
  expect(await comparePicture(db, { pictureId: copy }, LATER)).toEqual({ found: 0 })
  expect(await matches()).toMatchObject([{ pictureId: copy, otherPictureId: picture, distance: 0 }])
})

test('another picture is no near match', async () => {
  expect(await comparePicture(db, { pictureId: await copyBy(await aMember(db), patches(2)) }, LATER)).toEqual({
    found: 0,
  })
})

test('nobody is told of their own earlier picture, nor is who stands beside its designer', async () => {
  const own = await copyBy(maker)
  const together = await copyBy(await aMember(db), patches(1), [maker])
  expect(await comparePicture(db, { pictureId: own }, LATER)).toEqual({ found: 0 })
  expect(await comparePicture(db, { pictureId: together }, LATER)).toEqual({ found: 0 })
})

test('the picture of a withdrawn entry is still compared with', async () => {
  expectDone(await withdrawEntry(db, { steps: [], entryId, designer: maker }, NOW))
  const copy = await copyBy(await aMember(db))
  expect(await comparePicture(db, { pictureId: copy }, LATER)).toEqual({ found: 1 })
})

test('the same file is found even where there is nothing in it to recognise', async () => {
  const empty = new Uint8Array(4096).fill(200)
  await letItLook(db, entryId, empty)
  const copy = await copyBy(await aMember(db), empty)
  expect(await comparePicture(db, { pictureId: copy }, LATER)).toEqual({ found: 0 })
  const { sha256 } = await db.selectFrom('picture').select('sha256').where('id', '=', picture).executeTakeFirstOrThrow()
  await db.updateTable('picture').set({ sha256 }).where('id', '=', copy).execute()
  expect(await comparePicture(db, { pictureId: copy }, LATER)).toEqual({ found: 1 })
  expect(await matches()).toMatchObject([{ distance: 0, ways: '["same-file"]' }])
})

test('a picture waits until it is compared, and one that another release fingerprinted waits for a fingerprint', async () => {
  expect(await findUncomparedPicture(db)).toBe(picture)
  expect(await findUncomparedPicture(db, [picture])).toBeUndefined()
  await comparePicture(db, { pictureId: picture }, LATER)
  expect(await findUncomparedPicture(db)).toBeUndefined()
  expect(await listPicturesToFingerprint(db)).toEqual([])
  await db.updateTable('fingerprint').set({ version: 9, comparedAt: null }).execute()
  expect(await findUncomparedPicture(db)).toBeUndefined()
  expect(await listPicturesToFingerprint(db)).toEqual([picture])
})

test('a match goes with the picture that is taken off and discarded', async () => {
  const copy = await copyBy(await aMember(db))
  await comparePicture(db, { pictureId: copy }, LATER)
  await db.deleteFrom('artwork').where('pictureId', '=', copy).execute()
  await discardPicture(db, NOWHERE, { pictureId: copy })
  expect(await matches()).toEqual([])
})
