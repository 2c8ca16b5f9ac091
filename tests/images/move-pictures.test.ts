import { createHash, randomBytes } from 'node:crypto'
import type { Kysely } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { CARD_SIZE } from '#app/images/card.ts'
import { type Moved, movePictures } from '#app/images/move-pictures.server.ts'
import { cardKey, type PictureStore } from '#app/images/picture-store.server.ts'
import { handInFile } from '#app/production/hand-in-file.server.ts'
import type { Database } from '#db/schema.ts'
import { aContest } from '../contests-in-phases.ts'
import { aRunAt } from '../decided-contests.ts'
import { anEntry, aPicture } from '../entries-in-contests.ts'
import { freshDatabase } from '../fresh-database.ts'
import { aMember } from '../people.ts'
import { aKeptFile } from '../production/production-files.ts'
import { contentOf, keysIn, type OpenedStores, openStores } from './opened-stores.ts'

const PICTURES = 6
const FILES = PICTURES * 6
let stores: OpenedStores
let db: Kysely<Database>

beforeEach(async () => {
  db = await freshDatabase()
  stores = await openStores()
  const designer = (await aMember(db)).id
  for (let n = 0; n < PICTURES; n++) await aPicture(db, designer, new Date(), stores.disk)
  // That picture is the same file each time, under a digest that is not its own.
  for await (const { key } of stores.disk.list('originals/')) {
    const sha256 = createHash('sha256')
      .update((await contentOf(stores.disk, key)) ?? '')
      .digest('hex')
    await db.updateTable('picture').set({ sha256 }).where('originalKey', '=', key).execute()
  }
})

afterEach(() => stores.close())

test('everything goes to the other store and back, byte for byte, and stays where it was', async () => {
  const { disk, uploadthing } = stores
  const fates: string[] = []
  const moved = await movePictures(db, {
    ...{ from: disk, to: uploadthing, remove: false },
    onFile: ({ fate }) => fates.push(fate),
  })
  expect(moved).toEqual(all({ copied: FILES }))
  expect(fates).toEqual(Array(FILES).fill('copied'))
  const keys = await keysIn(disk)
  expect(await keysIn(uploadthing)).toEqual(keys)
  expect(keys).toHaveLength(FILES)
  for (const key of keys) expect(await contentOf(uploadthing, key)).toEqual(await contentOf(disk, key))
  for (const key of keys) await disk.remove(key)
  await movePictures(db, { from: uploadthing, to: disk, remove: false })
  for (const key of keys) expect(await contentOf(disk, key)).toEqual(await contentOf(uploadthing, key))
})

test('a move that failed half-way goes on where it was, and a repeated one copies nothing', async () => {
  const { disk, uploadthing } = stores
  let puts = 0
  const failing: PictureStore = {
    ...uploadthing,
    put: (key, content) => (++puts > 11 ? Promise.reject(new Error('line cut')) : uploadthing.put(key, content)),
  }
  await expect(movePictures(db, { from: disk, to: failing, remove: true })).rejects.toThrow('line cut')
  expect(await missingFromBoth()).toEqual([])
  const rest = await movePictures(db, { from: disk, to: uploadthing, remove: false })
  expect(rest.files).toEqual({ copied: FILES - 11, 'there-already': 11, missing: 0, damaged: 0 })
  expect(await movePictures(db, { from: disk, to: uploadthing, remove: false })).toEqual(
    all({ 'there-already': FILES }),
  )
})

test('removing takes a file out of the old store only when its copy is the same, whenever that was made', async () => {
  const { disk, uploadthing } = stores
  await movePictures(db, { from: disk, to: uploadthing, remove: false })
  const [altered = '', ...others] = await keysIn(disk)
  const original = (await contentOf(disk, altered)) ?? Buffer.alloc(0)
  await uploadthing.put(altered, randomBytes(original.length))
  const moved = await movePictures(db, { from: disk, to: uploadthing, remove: true })
  expect(moved).toMatchObject({ removed: FILES, files: { copied: 1, 'there-already': FILES - 1 } })
  expect(await contentOf(uploadthing, altered)).toEqual(original)
  expect(await keysIn(disk)).toEqual([])
  expect(await keysIn(uploadthing)).toEqual([altered, ...others])
  expect(await movePictures(db, { from: disk, to: uploadthing, remove: true })).toEqual(all({ 'there-already': FILES }))
})

test('a file that is gone or altered in the old store is told, not copied and not removed, and the rest goes on', async () => {
  const { disk, uploadthing } = stores
  const [altered = '', gone = ''] = (await keysIn(disk)).filter((key) => key.startsWith('originals/'))
  await disk.put(altered, randomBytes((await contentOf(disk, altered))?.length ?? 1))
  await disk.remove(gone)
  const moved = await movePictures(db, { from: disk, to: uploadthing, remove: true })
  expect(moved).toMatchObject({ missing: [gone], damaged: [altered], removed: FILES - 2 })
  expect(await keysIn(disk)).toEqual([altered])
  expect(await keysIn(uploadthing)).not.toContain(altered)
})

test('production files move along, and an altered one is told', async () => {
  const { disk, uploadthing } = stores
  const now = new Date()
  const { runId, designers } = await aRunAt(db, 'files', { now })
  const [sound, altered] = [await aKeptFile(disk, 'sound'), await aKeptFile(disk, 'altered')]
  for (const file of [sound, altered]) await handInFile(db, { runId, by: designers[0], note: '', file }, now)
  await disk.put(altered.key, randomBytes(altered.bytes))
  const moved = await movePictures(db, { from: disk, to: uploadthing, remove: true })
  expect(moved.damaged).toEqual([altered.key])
  expect((await contentOf(uploadthing, sound.key))?.toString()).toContain('sound')
  expect(await contentOf(disk, sound.key)).toBeNull()
  expect(await contentOf(disk, altered.key)).not.toBeNull()
})

test('the card of an entry moves along, and its row finds it in the other store', async () => {
  const { disk, uploadthing } = stores
  const now = new Date()
  const designer = await aMember(db)
  const { contestId } = await aContest(db, { phase: 'open', now })
  const entryId = await anEntry(db, { contestId, designer, at: now })
  const { pictureId } = await db
    .selectFrom('artwork')
    .select('pictureId')
    .where('entryId', '=', entryId)
    .executeTakeFirstOrThrow()
  const digest = '0123456789abcdef'.repeat(2)
  const [key, content] = [cardKey(entryId, digest), Buffer.from('a card')]
  await disk.put(key, content)
  await db
    .insertInto('card')
    .values({ ...{ subjectId: entryId, pictureId, digest, key, bytes: content.byteLength }, ...CARD_SIZE })
    .execute()
  await movePictures(db, { from: disk, to: uploadthing, remove: true })
  expect(await contentOf(uploadthing, key)).toEqual(content)
  expect(await contentOf(disk, key)).toBeNull()
})

async function missingFromBoth(): Promise<string[]> {
  const originals = await db.selectFrom('picture').select('originalKey as key').execute()
  const renditions = await db.selectFrom('rendition').select('key').execute()
  const kept = new Set([...(await keysIn(stores.disk)), ...(await keysIn(stores.uploadthing))])
  return [...originals, ...renditions].map(({ key }) => key).filter((key) => !kept.has(key))
}

function all(files: Partial<Moved['files']>): Moved {
  const none = { copied: 0, 'there-already': 0, missing: 0, damaged: 0 }
  return { files: { ...none, ...files }, removed: 0, missing: [], damaged: [] }
}
