import type { Kysely } from 'kysely'
import { openDatabase } from '#db/database.server.ts'
import { migrateToLatest } from '#db/migrate.server.ts'
import type { Database } from '#db/schema.ts'

/** A new in-memory database with the real migrations applied. */
export async function freshDatabase(): Promise<Kysely<Database>> {
  const db = openDatabase(':memory:')
  await migrateToLatest(db)
  return db
}
