import { Worker } from 'node:worker_threads'
import { type Kysely, sql } from 'kysely'
import type { Database } from '#db/schema.ts'
import { type Look, lookAtBallots } from './look.server.ts'
import type { LookThreadData } from './look-thread.ts'

/** Looks at a vote on a thread of its own, so that nobody who votes waits for it. */
export interface BallotJudge {
  look: (contestId: string) => Promise<Look>
  /** At once: what is being looked at fails. */
  stop: () => Promise<void>
}

export function startBallotJudge(db: Kysely<Database>): BallotJudge {
  const running = new Set<Worker>()

  async function look(contestId: string): Promise<Look> {
    const { rows } = await sql<{ name: string; file: string }>`pragma database_list`.execute(db)
    const databaseFile = rows.find(({ name }) => name === 'main')?.file ?? ''
    // Nobody else can read a database in memory.
    if (databaseFile === '') return lookAtBallots(db, contestId)
    const workerData: LookThreadData = { databaseFile, contestId }
    const thread = new Worker(new URL('./begin-look-thread.mjs', import.meta.url), { execArgv: [], workerData })
    running.add(thread)
    return new Promise<Look>((resolve, reject) => {
      thread.once('message', resolve).once('error', reject)
      thread.once('exit', () => {
        running.delete(thread)
        reject(new Error('The looking thread ended without an answer.'))
      })
    })
  }

  return { look, stop: async () => void (await Promise.all([...running].map((thread) => thread.terminate()))) }
}
