import type { Kysely } from 'kysely'
import type { PictureWorkshop } from '#app/images/picture-workshop.server.ts'
import { sweepPictures } from '#app/images/sweep-pictures.server.ts'
import type { UnfinishedUploads } from '#app/images/unfinished-upload.ts'
import type { Log } from '#app/log.server.ts'
import type { Database } from '#db/schema.ts'

/** What follows a start is the busiest time, and after a crash its leftovers must be an hour old anyway. */
const FIRST_AFTER_MS = 70 * 60 * 1000
const EVERY_MS = 24 * 60 * 60 * 1000
/** A crash leaves a handful; more means that the database is not that of these files, and a person must look. */
const STRAYS_MOST_UNASKED = 100

export interface SweepingWatch {
  stop: () => Promise<void>
}

interface SweepingDetails {
  db: Kysely<Database>
  pictures: PictureWorkshop
  unfinishedUploads: UnfinishedUploads
  log: Log
  clock: () => Date
}

/** Mends once a day what crashes left of pictures, and what people left of uploads. What cannot be mended is logged, each day again. */
export function sweepDaily(
  { db, pictures, unfinishedUploads, log, clock }: SweepingDetails,
  firstAfterMs = FIRST_AFTER_MS,
): SweepingWatch {
  const stopping = new AbortController()
  let sweeping: Promise<void> = Promise.resolve()
  let timer = setTimeout(begin, firstAfterMs)

  function begin(): void {
    timer = setTimeout(begin, EVERY_MS)
    sweeping = sweep()
  }

  async function sweep(): Promise<void> {
    try {
      await unfinishedUploads.sweep(clock()).catch((error: unknown) => {
        log.error({ err: error }, 'sweeping the unfinished uploads failed')
      })
      const details = { mend: true, straysMost: STRAYS_MOST_UNASKED, signal: stopping.signal }
      const { strays, straysRemoved, unfinished, mendable, lost } = await sweepPictures(db, pictures, details, clock())
      const mended = mendable.length + unfinished.length + (straysRemoved ? strays.length : 0)
      if (mended > 0) log.info({ mendable, unfinished, strays: straysRemoved ? strays : [] }, 'pictures swept')
      if (lost.length > 0) log.error({ lost }, 'pictures that cannot be mended')
      if (strays.length > 0 && !straysRemoved) {
        log.error({ strays: strays.length }, 'too many files without a row to remove them unasked: npm run sweep')
      }
    } catch (error) {
      log.error({ err: error }, 'sweeping the pictures failed')
    }
  }

  return {
    async stop() {
      stopping.abort()
      clearTimeout(timer)
      await sweeping
    },
  }
}
