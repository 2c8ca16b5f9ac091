import { writeSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { openPictureWorkshop } from '#app/images/picture-workshop.server.ts'
import { takePicture } from '#app/images/take-picture.server.ts'
import { openDatabase } from '#db/database.server.ts'

/**
 * Takes one picture after the other, several at once, until it is killed: the program of taking-victim.ts. The SHA-256 of each is told
 * once it is accepted, in a write that the kernel has before the next line runs.
 */
const AT_ONCE = 3
const [databaseFile = '', uploadsDir = '', sourcePath = '', uploadedBy = ''] = process.argv.slice(2)
const db = openDatabase(databaseFile)
const workshop = await openPictureWorkshop({ uploadsDir, workers: 1 })
const source = await readFile(sourcePath)

async function takeForEver(lane: number): Promise<never> {
  const path = join(dirname(sourcePath), `source-${lane}`)
  for (let count = 0; ; count++) {
    // What stands behind a picture's end changes nothing but its digest.
    await writeFile(path, Buffer.concat([source, Buffer.from(`${process.pid}/${lane}/${count}`)]))
    const taken = await takePicture(db, workshop, { sourcePath: path, uploadedBy }, new Date())
    if (!taken.ok) throw new Error(taken.refusal.reason)
    writeSync(1, `${taken.value.sha256}\n`)
  }
}

await Promise.all(Array.from({ length: AT_ONCE }, (_, lane) => takeForEver(lane)))
