import type { DatabaseConnection, Kysely } from 'kysely'
import type { Database } from './schema.ts'
import type { SqliteConnection, Statements } from './sqlite-connection.server.ts'

interface Job {
  /** Does the work; what it returns tells whoever asked, and is called once all is on the disk. */
  attempt: (statements: Statements) => () => void
  reject: (error: unknown) => void
}

const waiting = new WeakMap<Kysely<Database>, Job[]>()

/**
 * A write transaction for work that comes in crowds, like scores: all that is asked in one turn of the event loop shares one durable
 * commit, and each is answered only after it. The disk is waited for once for many instead of once for each (group commit; Gray and
 * Reuter 1992, 9.4.7).
 *
 * The works run one after the other, in the order of asking, each seeing what those before it wrote, and none can be interrupted:
 * inside there is nothing to wait for. A work that throws takes nobody with it: all is rolled back and each runs again by itself, so a
 * work may run twice and keeps what it learns in the database only, or in what `statements.remember` remembers.
 */
export function writingTogether<Result>(
  db: Kysely<Database>,
  work: (statements: Statements) => Result,
): Promise<Result> {
  return new Promise<Result>((resolve, reject) => {
    const job: Job = {
      attempt: (statements) => {
        const result = work(statements)
        return () => resolve(result)
      },
      reject,
    }
    const jobs = waiting.get(db)
    if (jobs) {
      jobs.push(job)
      return
    }
    waiting.set(db, [job])
    setImmediate(() => void runGroups(db))
  })
}

/** One group after the other: who comes while the disk is waited for makes up the next, and would have waited for the next sync anyway. */
async function runGroups(db: Kysely<Database>): Promise<void> {
  while (waiting.get(db)?.length) {
    await runGroup(db)
    await new Promise(setImmediate)
  }
  waiting.delete(db)
}

async function runGroup(db: Kysely<Database>): Promise<void> {
  let jobs: Job[] = []
  try {
    const answers = await db.getExecutor().provideConnection(async (connection) => {
      // Taken only now: who came while the connection was lent out joins this group.
      jobs = waiting.get(db) ?? []
      waiting.set(db, [])
      if (!isOurs(connection)) throw new Error('this database was not opened by openDatabase')
      return settle(connection, jobs)
    })
    // The connection is given back, and with it all is on the disk.
    for (const answer of answers) answer()
  } catch (error) {
    for (const { reject } of [...jobs, ...(waiting.get(db) ?? [])]) reject(error)
    waiting.set(db, [])
  }
}

/** Asked by what it can: the built app has its own copy of the class, and the server that opens the database another. */
function isOurs(connection: DatabaseConnection): connection is SqliteConnection {
  return 'together' in connection
}

/** How to tell each that its work is done; those that failed are told at once. */
function settle(connection: SqliteConnection, jobs: readonly Job[]): (() => void)[] {
  try {
    return connection.together((statements) => jobs.map(({ attempt }) => attempt(statements)))
  } catch (error) {
    const [only] = jobs
    if (jobs.length > 1) return jobs.flatMap((job) => settle(connection, [job]))
    only?.reject(error)
    return []
  }
}

/** Reads that belong together, in one turn of the event loop: nothing can come between them, and the connection is asked for once. */
export function reading<Result>(db: Kysely<Database>, work: (statements: Statements) => Result): Promise<Result> {
  return db.getExecutor().provideConnection(async (connection) => {
    if (!isOurs(connection)) throw new Error('this database was not opened by openDatabase')
    return connection.atOnce(work)
  })
}
