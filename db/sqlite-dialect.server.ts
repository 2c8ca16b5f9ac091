import type SqliteDatabase from 'better-sqlite3'
import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  type QueryResult,
  SelectQueryNode,
  SqliteAdapter,
  SqliteDialect,
} from 'kysely'
import { KeptStatements } from './kept-statements.server.ts'
import type { Prepared } from './prepared.server.ts'
import { watchTurns } from './turns-of-the-loop.ts'
import type { WriteOptions } from './write-ahead-log.server.ts'

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
    this.#options.onWritten?.()
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

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('ROLLBACK'))
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

/** What runs inside `together`: prepared queries, answered at once. */
export interface Statements {
  all<Parameters, Row>(query: Prepared<Parameters, Row>, parameters: Parameters): Row[]
  first<Parameters, Row>(query: Prepared<Parameters, Row>, parameters: Parameters): Row | undefined
  /** How many rows it changed. */
  run<Parameters, Row>(query: Prepared<Parameters, Row>, parameters: Parameters): number
  /** What is the same for all that runs together, made once; the key says what it is. */
  remember<Value>(key: string, make: () => Value): Value
}

export class SqliteConnection implements DatabaseConnection, Statements {
  readonly #db: SqliteDatabase.Database
  readonly #statements: KeptStatements
  readonly #remembered = new Map<string, unknown>()
  #wrote = false

  constructor(db: SqliteDatabase.Database) {
    this.#db = db
    this.#statements = new KeptStatements(db)
  }

  async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    const statement = this.#statements.ofText(sql)
    // Of a transaction it is BEGIN IMMEDIATE that says so.
    if (!statement.readonly) this.#wrote = true
    if (statement.reader) return { rows: statement.all(...parameters) as Row[] }
    const { changes, lastInsertRowid } = statement.run(...parameters)
    return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) }
  }

  async *streamQuery<Row>({ sql, parameters, query }: CompiledQuery): AsyncIterableIterator<QueryResult<Row>> {
    if (!SelectQueryNode.is(query)) throw new Error('only what is selected can be streamed')
    // One of its own: while a statement is being read nobody else can run it.
    for (const row of this.#db.prepare<unknown[], Row>(sql).iterate(...parameters)) yield { rows: [row] }
  }

  /** Runs the work in one transaction and one turn of the event loop: all of it is on the disk once the connection is given back, or none. */
  together<Result>(work: (statements: Statements) => Result): Result {
    this.#wrote = true
    return this.#db.transaction(() => this.atOnce(work)).immediate()
  }

  /** Runs reads in one go, without a transaction of their own. */
  atOnce<Result>(work: (statements: Statements) => Result): Result {
    this.#remembered.clear()
    return work(this)
  }

  remember<Value>(key: string, make: () => Value): Value {
    if (!this.#remembered.has(key)) this.#remembered.set(key, make())
    return this.#remembered.get(key) as Value
  }

  all<Parameters, Row>(query: Prepared<Parameters, Row>, parameters: Parameters): Row[] {
    const { statement, names } = this.#statements.ofQuery(query)
    const rows = statement.all(...query.bind(parameters)) as unknown[][]
    return rows.map((values) => toRow<Row>(names, values))
  }

  first<Parameters, Row>(query: Prepared<Parameters, Row>, parameters: Parameters): Row | undefined {
    const { statement, names } = this.#statements.ofQuery(query)
    const values = statement.get(...query.bind(parameters)) as unknown[] | undefined
    return values && toRow<Row>(names, values)
  }

  run<Parameters, Row>(query: Prepared<Parameters, Row>, parameters: Parameters): number {
    return this.#statements.ofQuery(query).statement.run(...query.bind(parameters)).changes
  }

  /** Whether anything may have been written since this was last asked. */
  hasWritten(): boolean {
    const wrote = this.#wrote
    this.#wrote = false
    return wrote
  }

  close(): void {
    this.#db.close()
  }
}

function toRow<Row>(names: readonly string[], values: readonly unknown[]): Row {
  const row: Record<string, unknown> = {}
  for (let index = 0; index < names.length; index += 1) row[names[index] ?? ''] = values[index]
  return row as Row
}
