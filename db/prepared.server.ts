import {
  CamelCasePlugin,
  type Compilable,
  CompiledQuery,
  DummyDriver,
  Kysely,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  sql,
} from 'kysely'
import type { Database } from './schema.ts'

/**
 * A query that Kysely's builder compiled once, when its module was loaded, and that a connection prepares once. For the few paths
 * where building the query anew would cost more than running it; they run inside `writingTogether`.
 */
export interface Prepared<Parameters, Row> {
  sql: string
  bind: (parameters: Parameters) => unknown[]
  /** Never there: carries the type of a row. */
  row?: Row
}

/**
 * For `limit` in a prepared query. Written into the text: of a parameter there SQLite plans the query anew whenever it is bound, which
 * takes ten times as long as to answer it.
 */
export const ONE = sql.lit(1)

/** @param build gets a parameter for each name it asks: `prepare((db, p: { id: string }) => db.selectFrom('entry')….where('id', '=', p.id))` */
export function prepare<Parameters extends object, Row>(
  build: (db: Kysely<Database>, parameters: Parameters) => Compilable<Row>,
): Prepared<Parameters, Row> {
  const { sql, parameters } = build(compiler, namedParameters<Parameters>()).compile()
  const names = parameters.map((value) => (value instanceof Parameter ? (value.name as keyof Parameters) : null))
  const bind = (given: Parameters) => names.map((name, at) => (name === null ? parameters[at] : given[name]))
  return { sql, bind }
}

/** The same query for those who wait for it like for any other. */
export async function runPrepared<Parameters, Row>(
  db: Kysely<Database>,
  query: Prepared<Parameters, Row>,
  parameters: Parameters,
): Promise<Row[]> {
  const { rows } = await db.executeQuery<Row>(CompiledQuery.raw(query.sql, query.bind(parameters)))
  return rows
}

class Parameter {
  readonly name: string

  constructor(name: string) {
    this.name = name
  }
}

/** An object that has whatever is asked of it: the parameter of that name. */
function namedParameters<Parameters extends object>(): Parameters {
  return new Proxy<Parameters>(Object.create(null), { get: (_, name) => new Parameter(String(name)) })
}

/** Compiles; never connects. */
const compiler = new Kysely<Database>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
  plugins: [new CamelCasePlugin()],
})

/** `handed_at` → `handedAt`, as the plugin does it for queries that go through Kysely. */
export function toCamelCase(column: string): string {
  return column.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
}
