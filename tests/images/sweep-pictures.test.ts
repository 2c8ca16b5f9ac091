import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Kysely } from 'kysely'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { originalKey, type PictureStore, renditionKey } from '#app/images/picture-store.server.ts'
import { openPictureWorkshop, type PictureWorkshop } from '#app/images/picture-workshop.server.ts'
import { type SweepDetails, sweepPictures } from '#app/images/sweep-pictures.server.ts'
import { takePicture } from '#app/images/take-picture.server.ts'
import { handInFile } from '#app/production/hand-in-file.server.ts'
import type { Database } from '#db/schema.ts'
import { aRunAt } from '../decided-contests.ts'
import { freshDatabase } from '../fresh-database.ts'
import { aMember } from '../people.ts'
import { aKeptFile } from '../production/production-files.ts'
import { contentOf, keysIn, type OpenedStores, openStores, STORE_NAMES } from './opened-stores.ts'
import { fourCorners } from './sample-files.ts'

const HOUR_MS = 60 * 60 * 1000
const STRAY = 'originals/zz/zzz.png'
let folder: string
let bench: PictureWorkshop
let stores: OpenedStores
let db: Kysely<Database>

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'placet-sweep-'))
  bench = await openPictureWorkshop({ uploadsDir: join(folder, 'unused'), workers: 1 })
  await writeFile(join(folder, 'source'), await fourCorners(400, 300).png().toBuffer())
})

beforeEach(async () => {
  db = await freshDatabase()
  stores = await openStores()
})

afterEach(() => stores.close())

afterAll(async () => {
  await bench.close()
  await rm(folder, { recursive: true })
})

describe.each(STORE_NAMES)('a sweep of %s', (name) => {
  let store: PictureStore
  let pictureId: string

  beforeEach(async () => {
    store = stores[name]
    pictureId = await take()
  })

  test('finds nothing where every file has its row and every row its file', async () => {
    expect(await sweep({ mend: true })).toEqual({
      ...{ pictures: 1, files: 6, strays: [], straysRemoved: true, unfinished: [], mendable: [], lost: [] },
    })
    expect(await keysIn(store)).toHaveLength(6)
  })

  test('makes again a rendition that is gone and one that is cut short, and tells of them before', async () => {
    const [gone, cut] = [renditionKey(pictureId, '320.webp'), renditionKey(pictureId, 'share.jpg')]
    const before = await contentOf(store, gone)
    await store.remove(gone)
    await store.put(cut, Buffer.from('half'))
    const mendable = [{ pictureId, missing: ['320.webp', 'share.jpg'] }]
    expect(await sweep({ mend: false })).toMatchObject({ mendable, lost: [] })
    expect(await contentOf(store, gone)).toBeNull()
    expect(await sweep({ mend: true })).toMatchObject({ mendable, lost: [] })
    expect(await contentOf(store, gone)).toEqual(before)
    expect(await sweep({ mend: true })).toMatchObject({ mendable: [], strays: [], unfinished: [] })
  })

  test('removes a file that no row names once it is an hour old, and leaves one of a picture being taken', async () => {
    await store.put(STRAY, Buffer.from('x'))
    expect(await sweep({ mend: true }, 0)).toMatchObject({ strays: [] })
    expect(await sweep({ mend: false })).toMatchObject({ strays: [STRAY], straysRemoved: false })
    expect(await keysIn(store)).toContain(STRAY)
    expect(await sweep({ mend: true, straysMost: 0 })).toMatchObject({ strays: [STRAY], straysRemoved: false })
    expect(await keysIn(store)).toContain(STRAY)
    expect(await sweep({ mend: true })).toMatchObject({ strays: [STRAY], straysRemoved: true })
    expect(await keysIn(store)).toHaveLength(6)
  })

  test('tells of an original that is lost or altered, and overwrites nothing', async () => {
    const original = (await contentOf(store, originalKey(pictureId, 'png'))) ?? Buffer.alloc(0)
    const altered = Buffer.from(original).fill(0, original.length - 1)
    await store.put(originalKey(pictureId, 'png'), altered)
    await store.remove(renditionKey(pictureId, '960.webp'))
    expect(await sweep({ mend: true })).toMatchObject({
      lost: [{ pictureId, missing: ['960.webp'], why: 'original-damaged' }],
    })
    expect(await contentOf(store, originalKey(pictureId, 'png'))).toEqual(altered)
    await store.put(originalKey(pictureId, 'png'), Buffer.from('short'))
    expect(await sweep({ mend: true })).toMatchObject({
      lost: [{ pictureId, missing: ['original', '960.webp'], why: 'original-damaged' }],
    })
    await store.remove(originalKey(pictureId, 'png'))
    expect(await sweep({ mend: true })).toMatchObject({
      lost: [{ pictureId, missing: ['original', '960.webp'], why: 'original-lost' }],
    })
    expect(await contentOf(store, renditionKey(pictureId, '320.webp'))).not.toBeNull()
  })

  test('ends when it is told to, without judging what it has not seen', async () => {
    await store.put(STRAY, Buffer.from('x'))
    const report = await sweep({ mend: true, signal: AbortSignal.abort() })
    expect(report).toMatchObject({ pictures: 0, strays: [], lost: [] })
    expect(await keysIn(store)).toHaveLength(7)
  })

  async function take(): Promise<string> {
    const uploadedBy = (await aMember(db)).id
    const details = { sourcePath: join(folder, 'source'), uploadedBy }
    const taken = await takePicture(db, { ...bench, store }, details, new Date())
    if (!taken.ok) throw new Error(taken.refusal.reason)
    return taken.value.id
  }

  function sweep(details: SweepDetails, laterMs = 2 * HOUR_MS) {
    return sweepPictures(db, { ...bench, store }, details, new Date(Date.now() + laterMs))
  }
})

