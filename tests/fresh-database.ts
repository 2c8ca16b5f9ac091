import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import type { Kysely } from 'kysely'
import { openDatabase } from '#db/database.server.ts'
import { migrateToLatest } from '#db/migrate.server.ts'
import type { Database } from '#db/schema.ts'

let migrated: Promise<Buffer> | undefined

/** A new in-memory database with the real migrations applied. */
export async function freshDatabase(): Promise<Kysely<Database>> {
  migrated ??= migrate()
  return openDatabase(await migrated)
}

/** The bytes of such a database, made once by each worker: the migrations take ten times as long as a copy. */
async function migrate(): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'placet-migrated-'))
  const file = join(folder, 'placet.sqlite')
  const db = openDatabase(file, { waitForDisk: 'never' })
  await migrateToLatest(db)
  await db.destroy()
  const closed = new SqliteDatabase(file)
  // A database in memory has no write-ahead log.
  closed.pragma('journal_mode=DELETE')
  const bytes = closed.serialize()
  closed.close()
  await rm(folder, { recursive: true })
  return bytes
}
