import type { Config } from '#app/config.server.ts'
import { openPictureWorkshop } from '#app/images/picture-workshop.server.ts'
import { openDatabase } from '#db/database.server.ts'
import { migrateToLatest } from '#db/migrate.server.ts'
import { openAlbum } from '#db/seeds/album.ts'
import { seedDemo } from '#db/seeds/seed-demo.ts'
import { withoutWaitingForTheDisk } from '#db/seeds/unsynced.ts'
import type { SeededDemo } from './demo-folder.ts'

const TELL_EVERY_PICTURES = 25
/** Our own drawings are no bombs: on a machine that does much else at once they may take as long as it takes. */
const DEADLINE_MS = 120_000

/** Fills the demo's empty database and uploads folder. */
export async function makeDemo(config: Config, now: Date, tell: (what: string) => void): Promise<SeededDemo> {
  const db = openDatabase(config.databaseFile, { waitForDisk: 'never' })
  const { uploadsDir, pictureWorkers: workers } = config
  const workshop = await openPictureWorkshop({ uploadsDir, workers, deadlineMs: DEADLINE_MS })
  const album = await openAlbum(db, workshop, (taken) => {
    if (taken % TELL_EVERY_PICTURES === 0) tell(`${taken} pictures drawn and rendered`)
  })
  try {
    await migrateToLatest(db)
    const demo = await withoutWaitingForTheDisk(db, () => seedDemo(db, { album, now, tell }))
    tell(`All ${album.taken()} pictures are in`)
    return { ...demo, seededAt: now.toISOString() }
  } finally {
    await album.close()
    await workshop.close()
    await db.destroy()
  }
}
