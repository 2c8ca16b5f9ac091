import type { Kysely, Migration } from 'kysely'
import { Migrator } from 'kysely'
import * as createEverything from './migrations/2026-11-21T1900_create_everything.ts'
import type { Database } from './schema.ts'

/** In order; listed by hand so that the bundle, tsx and the tests run the same ones. */
const MIGRATIONS: Record<string, Migration> = {
  '2026-11-21T1900_create_everything': createEverything,
}

/** Brings the database to the newest schema; returns the names it applied. Throws, with nothing half done, when one fails. */
export async function migrateToLatest(db: Kysely<Database>): Promise<string[]> {
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(MIGRATIONS) } })
  const { error, results = [] } = await migrator.migrateToLatest()
  if (error) throw error
  return results.filter((result) => result.status === 'Success').map((result) => result.migrationName)
}
