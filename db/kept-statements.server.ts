import type SqliteDatabase from 'better-sqlite3'
import { type Prepared, toCamelCase } from './prepared.server.ts'

export type Statement = SqliteDatabase.Statement<unknown[], unknown>

/** Statements are kept by their text. Lists of many lengths (`in (?, ?, …)`) make many texts; the oldest then go. */
const STATEMENTS_KEPT = 500

/** What was compiled once stays compiled: for one connection, since a statement belongs to its own. */
export class KeptStatements {
  readonly #db: SqliteDatabase.Database
  readonly #byText = new Map<string, Statement>()
  readonly #byQuery = new WeakMap<object, { statement: Statement; names: string[] }>()

  constructor(db: SqliteDatabase.Database) {
    this.#db = db
  }

  ofText(sql: string): Statement {
    const kept = this.#byText.get(sql)
    if (kept) return kept
    const statement = this.#db.prepare<unknown[]>(sql)
    this.#byText.set(sql, statement)
    const [oldest] = this.#byText.keys()
    if (oldest !== undefined && this.#byText.size > STATEMENTS_KEPT) this.#byText.delete(oldest)
    return statement
  }

  /** With the names of its columns, since its rows come as lists. */
  ofQuery(query: Prepared<never, unknown>): { statement: Statement; names: string[] } {
    const kept = this.#byQuery.get(query)
    if (kept) return kept
    const statement = this.#db.prepare<unknown[]>(query.sql)
    const names = statement.reader ? statement.columns().map(({ name }) => toCamelCase(name)) : []
    const made = { statement: statement.reader ? statement.raw() : statement, names }
    this.#byQuery.set(query, made)
    return made
  }
}
