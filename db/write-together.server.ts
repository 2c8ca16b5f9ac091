import type { DatabaseConnection, Kysely } from 'kysely'
import type { Database } from './schema.ts'
import type { SqliteConnection, Statements } from './sqlite-connection.server.ts'

interface Job {
  /** Does the work; what it returns tells whoever asked, and is called once all is on the disk. */
  attempt: (statements: Statements) => () => void
  reject: (error: unknown) => void
}

/** What is to be done in a database, and what is being done. */
interface Queue {
  waiting: Job[]
  /** How many works were taken up and not answered yet: the disk is waited for. */
  underWay: number
  /** The next group is about to take up all that waits. */
  isNextBegun: boolean
  /** How many works the last group took up. */
  lastTaken: number
}

const queues = new WeakMap<Kysely<Database>, Queue>()

function queueOf(db: Kysely<Database>): Queue {
  const known = queues.get(db)
  if (known) return known
  const queue: Queue = { waiting: [], underWay: 0, isNextBegun: false, lastTaken: 0 }
  queues.set(db, queue)
  return queue
}

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
    const queue = queueOf(db)
    queue.waiting.push(job)
    beginGroup(db, queue)
  })
}

/**
 * While the disk is waited for the next group may go ahead, once it is as large as what is under way: then those who were answered last
 * have all come again, and nobody else is to be expected. Smaller, it would spend a commit on few.
 */
function beginGroup(db: Kysely<Database>, queue: Queue): void {
  if (queue.isNextBegun || queue.waiting.length === 0 || queue.waiting.length < queue.underWay) return
  queue.isNextBegun = true
  setImmediate(() => gather(db, queue, TURNS_MOST))
}

/**
 * Those who were answered together come again one after the other, and the first of them would make up a group alone: one that is
 * smaller than the last lets the event loop turn so many times more.
 */
const TURNS_MOST = 2

function gather(db: Kysely<Database>, queue: Queue, turns: number): void {
  if (turns > 0 && queue.waiting.length < queue.lastTaken) setImmediate(() => gather(db, queue, turns - 1))
  else void runGroup(db, queue)
}

async function runGroup(db: Kysely<Database>, queue: Queue): Promise<void> {
  let jobs: Job[] = []
  const takeUp = () => {
    jobs = queue.waiting
    queue.waiting = []
    queue.underWay += jobs.length
    queue.lastTaken = jobs.length
    queue.isNextBegun = false
  }
  try {
    const answers = await db.getExecutor().provideConnection(async (connection) => {
      // Taken only now: who came while the connection was lent out joins this group.
      takeUp()
      if (!isOurs(connection)) throw new Error('this database was not opened by openDatabase')
      return settle(connection, jobs)
    })
    // The connection is given back, and with it all is on the disk.
    for (const answer of answers) answer()
  } catch (error) {
    if (queue.isNextBegun && jobs.length === 0) takeUp()
    for (const { reject } of jobs) reject(error)
  }
  queue.underWay -= jobs.length
  beginGroup(db, queue)
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
