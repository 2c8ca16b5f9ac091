import { constants, setPriority } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import { openDatabaseToRead } from '#db/database.server.ts'
import { findLikePictures } from './like-pictures.server.ts'

/** The program of the comparing thread: a picture's id in, what looks like it out. It ends by its first failure, or is terminated. */
export interface LikePicturesThreadData {
  databaseFile: string
}

function main({ databaseFile }: LikePicturesThreadData): void {
  // Linux lowers the calling thread alone; elsewhere this would be the whole server.
  if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_LOW)
  const db = openDatabaseToRead(databaseFile)
  parentPort?.on('message', async (pictureId: string) => {
    const found = await findLikePictures(db, pictureId).catch((error: unknown) => {
      // SQLite's own kind of error loses its words on its way to another thread.
      throw new Error(String(error))
    })
    parentPort?.postMessage(found)
  })
}

main(workerData)
