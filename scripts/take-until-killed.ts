import { writeSync } from 'node:fs'
import { openPictureWorkshop } from '#app/images/picture-workshop.server.ts'
import { takePicture } from '#app/images/take-picture.server.ts'
import { openDatabase } from '#db/database.server.ts'

/**
 * Takes one picture after the other, several at once, until it is killed: the victim of kill-while-taking.ts. Each id is told once
 * the picture is accepted, in a write that the kernel has before the next line runs.
 */
const AT_ONCE = 3
const [databaseFile = '', uploadsDir = '', sourcePath = '', uploadedBy = ''] = process.argv.slice(2)
const db = openDatabase(databaseFile)
const workshop = await openPictureWorkshop({ uploadsDir, workers: 1 })

async function takeForEver(): Promise<never> {
  for (;;) {
    const taken = await takePicture(db, workshop, { sourcePath, uploadedBy }, new Date())
    if (!taken.ok) throw new Error(taken.refusal.reason)
    writeSync(1, `${taken.value.id}\n`)
  }
}

await Promise.all(Array.from({ length: AT_ONCE }, takeForEver))
