import type { Kysely } from 'kysely'
import { recordActivity } from '#app/activity/record-activity.server.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { writing } from '#db/database.server.ts'
import type { Database } from '#db/schema.ts'
import { findOwnArtwork, type OwnArtworkDetails, type OwnArtworkRefusal } from './own-artwork.server.ts'

export type DescribeArtworkRefusal = OwnArtworkRefusal | 'entry-would-be-incomplete'

/** Says what a picture shows, for those who do not see it. */
export function describeArtwork(
  db: Kysely<Database>,
  { alt, ...own }: OwnArtworkDetails & { alt: string },
  now: Date,
): Promise<Outcome<null, DescribeArtworkRefusal>> {
  return writing(db, async (trx) => {
    const found = await findOwnArtwork(trx, own, now)
    if (!found.ok) return found
    const { facts, artworks, index } = found.value
    if (artworks[index]?.alt === alt) return done(null)
    if (facts.submittedAt && alt === '') return refused('entry-would-be-incomplete')
    await trx.updateTable('artwork').set({ alt }).where('id', '=', own.artworkId).execute()
    const where = { contestId: facts.entry.contestId, entryId: own.entryId, subjectId: own.artworkId }
    await recordActivity(trx, { at: now, kind: 'artwork-described', actorId: own.designer.id, ...where })
    return done(null)
  })
}
