import { Worker } from 'node:worker_threads'
import { type Kysely, sql } from 'kysely'
import type { Database } from '#db/schema.ts'
import type { CountThreadData, CountThreadMessage } from './count-thread.ts'
import { countVotes } from './count-votes.server.ts'

/** How many events of a record were read, and of how many. */
export interface CountProgress {
  read: number
  of: number
}

/** Counts votes on a thread of its own, beside whoever is served meanwhile. */
export interface VoteCounter {
  /** Resolves once the vote is counted, by this or by another process. */
  count: (contestId: string, now: Date) => Promise<void>
  /** null when this process is not counting that vote. */
  progressOf: (contestId: string) => CountProgress | null
  /** At once: what is being counted fails, and is counted from the record at the next start. */
  stop: () => Promise<void>
}

export function startVoteCounter(db: Kysely<Database>): VoteCounter {
  const running = new Set<Worker>()
  const progress = new Map<string, CountProgress>()

  async function count(contestId: string, now: Date): Promise<void> {
    const { rows } = await sql<{ name: string; file: string }>`pragma database_list`.execute(db)
    const databaseFile = rows.find(({ name }) => name === 'main')?.file ?? ''
    progress.set(contestId, { read: 0, of: 0 })
    try {
      if (databaseFile !== '') await countOnThread({ databaseFile, contestId, at: now.toISOString() })
      else await countHere(contestId, now)
    } finally {
      progress.delete(contestId)
    }
  }

  /** Nobody else can read a database in memory. */
  async function countHere(contestId: string, now: Date): Promise<void> {
    const outcome = await countVotes(db, { contestId }, now)
    if (!outcome.ok) throw new Error(outcome.refusal)
  }

  function countOnThread(workerData: CountThreadData): Promise<void> {
    const thread = new Worker(new URL('./begin-count-thread.mjs', import.meta.url), { execArgv: [], workerData })
    running.add(thread)
    return new Promise((resolve, reject) => {
      thread.on('message', (message: CountThreadMessage) => {
        if (message === 'counted') resolve()
        else progress.set(workerData.contestId, message)
      })
      thread.once('error', reject).once('exit', () => {
        running.delete(thread)
        reject(new Error('The counting thread ended before the count did.'))
      })
    })
  }

  return {
    count,
    progressOf: (contestId) => progress.get(contestId) ?? null,
    stop: async () => void (await Promise.all([...running].map((thread) => thread.terminate()))),
  }
}
