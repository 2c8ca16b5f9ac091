import { mkdtemp, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Kysely } from 'kysely'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { comparePicture } from '#app/entries/compare-picture.server.ts'
import { startLikePictureFinder } from '#app/entries/like-picture-finder.server.ts'
import { openDatabase } from '#db/database.server.ts'
import { migrateToLatest } from '#db/migrate.server.ts'
import type { Database } from '#db/schema.ts'
import { aContest } from '../contests-in-phases.ts'
import { anEntry } from '../entries-in-contests.ts'
import { letItLook, patches } from '../like-pictures.ts'
import { aMember } from '../people.ts'

const NOW = new Date('2026-05-04T10:00:00.000Z')
let folder: string
let file: string
let db: Kysely<Database>
let picture: string
let copy: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'placet-finder-'))
  file = join(folder, 'placet.sqlite')
  db = openDatabase(file)
  await migrateToLatest(db)
  const { contestId } = await aContest(db, { phase: 'open', now: NOW })
  const drawn = async (points: Uint8Array) =>
    letItLook(db, await anEntry(db, { contestId, designer: await aMember(db), at: NOW }), points)
  picture = await drawn(patches(1))
  copy = await drawn(patches(1, { mirrored: true }))
})
afterAll(async () => {
  await db.destroy()
  await rm(folder, { recursive: true })
})

test('the thread finds a copy while the server holds the database open for writing, and the pair is kept', async () => {
  const { find } = aFinder()
  expect(await find(copy)).toEqual([{ pictureId: picture, likeness: { distance: 0, ways: ['mirrored'] } }])
  expect(await comparePicture(db, { pictureId: copy, find }, NOW)).toEqual({ found: 1 })
  expect(await find('gone')).toBeNull()
})

test('a thread that fails leaves the picture uncompared, and the next one is looked for by another thread', async () => {
  await db.updateTable('fingerprint').set({ comparedAt: null }).execute()
  const { find } = aFinder()
  await rename(file, `${file}-away`)
  await expect(comparePicture(db, { pictureId: copy, find }, NOW)).rejects.toThrow('unable to open database file')
  await rename(`${file}-away`, file)
  expect(await db.selectFrom('fingerprint').select('pictureId').where('comparedAt', 'is not', null).execute()).toEqual(
    [],
  )
  expect(await find(copy)).toHaveLength(1)
})

test('stopping fails at once what is being looked for and what is asked later', async () => {
  const finder = aFinder()
  const looking = expect(finder.find(copy)).rejects.toThrow('thread ended')
  // One connection answers in order: the thread has begun once this is answered.
  await db.selectFrom('picture').select('id').execute()
  await finder.stop()
  await looking
  await expect(finder.find(copy)).rejects.toThrow('stopped')
})

function aFinder() {
  const finder = startLikePictureFinder(db)
  onTestFinished(() => finder.stop())
  return finder
}
