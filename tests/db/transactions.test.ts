import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { CompiledQuery } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openDatabase, writing } from '#db/database.server.ts'
import { migrateToLatest } from '#db/migrate.server.ts'

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
