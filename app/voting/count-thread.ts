import { constants, setPriority } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import { openDatabase } from '#db/database.server.ts'
import { countVotes } from './count-votes.server.ts'

/** The program of the thread that counts: one vote, and it ends. */
export interface CountThreadData {
  databaseFile: string
  contestId: string
  /** The server's clock, ISO-8601: a thread has none of its own that would not run backwards. */
  at: string
}

/** What it tells on its way, and at the end: only then is the vote counted. */
export type CountThreadMessage = { read: number; of: number } | 'counted'

async function main({ databaseFile, contestId, at }: CountThreadData): Promise<void> {
  // Linux lowers the calling thread alone; elsewhere this would be the whole server.
  if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_LOW)
  const db = openDatabase(databaseFile)
  const onProgress = (read: number, of: number) => parentPort?.postMessage({ read, of } satisfies CountThreadMessage)
  try {
    const outcome = await countVotes(db, { contestId, onProgress }, new Date(at))
    if (!outcome.ok) throw new Error(outcome.refusal)
    parentPort?.postMessage('counted' satisfies CountThreadMessage)
  } catch (error) {
    // SQLite's own kind of error loses its words on its way to another thread.
    throw new Error(String(error))
  } finally {
    await db.destroy()
  }
}

await main(workerData)
