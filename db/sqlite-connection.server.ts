import type SqliteDatabase from 'better-sqlite3'
import { type CompiledQuery, type DatabaseConnection, type QueryResult, SelectQueryNode } from 'kysely'
import { KeptStatements } from './kept-statements.server.ts'
import { Memory } from './memory.server.ts'
import type { Prepared } from './prepared.server.ts'

/** What runs inside `together`: prepared queries, answered at once. */
export interface Statements {
  all<Parameters, Row>(query: Prepared<Parameters, Row>, parameters: Parameters): Row[]
  first<Parameters, Row>(query: Prepared<Parameters, Row>, parameters: Parameters): Row | undefined
  /** How many rows it changed. */
  run<Parameters, Row>(query: Prepared<Parameters, Row>, parameters: Parameters): number
  /** What was looked up before and still holds, or else is looked up now; the key says what it is. */
  remember<Value>(key: string, make: () => Value): Value
  /** For a work that changes what was remembered. */
  forget(key: string): void
}

export class SqliteConnection implements DatabaseConnection, Statements {
  readonly #db: SqliteDatabase.Database
  readonly #statements: KeptStatements
  readonly #memory: Memory
  readonly #transaction: SqliteDatabase.Transaction<<Result>(work: (statements: Statements) => Result) => Result>
  #wrote = false

  constructor(db: SqliteDatabase.Database) {
    this.#db = db
    this.#statements = new KeptStatements(db)
    const dataVersion = db.prepare('PRAGMA data_version').pluck()
    this.#memory = new Memory(() => dataVersion.get())
    this.#transaction = db.transaction((work) => this.atOnce(work))
  }

  async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    const statement = this.#statements.ofText(sql)
    // Of a transaction it is BEGIN IMMEDIATE that says so.
    if (!statement.readonly) {
      this.#wrote = true
      this.#memory.forgetAll()
    }
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
    try {
      return this.#transaction.immediate(work) as Result
    } catch (error) {
      // What was remembered meanwhile was rolled back.
      this.#memory.forgetAll()
      throw error
    }
  }

  /** Runs reads in one go, without a transaction of their own. */
  atOnce<Result>(work: (statements: Statements) => Result): Result {
    this.#memory.forgetWhatOthersChanged()
    return work(this)
  }

  remember<Value>(key: string, make: () => Value): Value {
    return this.#memory.remember(key, make)
  }

  forget(key: string): void {
    this.#memory.forget(key)
  }

  /**
   * Takes back what the transaction did; what was read in it was never so. Over a full disk SQLite has done that itself, and then it must be
   * heard what failed, not that nothing is left to take back (sqlite.org/lang_transaction.html, "Response To Errors Within A Transaction").
   */
  rollBack(): void {
    if (this.#db.inTransaction) this.#db.exec('ROLLBACK')
    this.#memory.forgetAll()
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
