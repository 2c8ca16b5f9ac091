import type { Kysely } from 'kysely'
import { comparePicture } from '#app/entries/compare-picture.server.ts'
import { startLikePictureFinder } from '#app/entries/like-picture-finder.server.ts'
import { findUncomparedPicture, listPicturesToFingerprint } from '#app/entries/uncompared-pictures.server.ts'
import type { PictureWorkshop } from '#app/images/picture-workshop.server.ts'
import { renewFingerprint } from '#app/images/renew-fingerprint.server.ts'
import type { Log } from '#app/log.server.ts'
import type { Database } from '#db/schema.ts'

/** One question to an index that is nearly always empty. */
const LOOK_EVERY_MS = 1000

export interface ComparingWatch {
  stop: () => Promise<void>
}

interface ComparingDetails {
  db: Kysely<Database>
  pictures: PictureWorkshop
  log: Log
  clock: () => Date
}

/**
 * Compares each picture soon after it was taken, one at a time and on a thread of its own, so that an upload neither waits for it nor fails with it; what a crash
 * left uncompared is compared at the next start. At the start pictures of an older release get their fingerprints first.
 */
export function comparePictures({ db, pictures, log, clock }: ComparingDetails): ComparingWatch {
  let timer: NodeJS.Timeout | undefined
  let stopped = false
  const failed = new Set<string>()
  const finder = startLikePictureFinder(db)
  let working: Promise<void> = renew().then(look)

  async function renew(): Promise<void> {
    try {
      for (const pictureId of await listPicturesToFingerprint(db)) {
        if (stopped) return
        if (!(await renewFingerprint(db, pictures, { pictureId })))
          log.warn({ pictureId }, 'no fingerprint could be made')
      }
    } catch (error) {
      log.error({ err: error }, 'making fingerprints anew failed')
    }
  }

  async function look(): Promise<void> {
    let pictureId: string | undefined
    try {
      while (!stopped) {
        pictureId = await findUncomparedPicture(db, [...failed])
        if (pictureId === undefined) break
        const { found } = await comparePicture(db, { pictureId, find: finder.find }, clock())
        if (found > 0) log.info({ pictureId, found }, 'near matches found')
      }
    } catch (error) {
      // What stopping cut short is compared at the next start.
      if (stopped) return
      // Not tried again before the next start: the others must not wait for ever behind it.
      if (pictureId !== undefined) failed.add(pictureId)
      log.error({ err: error, pictureId }, 'comparing a picture failed')
    }
    if (stopped) return
    timer = setTimeout(() => {
      working = look()
    }, LOOK_EVERY_MS)
  }

  return {
    async stop() {
      stopped = true
      clearTimeout(timer)
      await finder.stop()
      await working
    },
  }
}
