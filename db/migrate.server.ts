import type { Kysely, Migration } from 'kysely'
import { Migrator } from 'kysely'
import * as createEverything from './migrations/2026-11-21T1900_create_everything.ts'
import type { Database } from './schema.ts'

/** In order; listed by hand so that the bundle, tsx and the tests run the same ones. */
const MIGRATIONS: Record<string, Migration> = {
  '2026-11-21T1900_create_everything': createEverything,
}

/**
 * Brings the database to the newest schema, in one transaction; returns the names it applied. Throws when one fails, and
 * the database is what it was before.
 */
export async function migrateToLatest(db: Kysely<Database>, migrations = MIGRATIONS): Promise<string[]> {
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(migrations) } })
  const { error, results = [] } = await migrator.migrateToLatest()
  if (error) throw error
  return results.filter((result) => result.status === 'Success').map((result) => result.migrationName)
}

/** The names of all migrations that this version has, in their order. */
export function listKnownMigrations(): string[] {
  return Object.keys(MIGRATIONS)
}

/** The names of those that a database has had. */
export async function listMigrations(db: Kysely<Database>): Promise<string[]> {
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(MIGRATIONS) } })
  const migrations = await migrator.getMigrations()
  return migrations.filter(({ executedAt }) => executedAt).map(({ name }) => name)
}
