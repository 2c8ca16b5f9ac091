import { type Kysely, sql } from 'kysely'
import type { Database } from './schema.ts'

/**
 * Writes all that is committed at this moment into a new file, while others go on reading and writing (VACUUM INTO;
 * https://sqlite.org/lang_vacuum.html). Freed pages are left out, so what was deleted is not in the copy either. Throws when the file
 * exists, and when there is no room for it.
 */
export async function writeSnapshot(db: Kysely<Database>, path: string): Promise<void> {
  await sql`VACUUM INTO ${path}`.execute(db)
}

/** What SQLite finds wrong with a database file, a sentence each; nothing for a sound one. */
export async function findFaults(db: Kysely<Database>): Promise<string[]> {
  const { rows: damage } = await sql<{ integrityCheck: string }>`PRAGMA integrity_check(10)`.execute(db)
  const { rows: orphans } = await sql<{ table: string; parent: string }>`PRAGMA foreign_key_check`.execute(db)
  return [
    ...damage.map((row) => row.integrityCheck).filter((finding) => finding !== 'ok'),
    ...orphans.slice(0, 10).map(({ table, parent }) => `a row of ${table} names one of ${parent} that is not there`),
  ]
}
