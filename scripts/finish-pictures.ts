import type { Kysely } from 'kysely'
import { finishPicture } from '#app/images/finish-picture.server.ts'
import type { PictureWorkshop } from '#app/images/picture-workshop.server.ts'
import { findUnfinishedPicture } from '#app/images/pictures.server.ts'
import type { Log } from '#app/log.server.ts'
import type { Database } from '#db/schema.ts'

/** Pages are complete without it, so nobody minds; and what follows a start is the busiest time. */
const LOOK_EVERY_MS = 5000

export interface FinishingWatch {
  stop: () => Promise<void>
}

/**
 * Makes what takes long of every picture that lacks it, the oldest first, one at a time. A picture that cannot be finished is logged
 * and left until the next start. Stop it together with the workshop, whose closing lets go of a picture in the making at once.
 */
export function finishPictures(
  { db, pictures, log, clock }: { db: Kysely<Database>; pictures: PictureWorkshop; log: Log; clock: () => Date },
  lookEveryMs = LOOK_EVERY_MS,
): FinishingWatch {
  const tried = new Set<string>()
  let stopped = false
  let finishing: Promise<void> = Promise.resolve()
  let timer = setTimeout(begin, lookEveryMs)

  function begin(): void {
    finishing = finishAll().then(() => {
      if (!stopped) timer = setTimeout(begin, lookEveryMs)
    })
  }

  async function finishAll(): Promise<void> {
    let pictureId: string | null = null
    try {
      while (!stopped) {
        pictureId = await findUnfinishedPicture(db, [...tried])
        if (pictureId === null) return
        const outcome = await finishPicture(db, pictures, { pictureId }, clock())
        if (stopped || outcome.ok) continue
        tried.add(pictureId)
        log.warn({ pictureId, why: outcome.refusal }, 'a picture could not be finished')
      }
    } catch (error) {
      // The others are gone on with at the next look.
      if (pictureId !== null) tried.add(pictureId)
      log.error({ err: error, pictureId }, 'finishing a picture failed')
    }
  }

  return {
    async stop() {
      stopped = true
      clearTimeout(timer)
      await finishing
    },
  }
}
