import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import SqliteDatabase from 'better-sqlite3'
import { Kysely, sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { beginCheckpoints } from '#db/checkpoints.server.ts'
import { openDatabase } from '#db/database.server.ts'
import { PlacetSqliteDialect } from '#db/sqlite-dialect.server.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'placet-db-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

interface Notes {
  note: { word: string }
}

test('a write alone and a transaction are answered when their log is on the disk, and a read waits for nothing', async () => {
  const seen: string[] = []
  const settled = () => setImmediate().then(() => void seen.push('settled'))
  const log = { settled, close: async () => undefined }
  const db = new Kysely<Notes>({ dialect: new PlacetSqliteDialect(() => new SqliteDatabase(':memory:'), { log }) })
  await sql`CREATE TABLE note (word TEXT)`.execute(db)
  seen.length = 0

  await db.insertInto('note').values({ word: 'placet' }).execute()
  seen.push('written')
  await db
    .transaction()
    .execute((trx) => trx.insertInto('note').values({ word: 'non placet' }).returningAll().execute())
  seen.push('committed')
  await db.selectFrom('note').selectAll().execute()
  seen.push('read')

  expect(seen).toEqual(['settled', 'written', 'settled', 'committed', 'read'])
  await db.destroy()
})

test('other queries go on while a write waits for the disk', async () => {
  let finish = () => {}
  const disk = new Promise<void>((resolve) => {
    finish = resolve
  })
  const log = { settled: () => disk, close: async () => undefined }
  const db = new Kysely<Notes>({
    dialect: new PlacetSqliteDialect(() => new SqliteDatabase(':memory:'), { log }),
  })
  const written = sql`CREATE TABLE note (word TEXT)`.execute(db)

  expect(await db.selectFrom('note').selectAll().execute()).toEqual([])
  finish()
  await written
  await db.destroy()
})

test('after so many writes all of them are in the database file itself, without its log', async () => {
  const file = join(folder, 'notes.sqlite')
  const db = openDatabase(file)
  const between = (work: () => Promise<void>) => db.connection().execute(work)
  const checkpoints = beginCheckpoints(file, { writesBetween: 2 })
  await sql`CREATE TABLE note (word TEXT)`.execute(db)
  checkpoints.count(between)
  await sql`INSERT INTO note VALUES ('placet')`.execute(db)
  checkpoints.count(between)
  await checkpoints.close()

  const copy = join(folder, 'copy.sqlite')
  copyFileSync(file, copy)
  const other = new SqliteDatabase(copy)
  expect(other.prepare('SELECT word FROM note').pluck().all()).toEqual(['placet'])
  other.close()
  await db.destroy()
})
