import { type Kysely, sql } from 'kysely'
import type { Database } from '#db/schema.ts'

/**
 * Runs a seeding without a sync for each of its thousands of transactions. A power cut in the middle costs the demo, which starts
 * over then anyway; at the end all of it is brought to the disk at once.
 */
export async function withoutWaitingForTheDisk<Result>(
  db: Kysely<Database>,
  seeding: () => Promise<Result>,
): Promise<Result> {
  await sql`PRAGMA synchronous=OFF`.execute(db)
  const result = await seeding()
  await sql`PRAGMA synchronous=FULL`.execute(db)
  await sql`PRAGMA wal_checkpoint(TRUNCATE)`.execute(db)
  return result
}
