import type { Kysely } from 'kysely'
import { z } from 'zod'
import { recordActivity } from '#app/activity/record-activity.server.ts'
import { GROUND_NAMES, type GroundName, groundsFor } from '#app/images/ground-choice.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { writing } from '#db/database.server.ts'
import type { Database } from '#db/schema.ts'
import { findOwnArtwork, type OwnArtworkDetails, type OwnArtworkRefusal } from './own-artwork.server.ts'

export const groundSchema = z.object({ ground: z.enum(GROUND_NAMES) })

/** Chooses what a picture with transparent parts is shown on, everywhere. One without has nothing to choose: nothing changes. */
export function chooseGround(
  db: Kysely<Database>,
  { ground, ...own }: OwnArtworkDetails & { ground: GroundName },
  now: Date,
): Promise<Outcome<null, OwnArtworkRefusal>> {
  return writing(db, async (trx) => {
    const found = await findOwnArtwork(trx, own, now)
    if (!found.ok) return found
    const { facts, artworks, index } = found.value
    const picture = artworks[index]?.picture
    if (!picture) return refused('artwork-not-found')
    const shownOn = groundsFor(picture.ground)[ground]
    if (picture.shownOn === null || picture.shownOn === shownOn) return done(null)
    await trx.updateTable('picture').set({ shownOn }).where('id', '=', picture.id).execute()
    const where = { contestId: facts.entry.contestId, entryId: own.entryId, subjectId: picture.id }
    await recordActivity(trx, { at: now, kind: 'artwork-ground-chosen', actorId: own.designer.id, ...where })
    return done(null)
  })
}
