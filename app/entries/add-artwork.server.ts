import type { Kysely } from 'kysely'
import { recordActivity } from '#app/activity/record-activity.server.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { writing } from '#db/database.server.ts'
import { newId } from '#db/new-id.ts'
import type { Database } from '#db/schema.ts'
import { type ArtworkRoomRefusal, findRoomForArtwork } from './artwork-room.server.ts'
import type { OwnEntryDetails } from './own-entry.server.ts'

export type AddArtworkRefusal = ArtworkRoomRefusal | 'picture-not-found' | 'picture-already-in-entry'

export interface AddArtworkDetails extends OwnEntryDetails {
  /** A picture that this designer's upload became. */
  pictureId: string
}

/** Hangs a taken picture at the end of an entry. Returns the artwork's id. */
export function addArtwork(
  db: Kysely<Database>,
  { pictureId, ...own }: AddArtworkDetails,
  now: Date,
): Promise<Outcome<string, AddArtworkRefusal>> {
  return writing(db, async (trx) => {
    const room = await findRoomForArtwork(trx, own, now)
    if (!room.ok) return room
    const { facts, sha256s, position } = room.value
    const picture = await trx
      .selectFrom('picture')
      .select(['sha256', 'uploadedBy'])
      .where('id', '=', pictureId)
      .executeTakeFirst()
    if (picture?.uploadedBy !== own.designer.id) return refused('picture-not-found')
    if (sha256s.includes(picture.sha256)) return refused('picture-already-in-entry')

    const id = newId()
    const entryId = facts.entry.id
    await trx.insertInto('artwork').values({ id, entryId, pictureId, alt: '', position }).execute()
    const where = { contestId: facts.entry.contestId, entryId, subjectId: pictureId }
    await recordActivity(trx, { at: now, kind: 'artwork-added', actorId: own.designer.id, ...where })
    return done(id)
  })
}
