import type { Kysely } from 'kysely'
import { recordActivity } from '#app/activity/record-activity.server.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { writing } from '#db/database.server.ts'
import type { Database } from '#db/schema.ts'
import { findOwnArtwork, type OwnArtworkDetails, type OwnArtworkRefusal } from './own-artwork.server.ts'

export type RemoveArtworkRefusal = OwnArtworkRefusal | 'entry-would-be-incomplete'

/** Takes a picture off an entry. Returns its id: nothing shows it any more, and the caller discards its files. */
export function removeArtwork(
  db: Kysely<Database>,
  own: OwnArtworkDetails,
  now: Date,
): Promise<Outcome<{ pictureId: string }, RemoveArtworkRefusal>> {
  return writing(db, async (trx) => {
    const found = await findOwnArtwork(trx, own, now)
    if (!found.ok) return found
    const { facts, artworks, index } = found.value
    const artwork = artworks[index]
    if (!artwork) return refused('artwork-not-found')
    if (facts.submittedAt && artworks.length <= facts.contest.contest.minimumPictures) {
      return refused('entry-would-be-incomplete')
    }
    await trx.deleteFrom('artwork').where('id', '=', artwork.id).execute()
    const where = { contestId: facts.entry.contestId, entryId: own.entryId, subjectId: artwork.picture.id }
    await recordActivity(trx, { at: now, kind: 'artwork-removed', actorId: own.designer.id, ...where })
    return done({ pictureId: artwork.picture.id })
  })
}
