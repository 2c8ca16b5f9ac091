import type { Kysely } from 'kysely'
import { recordActivity } from '#app/activity/record-activity.server.ts'
import { mayFinishUpload } from '#app/contests/schedule.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { writing } from '#db/database.server.ts'
import { newId } from '#db/new-id.ts'
import type { Database } from '#db/schema.ts'
import { findEntryFacts } from './entries.server.ts'
import { entryState } from './entry.ts'
import type { OwnEntryDetails, OwnEntryRefusal } from './own-entry.server.ts'

export type AddArtworkRefusal = OwnEntryRefusal | 'picture-not-found' | 'picture-already-in-entry' | 'pictures-full'

/**
 * Hangs a taken picture at the end of an entry. Returns the artwork's id. `begunAt` is when the upload began: one begun before the
 * deadline may finish within ten minutes of it, on a published entry too.
 */
export function addArtwork(
  db: Kysely<Database>,
  { entryId, designer, begunAt, pictureId, alt = '' }: OwnEntryDetails & { pictureId: string; alt?: string },
  now: Date,
): Promise<Outcome<string, AddArtworkRefusal>> {
  return writing(db, async (trx) => {
    const facts = await findEntryFacts(trx, entryId)
    if (!facts || facts.designerId !== designer.id) return refused('entry-not-found')
    const state = entryState(facts)
    if (state === 'withdrawn') return refused('entry-withdrawn')
    if (state === 'taken-down') return refused('entry-taken-down')
    if (!mayFinishUpload(facts.contest.schedule, begunAt ?? now, now)) return refused('entries-closed')
    const picture = await trx
      .selectFrom('picture')
      .select(['sha256', 'uploadedBy'])
      .where('id', '=', pictureId)
      .executeTakeFirst()
    if (picture?.uploadedBy !== designer.id) return refused('picture-not-found')

    const hung = await trx
      .selectFrom('artwork')
      .innerJoin('picture', 'picture.id', 'artwork.pictureId')
      .select(['picture.sha256', 'artwork.position'])
      .where('artwork.entryId', '=', entryId)
      .orderBy('artwork.position')
      .execute()
    if (hung.some(({ sha256 }) => sha256 === picture.sha256)) return refused('picture-already-in-entry')
    if (hung.length >= facts.contest.contest.maximumPictures) return refused('pictures-full')

    const id = newId()
    const position = (hung.at(-1)?.position ?? -1) + 1
    await trx.insertInto('artwork').values({ id, entryId, pictureId, alt, position }).execute()
    const where = { contestId: facts.entry.contestId, entryId, subjectId: pictureId }
    await recordActivity(trx, { at: now, kind: 'artwork-added', actorId: designer.id, ...where })
    return done(id)
  })
}
