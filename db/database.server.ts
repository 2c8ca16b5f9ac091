import SqliteDatabase from 'better-sqlite3'
import { CamelCasePlugin, Kysely, type KyselyConfig, type Transaction } from 'kysely'
import { beginCheckpoints } from './checkpoints.server.ts'
import type { Database } from './schema.ts'
import { PlacetSqliteDialect } from './sqlite-dialect.server.ts'
import { openWriteAheadLog, type WriteOptions } from './write-ahead-log.server.ts'

const SLOW_QUERY_MS = 50

/** Sixteen times SQLite's own: until then checkpoints are left to their thread. */
export const LOG_PAGES_MOST = 16_000

export interface OpenDatabaseOptions {
  /** Told of every query slower than 50 ms; the SQL has question marks, never values. */
  onSlowQuery?: (sql: string, milliseconds: number) => void
  /** 'never' is for what is thrown away when it is cut short; whoever chose it brings the whole to the disk in the end. */
  waitForDisk?: 'before-answering' | 'never'
}

/**
 * Opens the SQLite file (or ':memory:', or in memory the bytes of one). Whoever awaits a write has it on the disk, through a power cut: with synchronous=NORMAL SQLite
 * keeps the order of commits but does not wait for the disk, and we do so ourselves without holding up everybody else
 * (write-ahead-log.server.ts). It is said on every connection, since what is forgotten here is lost there.
 */
export function openDatabase(path: string | Buffer, options: OpenDatabaseOptions = {}): Kysely<Database> {
  // What was deleted is overwritten with zeros: the key of a ballot, an address, must not linger in free pages.
  const settings = [
    'journal_mode=WAL',
    'synchronous=NORMAL',
    'foreign_keys=ON',
    'busy_timeout=5000',
    'secure_delete=ON',
  ]
  const open = () => {
    const database = new SqliteDatabase(path)
    for (const setting of [...settings, `wal_autocheckpoint=${LOG_PAGES_MOST}`]) database.pragma(setting)
    return database
  }
  const isFile = typeof path === 'string' && path !== ':memory:'
  return new Kysely<Database>({
    dialect: new PlacetSqliteDialect(open, isFile && options.waitForDisk !== 'never' ? onDisk(path) : {}),
    plugins: [new CamelCasePlugin()],
    log: logSlowQueries(options),
  })
}

function onDisk(path: string): WriteOptions {
  const log = openWriteAheadLog(path)
  const checkpoints = beginCheckpoints(path)
  const close = async () => void (await Promise.all([log.close(), checkpoints.close()]))
  return { log: { settled: log.settled, close }, onWritten: checkpoints.count }
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