test('a rendition that never had a row gets one', async () => {
  const workshop = { ...bench, store: stores.disk }
  const uploadedBy = (await aMember(db)).id
  const taken = await takePicture(db, workshop, { sourcePath: join(folder, 'source'), uploadedBy }, new Date())
  if (!taken.ok) throw new Error(taken.refusal.reason)
  await db.deleteFrom('rendition').where('name', '=', '960.webp').execute()
  await sweepPictures(db, workshop, { mend: true }, new Date())
  const row = await db.selectFrom('rendition').selectAll().where('name', '=', '960.webp').executeTakeFirstOrThrow()
  expect(row).toMatchObject({ width: 400, height: 300 })
  expect((await stores.disk.open(row.key))?.bytes).toBe(row.bytes)
})

test('on disk, the parts of files that a crash cut short are removed once they are an hour old', async () => {
  const part = join(stores.diskFolder, 'abc.png.0123456789ab.part')
  await stores.disk.put('originals/ab/abc.png', Buffer.from('x'))
  const within = join(stores.diskFolder, 'originals/ab/abc.png.0123456789ab.part')
  for (const path of [part, within]) await writeFile(path, 'half')
  const workshop = { ...bench, store: stores.disk }
  expect(await sweepPictures(db, workshop, { mend: true }, new Date())).toMatchObject({ unfinished: [] })
  const later = new Date(Date.now() + 2 * HOUR_MS)
  const unfinished = ['originals/ab/abc.png.0123456789ab.part']
  expect(await sweepPictures(db, workshop, { mend: true }, later)).toMatchObject({ unfinished })
  expect(await sweepPictures(db, workshop, { mend: true }, later)).toMatchObject({ unfinished: [] })
})

test('a production file with a row is no stray, one without is, and a lost one is told', async () => {
  const store = stores.disk
  const now = new Date()
  const { runId, designers } = await aRunAt(db, 'files', { now })
  const file = await aKeptFile(store, 'kept')
  const handedIn = await handInFile(db, { runId, by: designers[0], note: '', file }, now)
  expect(handedIn.ok).toBe(true)
  const { key: stray } = await aKeptFile(store, 'stray')
  const sweep = () => sweepPictures(db, { ...bench, store }, { mend: true }, new Date(now.getTime() + 2 * HOUR_MS))
  expect((await sweep()).strays).toEqual([stray])
  expect(await keysIn(store)).toEqual([file.key])
  await store.put(file.key, Buffer.from('half'))
  expect((await sweep()).lost).toContainEqual({ pictureId: file.id, missing: ['production'], why: 'original-damaged' })
  await store.remove(file.key)
  expect((await sweep()).lost).toContainEqual({ pictureId: file.id, missing: ['production'], why: 'original-lost' })
})
