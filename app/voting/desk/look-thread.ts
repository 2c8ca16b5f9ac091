import { constants, setPriority } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import { openDatabaseToRead } from '#db/database.server.ts'
import { lookAtBallots } from './look.server.ts'

/** The program of the thread that looks: one contest, one answer, and it ends. */
export interface LookThreadData {
  databaseFile: string
  contestId: string
}

async function main({ databaseFile, contestId }: LookThreadData): Promise<void> {
  // Linux lowers the calling thread alone; elsewhere this would be the whole server.
  if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_LOW)
  const db = openDatabaseToRead(databaseFile)
  try {
    parentPort?.postMessage(await lookAtBallots(db, contestId))
  } catch (error) {
    // SQLite's own kind of error loses its words on its way to another thread.
    throw new Error(String(error))
  } finally {
    await db.destroy()
  }
}

await main(workerData)
