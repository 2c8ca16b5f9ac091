import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Kysely } from 'kysely'
import { onTestFinished } from 'vitest'
import { openDatabase } from '#db/database.server.ts'
import { migrateToLatest } from '#db/migrate.server.ts'
import type { Database } from '#db/schema.ts'

/** A database in a file, as the server has it: a write-ahead log, waited for, and one connection. Closed when the test ends. */
export async function fileDatabase(): Promise<Kysely<Database>> {
  const db = openDatabase(join(mkdtempSync(join(tmpdir(), 'placet-')), 'placet.sqlite'))
  onTestFinished(() => db.destroy())
  await migrateToLatest(db)
  return db
}
