import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { downloadZip } from 'client-zip'
import { type Kysely, sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openDiskStore } from '#app/images/disk-store.server.ts'
import { originalKey, type PictureStore } from '#app/images/picture-store.server.ts'
import { openPictureWorkshop } from '#app/images/picture-workshop.server.ts'
import { takePicture } from '#app/images/take-picture.server.ts'
import { openDatabase } from '#db/database.server.ts'
import { migrateToLatest } from '#db/migrate.server.ts'
import type { Database } from '#db/schema.ts'
import { restoreBackup } from '../../scripts/backup/restore-backup.ts'
import { writeBackup } from '../../scripts/backup/write-backup.ts'
import { keysIn } from '../images/opened-stores.ts'
import { fourCorners } from '../images/sample-files.ts'
import { aMember } from '../people.ts'

const NOW = new Date('2026-06-20T10:00:00.000Z')

let folder: string
let db: Kysely<Database>
let store: PictureStore
let pictureId: string
/** A sound backup, made once; each test that spoils one spoils a copy. */
let backup: Buffer
/** Of each test. */
let place: { path: string; databaseFile: string; store: PictureStore }

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'placet-backup-'))
  db = openDatabase(join(folder, 'placet.sqlite'))
  await migrateToLatest(db)
  const workshop = await openPictureWorkshop({ uploadsDir: join(folder, 'uploads'), workers: 1 })
  const sourcePath = join(folder, 'source')
  await fourCorners(300, 240).png().toFile(sourcePath)
  const taken = await takePicture(db, workshop, { sourcePath, uploadedBy: (await aMember(db)).id }, NOW)
  if (!taken.ok) throw new Error(taken.refusal.reason)
  pictureId = taken.value.id
  await workshop.close()
  store = await openDiskStore(join(folder, 'uploads'))
  const path = join(folder, 'sound.zip')
  await writeBackup(db, { store, path }, NOW)
  backup = await readFile(path)
})

afterAll(async () => {
  await db.destroy()
  await rm(folder, { recursive: true })
})

beforeEach(async () => {
  const own = await mkdtemp(join(folder, 'test-'))
  place = {
    ...{ path: join(own, 'backup.zip'), databaseFile: join(own, 'db', 'placet.sqlite') },
    store: await openDiskStore(join(own, 'uploads')),
  }
  await mkdir(join(own, 'db'))
  await writeFile(place.path, backup)
})

test('a restored backup has every row and every file, byte for byte', async () => {
  expect(await restoreBackup(place)).toEqual({ madeAt: NOW.toISOString(), files: 6 })
  const restored = openDatabase(place.databaseFile)
  expect(await rowsOf(restored)).toEqual(await rowsOf(db))
  await restored.destroy()
  expect(await keysIn(place.store)).toEqual(await keysIn(store))
  for (const key of await keysIn(store)) expect(await bytesOf(place.store, key)).toEqual(await bytesOf(store, key))
  expect(await readdir(join(place.databaseFile, '..'))).toEqual(['placet.sqlite'])
})

test('a backup that is made while others write has the database of one moment, and leaves nothing else behind', async () => {
  const path = join(folder, 'busy.zip')
  let members = 0
  let writing = true
  const writer = (async () => {
    // Each joins and is counted in one transaction, so a copy of one moment has as many of the one as of the other.
    while (writing) members += (await aMember(db)) ? 1 : 0
  })()
  await writeBackup(db, { store, path }, NOW)
  writing = false
  await writer
  await restoreBackup({ ...place, path })
  const restored = openDatabase(place.databaseFile)
  expect((await rowsOf(restored)).account?.length).toBeLessThanOrEqual((await rowsOf(db)).account?.length ?? 0)
  expect(await sql`PRAGMA foreign_key_check`.execute(restored)).toMatchObject({ rows: [] })
  await restored.destroy()
  expect(members).toBeGreaterThan(0)
  expect((await readdir(folder)).filter((name) => name.startsWith('busy.zip'))).toEqual(['busy.zip'])
})

test('what is there is never written over', async () => {
  await writeFile(place.databaseFile, 'somebody’s')
  await expect(restoreBackup(place)).rejects.toThrow('Move it away first')
  expect(await readFile(place.databaseFile, 'utf8')).toBe('somebody’s')
  await expect(writeBackup(db, { store, path: place.path }, NOW)).rejects.toThrow('exists')
  expect(await readFile(place.path)).toEqual(backup)
})

