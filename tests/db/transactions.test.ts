import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { CompiledQuery, sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openDatabase, writing } from '#db/database.server.ts'
import { migrateToLatest } from '#db/migrate.server.ts'
import { AT } from './put-activity.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'placet-db-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('a write transaction keeps other processes from writing before it has written anything itself', async () => {
  const file = join(folder, 'placet.sqlite')
  const db = openDatabase(file)
  await migrateToLatest(db)
  const other = new SqliteDatabase(file, { timeout: 0 })

  const meanwhile = await writing(db, async () => attempt(() => other.exec('BEGIN IMMEDIATE')))
  const afterwards = attempt(() => other.exec('BEGIN IMMEDIATE'))

  expect([meanwhile, afterwards]).toEqual(['database is locked', 'done'])
  other.close()
  await db.destroy()
})

test('of a transaction that finds no room it is heard why, nothing of it stays, and once there is room the next is taken', async () => {
  const db = openDatabase(join(folder, 'placet.sqlite'))
  await migrateToLatest(db)
  const count = async () => (await db.selectFrom('activity').select('id').execute()).length
  // The second has more than the last page has room for.
  const putTwo = () =>
    writing(db, async (trx) => {
      for (const length of [1, 100_000])
        await sql`INSERT INTO activity (at, kind, subject_id, particulars) VALUES (${AT}, 'account-joined', ${'x'.repeat(length)}, '{}')`.execute(
          trx,
        )
    })
  await sql`PRAGMA max_page_count = 1`.execute(db)
  await expect(putTwo()).rejects.toMatchObject({ code: 'SQLITE_FULL' })
  expect(await count()).toBe(0)
  await sql`PRAGMA max_page_count = 1000000`.execute(db)
  await putTwo()
  expect(await count()).toBe(2)
  await db.destroy()
})

test('a file that exists is opened with the settings on which the promise to acknowledged votes stands', async () => {
  const file = join(folder, 'placet.sqlite')
  const first = openDatabase(file)
  await migrateToLatest(first)
  await first.destroy()

  const again = openDatabase(file)
  const settings = await Promise.all(['synchronous', 'foreign_keys', 'journal_mode'].map((name) => pragma(again, name)))
  expect(settings).toEqual([1, 1, 'wal'])
  await again.destroy()
})

function attempt(work: () => void): string {
  try {
    work()
    return 'done'
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

async function pragma(db: ReturnType<typeof openDatabase>, name: string): Promise<unknown> {
  const { rows } = await db.executeQuery<Record<string, unknown>>(CompiledQuery.raw(`PRAGMA ${name}`))
  return Object.values(rows[0] ?? {})[0]
}
