import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Kysely } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { discardPicture } from '#app/images/discard-picture.server.ts'
import { fingerprintHash } from '#app/images/fingerprint.ts'
import type { PictureStore } from '#app/images/picture-store.server.ts'
import { openPictureWorkshop, type PictureWorkshop } from '#app/images/picture-workshop.server.ts'
import { findOriginal, findRendition, PICTURE_VIEW_COLUMNS, toPictureView } from '#app/images/pictures.server.ts'
import { takePicture } from '#app/images/take-picture.server.ts'
import type { Database } from '#db/schema.ts'
import { freshDatabase } from '../fresh-database.ts'
import { aMember } from '../people.ts'
import { fourCorners, storedAs } from './sample-files.ts'

const now = new Date('2026-05-04T10:00:00.000Z')
let folder: string
let uploadsDir: string
let workshop: PictureWorkshop
let db: Kysely<Database>
let designer: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'placet-pictures-'))
  uploadsDir = join(folder, 'uploads')
  workshop = await openPictureWorkshop({ uploadsDir, workers: 1 })
})

beforeEach(async () => {
  db = await freshDatabase()
  designer = (await aMember(db)).id
  await rm(uploadsDir, { recursive: true, force: true })
})

afterAll(async () => {
  await workshop.close()
  await rm(folder, { recursive: true })
})

test('a taken picture has its rows, its renditions, and the original bit for bit', async () => {
  const file = await storedAs(6)
  const taken = await take(file)
  expect(taken).toMatchObject({ ok: true, value: { format: 'jpeg', width: 1200, height: 900, bytes: file.length } })
  const id = taken.ok ? taken.value.id : ''

  const original = await findOriginal(db, id)
  expect(original).toMatchObject({ mediaType: 'image/jpeg', bytes: file.length, uploadedBy: designer })
  expect(original?.sha256).toBe(createHash('sha256').update(file).digest('hex'))
  expect(await readFile(join(uploadsDir, original?.key ?? ''))).toEqual(file)

  for (const name of ['320.webp', '640.webp', '960.webp', '1920.webp', 'share.jpg'] as const) {
    const rendition = await findRendition(db, id, name)
    expect((await workshop.store.open(rendition?.key ?? ''))?.bytes).toBe(rendition?.bytes)
  }
  const row = await db.selectFrom('picture').select(PICTURE_VIEW_COLUMNS).executeTakeFirstOrThrow()
  expect(toPictureView(row, 'A boot')).toMatchObject({ id, width: 1200, height: 900, alt: 'A boot' })
  expect(await db.selectFrom('picture').select('takenAt').executeTakeFirst()).toEqual({ takenAt: now.toISOString() })
})

test('a taken picture has its fingerprint, which goes when the picture is discarded', async () => {
  const taken = await take(await storedAs(1))
  const id = taken.ok ? taken.value.id : ''
  const kept = await db.selectFrom('fingerprint').selectAll().executeTakeFirst()
  expect(kept).toMatchObject({ pictureId: id, version: 1, comparedAt: null })
  expect(fingerprintHash(kept?.points ?? new Uint8Array())).toEqual(new Uint8Array(kept?.hash ?? []))
  await discardPicture(db, workshop.store, { pictureId: id })
  expect(await db.selectFrom('fingerprint').selectAll().execute()).toEqual([])
})

test('a refused picture leaves no file and no row', async () => {
  const small = await fourCorners(300, 300).png().toBuffer()
  expect(await take(small, { width: 1000, height: 1000 })).toMatchObject({ refusal: { reason: 'too-few-pixels' } })
  expect(await take(Buffer.from('<svg>'))).toMatchObject({ refusal: { reason: 'svg-not-accepted' } })
  expect(await take(small.subarray(0, 200))).toMatchObject({ refusal: { reason: 'damaged' } })
  expect(await everythingKept()).toEqual({ files: [], pictures: 0, renditions: 0 })
})

test('a database that refuses the row leaves no file', async () => {
  designer = 'nobody-of-that-id'
  await expect(take(await fourCorners(300, 300).png().toBuffer())).rejects.toThrow('FOREIGN KEY')
  expect(await everythingKept()).toEqual({ files: [], pictures: 0, renditions: 0 })
})

test('a store that fails half-way leaves no row, and takes back the files it had', async () => {
  const { store } = workshop
  const failing: PictureStore = {
    ...store,
    put: (key, content) =>
      key.endsWith('share.jpg') ? Promise.reject(new Error('disk full')) : store.put(key, content),
  }
  const path = await source(await fourCorners(300, 300).png().toBuffer())
  const taking = takePicture(db, { ...workshop, store: failing }, { sourcePath: path, uploadedBy: designer }, now)
  await expect(taking).rejects.toThrow('disk full')
  expect(await everythingKept()).toEqual({ files: [], pictures: 0, renditions: 0 })
})

test('the same file taken twice is two pictures, and discarding one keeps the other', async () => {
  const file = await fourCorners(300, 300).png().toBuffer()
  const [first, second] = [await take(file), await take(file)]
  if (!first.ok || !second.ok) throw new Error('refused')
  await discardPicture(db, workshop.store, { pictureId: first.value.id })
  await discardPicture(db, workshop.store, { pictureId: first.value.id })
  const { files, pictures, renditions } = await everythingKept()
  expect({ pictures, renditions, files: files.length }).toEqual({ pictures: 1, renditions: 5, files: 6 })
  expect(await workshop.store.open((await findOriginal(db, second.value.id))?.key ?? '')).not.toBeNull()
})

async function take(file: Uint8Array, least?: { width: number; height: number }) {
  return takePicture(db, workshop, { sourcePath: await source(file), uploadedBy: designer, least }, now)
}

async function source(file: Uint8Array): Promise<string> {
  const path = join(folder, 'source')
  await writeFile(path, file)
  return path
}

async function everythingKept() {
  const count = async (table: 'picture' | 'rendition') => (await db.selectFrom(table).selectAll().execute()).length
  const entries = await readdir(uploadsDir, { recursive: true, withFileTypes: true }).catch(() => [])
  return {
    files: entries.filter((entry) => entry.isFile()).map((entry) => entry.name),
    pictures: await count('picture'),
    renditions: await count('rendition'),
  }
}