test.each([
  ['cut short', () => truncate(place.path, backup.length - 1000), 'not a whole backup'],
  ['no ZIP', () => writeFile(place.path, 'a letter'), 'not a whole backup'],
  ['not there', () => rm(place.path), 'There is no file'],
  ['with a picture of which one bit is another', () => spoil('files/originals/'), /originals.*damaged/],
  ['with a database of which one bit is another', () => spoil('placet.sqlite'), 'placet.sqlite in'],
  ['with a name that leads elsewhere', () => zip({ 'files/../../escaped': 'x' }), 'invalid relative path'],
  ['with a file that is no picture', () => zip({ 'files/notes.txt': 'x' }), 'no backup of Placet has'],
  ['of a newer version', () => zip({ 'placet-backup.json': aManifest(['2030-01-01T0000_more']) }), 'a newer version'],
  ['without digests', () => zip({ 'placet-backup.json': aManifest([]) }), 'not one that this version'],
])('a backup that is %s is refused with a reason, and no database is made', async (_what, prepare, reason) => {
  await prepare()
  await expect(restoreBackup(place)).rejects.toThrow(reason)
  expect(existsSync(place.databaseFile)).toBe(false)
  expect(await readdir(join(place.databaseFile, '..'))).toEqual([])
})

test('a file that the store has lost is told, and the rest is backed up', async () => {
  const holed = await openDiskStore(join(folder, 'holed'))
  for (const key of await keysIn(store)) await holed.put(key, await bytesOf(store, key))
  const lost = originalKey(pictureId, 'png')
  await holed.remove(lost)
  const path = join(folder, 'holed.zip')
  expect(await writeBackup(db, { store: holed, path }, NOW)).toMatchObject({ files: 5, missing: [lost], damaged: [] })
  expect(await restoreBackup({ ...place, path })).toMatchObject({ files: 5 })
})

test('the two commands go there and back, and write over nothing', { timeout: 120_000 }, async () => {
  const env = { DATABASE_FILE: join(folder, 'placet.sqlite'), UPLOADS_DIR: join(folder, 'uploads') }
  const path = join(folder, 'command.zip')
  expect(await run('backup', path, env)).toContain('the database and 6 files')
  await expect(run('backup', path, env)).rejects.toMatchObject({
    code: 1,
    stderr: `${path} exists already. A backup is never written over.\n`,
  })
  const elsewhere = { DATABASE_FILE: place.databaseFile, UPLOADS_DIR: join(place.databaseFile, '..', 'uploads') }
  expect(await run('restore', path, elsewhere)).toContain('and 6 files are as they were on')
})

async function run(script: 'backup' | 'restore', path: string, env: Record<string, string>): Promise<string> {
  const options = { env: { ...process.env, ...env } }
  return (await promisify(execFile)(process.execPath, ['--import', 'tsx', `scripts/${script}.ts`, path], options))
    .stdout
}

async function rowsOf(database: Kysely<Database>): Promise<Record<string, unknown[]>> {
  const tables = (await database.introspection.getTables()).filter(({ isView }) => !isView)
  const rows: Record<string, unknown[]> = {}
  for (const { name } of tables) rows[name] = (await sql`SELECT * FROM ${sql.table(name)}`.execute(database)).rows
  return rows
}

async function bytesOf(from: PictureStore, key: string): Promise<Uint8Array> {
  const file = await from.open(key)
  if (!file) throw new Error(`no ${key}`)
  return new Uint8Array(await new Response(file.stream()).arrayBuffer())
}

/** Turns one bit in the middle of a file of the backup; nothing is compressed, so it lies after its name. */
async function spoil(name: string): Promise<void> {
  const bytes = Buffer.from(backup)
  const at = bytes.indexOf(name) + 400
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at)
  await writeFile(place.path, bytes)
}

async function zip(files: Record<string, string>): Promise<void> {
  const entries = Object.entries(files).map(([name, input]) => ({ name, input }))
  await writeFile(place.path, Buffer.from(await downloadZip(entries).arrayBuffer()))
}

function aManifest(migrations: string[]): string {
  return JSON.stringify({ format: 1, madeAt: NOW.toISOString(), migrations })
}
