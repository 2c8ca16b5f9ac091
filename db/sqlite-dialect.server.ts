import type SqliteDatabase from 'better-sqlite3'
import { CompiledQuery, type DatabaseConnection, type Driver, SqliteAdapter, SqliteDialect } from 'kysely'
import { SqliteConnection } from './sqlite-connection.server.ts'
import { watchTurns } from './turns-of-the-loop.ts'
import type { BetweenBorrowers, WriteOptions } from './write-ahead-log.server.ts'

/**
 * Kysely's SQLite, but for what it leaves to the careful: transactions begin IMMEDIATE, migrations are one transaction, statements are
 * prepared once, a caller may run many statements in one go (`SqliteConnection.together`), and when a write is safe.
 */
export class PlacetSqliteDialect extends SqliteDialect {
  readonly #open: () => SqliteDatabase.Database
  readonly #options: WriteOptions

  /** @param open called once, at the first query */
  constructor(open: () => SqliteDatabase.Database, options: WriteOptions = {}) {
    super({ database: () => Promise.reject(new Error('the driver opens the file')) })
    this.#open = open
    this.#options = options
  }

  override createDriver(): Driver {
    return new SqliteDriver(this.#open, this.#options)
  }

  override createAdapter(): SqliteAdapter {
    return new TransactionalAdapter()
  }
}

/** One file, one connection, lent to one borrower at a time, in the order of asking. */
class SqliteDriver implements Driver {
  readonly #open: () => SqliteDatabase.Database
  readonly #options: WriteOptions
  #connection: SqliteConnection | undefined
  readonly #turns = watchTurns()
  #free: Promise<void> = Promise.resolve()
  #release: () => void = () => undefined

  constructor(open: () => SqliteDatabase.Database, options: WriteOptions) {
    this.#open = open
    this.#options = options
  }

  async init(): Promise<void> {
    this.#connection = new SqliteConnection(this.#open())
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    const before = this.#free
    let release = () => {}
    this.#free = new Promise((resolve) => {
      release = resolve
    })
    await before
    await this.#turns.mayGoOn()
    this.#release = release
    if (!this.#connection) throw new Error('the database is not open')
    return this.#connection
  }

  /** The next borrower goes on while the log is brought to the disk: whatever builds on this write is answered after it. */
  async releaseConnection(): Promise<void> {
    const wrote = this.#connection?.hasWritten() ?? false
    this.#release()
    if (!wrote) return
    await this.#options.log?.settled()
    this.#options.onWritten?.(this.#between)
  }

  readonly #between: BetweenBorrowers = async (work) => {
    await this.acquireConnection()
    const release = this.#release
    await work().finally(release)
  }

  /**
   * A deferred transaction fails at once with SQLITE_BUSY when it turns from reading to writing behind another process;
   * an immediate one waits for its turn (busy_timeout) before it has read anything.
   */
  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('BEGIN IMMEDIATE'))
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('COMMIT'))
  }

  async rollbackTransaction(): Promise<void> {
    this.#connection?.rollBack()
  }

  async destroy(): Promise<void> {
    await this.#options.log?.close()
    this.#connection?.close()
  }
}

/** SQLite rolls tables back like rows; Kysely's own adapter says it does not, and a migration cut short would stay half done. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true
  }
}
