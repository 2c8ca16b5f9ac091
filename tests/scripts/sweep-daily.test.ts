import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Kysely } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readConfig } from '#app/config.server.ts'
import { openPictureWorkshop, type PictureWorkshop } from '#app/images/picture-workshop.server.ts'
import { openUnfinishedUploads } from '#app/images/unfinished-uploads.server.ts'
import { createLog } from '#app/log.server.ts'
import type { Database } from '#db/schema.ts'
import { sweepDaily } from '../../scripts/sweep-daily.ts'
import { aPicture } from '../entries-in-contests.ts'
import { freshDatabase } from '../fresh-database.ts'
import { keysIn } from '../images/opened-stores.ts'
import { aMember } from '../people.ts'

const config = readConfig({ NODE_ENV: 'test', LOG_LEVEL: 'info' })
const tomorrow = () => new Date(Date.now() + 24 * 60 * 60 * 1000)
let folder: string
let pictures: PictureWorkshop
let db: Kysely<Database>

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'placet-daily-'))
  pictures = await openPictureWorkshop({ uploadsDir: folder, workers: 1 })
  db = await freshDatabase()
  await aPicture(db, (await aMember(db)).id, new Date(), pictures.store)
})

afterEach(async () => {
  await pictures.close()
  await db.destroy()
  await rm(folder, { recursive: true })
})

test('the server removes what a crash left, and says what', async () => {
  await pictures.store.put('originals/zz/zzz.png', Buffer.from('x'))
  expect(await firstLine()).toMatchObject({
    ...{ level: 'info', msg: 'pictures swept', strays: ['originals/zz/zzz.png'], unfinished: [], mendable: [] },
  })
  expect(await keysIn(pictures.store)).toHaveLength(6)
})

test('more files without a row than a crash leaves are told, not removed: it may be the wrong database', async () => {
  for (let n = 100; n <= 200; n++) await pictures.store.put(`originals/zz/zz${n}.png`, Buffer.from('x'))
  expect(await firstLine()).toMatchObject({ level: 'error', strays: 101 })
  expect(await keysIn(pictures.store)).toHaveLength(6 + 101)
})

test('a picture that cannot be mended is told as an error', async () => {
  const { id, originalKey } = await db.selectFrom('picture').select(['id', 'originalKey']).executeTakeFirstOrThrow()
  await pictures.store.remove(originalKey)
  expect(await firstLine()).toMatchObject({
    ...{ level: 'error', lost: [{ pictureId: id, missing: ['original'], why: 'original-lost' }] },
  })
})

test('a sweep that fails is logged and does not stop the server', async () => {
  const list = () => {
    throw new Error('no such disk')
  }
  expect(await firstLine({ ...pictures, store: { ...pictures.store, list } })).toMatchObject({
    level: 'error',
    msg: 'sweeping the pictures failed',
  })
})

/** Runs the first sweep at once, and ends with its first word. */
async function firstLine(workshop = pictures): Promise<object> {
  let write: (line: string) => void = () => undefined
  const written = new Promise<string>((resolve) => {
    write = resolve
  })
  const log = createLog(config, { write: (line: string) => write(line) })
  const unfinishedUploads = openUnfinishedUploads(join(folder, 'unfinished'))
  const watch = sweepDaily({ db, pictures: workshop, unfinishedUploads, log, clock: tomorrow }, 0)
  const line = await written
  await watch.stop()
  return JSON.parse(line)
}
