import SqliteDatabase from 'better-sqlite3'
import { CamelCasePlugin, Kysely, type KyselyConfig, type Transaction } from 'kysely'
import type { Database } from './schema.ts'
import { PlacetSqliteDialect } from './sqlite-dialect.server.ts'

const SLOW_QUERY_MS = 50

export interface OpenDatabaseOptions {
  /** Told of every query slower than 50 ms; the SQL has question marks, never values. */
  onSlowQuery?: (sql: string, milliseconds: number) => void
}

/**
 * Opens the SQLite file (or ':memory:'), with the settings without which acknowledged votes can be lost: SQLite reopens
 * an existing WAL file with synchronous=NORMAL, so FULL is said on every connection.
 */
export function openDatabase(path: string, options: OpenDatabaseOptions = {}): Kysely<Database> {
  return new Kysely<Database>({
    dialect: new PlacetSqliteDialect(() => {
      const database = new SqliteDatabase(path)
      for (const pragma of ['journal_mode=WAL', 'synchronous=FULL', 'foreign_keys=ON', 'busy_timeout=5000']) {
        database.pragma(pragma)
      }
      return database
    }),
    plugins: [new CamelCasePlugin()],
    log: logSlowQueries(options),
  })
}

/** A second connection that cannot write, for a thread beside the server's: what it reads holds up nobody who writes. */
export function openDatabaseToRead(path: string): Kysely<Database> {
  return new Kysely<Database>({
    dialect: new PlacetSqliteDialect(
      () => new SqliteDatabase(path, { readonly: true, fileMustExist: true, timeout: 5000 }),
    ),
    plugins: [new CamelCasePlugin()],
  })
}

function logSlowQueries({ onSlowQuery }: OpenDatabaseOptions): KyselyConfig['log'] {
  return (event) => {
    if (event.queryDurationMillis >= SLOW_QUERY_MS) onSlowQuery?.(event.query.sql, event.queryDurationMillis)
  }
}

/**
 * Runs one write transaction. There is one connection and Kysely hands it to one transaction at a time, so a read inside
 * cannot be overtaken by another writer of this process; that transactions begin IMMEDIATE keeps other processes out too.
 * Inside, use `trx`, never `db`: `db` would wait for this very transaction for ever.
 */
export function writing<Result>(
  db: Kysely<Database>,
  work: (trx: Transaction<Database>) => Promise<Result>,
): Promise<Result> {
  return db.transaction().execute(work)
}
