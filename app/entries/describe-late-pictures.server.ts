import type { Kysely } from 'kysely'
import type { Viewer } from '#app/accounts/roles.ts'
import { recordActivity } from '#app/activity/record-activity.server.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { writing } from '#db/database.server.ts'
import type { Database } from '#db/schema.ts'
import { findEntryFacts } from './entries.server.ts'
import { mayDescribeLate } from './entry.ts'

export type DescribeLatePicturesRefusal = 'entry-not-found' | 'entries-closed'

export interface DescribeLatePicturesDetails {
  entryId: string
  designer: Viewer
  /** Artwork id → what the picture shows. */
  alts: Readonly<Record<string, string>>
}

/** Gives words to the pictures of a published entry that have none yet; what was described before voting opened stays. */
export function describeLatePictures(
  db: Kysely<Database>,
  { entryId, designer, alts }: DescribeLatePicturesDetails,
  now: Date,
): Promise<Outcome<null, DescribeLatePicturesRefusal>> {
  return writing(db, async (trx) => {
    const facts = await findEntryFacts(trx, entryId)
    if (!facts || facts.designerId !== designer.id) return refused('entry-not-found')
    if (!mayDescribeLate(facts, facts.contest, now)) return refused('entries-closed')
    for (const [id, alt] of Object.entries(alts)) {
      const undescribed = trx.updateTable('artwork').set({ alt }).where('entryId', '=', entryId).where('alt', '=', '')
      await undescribed.where('id', '=', id).execute()
    }
    const where = { contestId: facts.entry.contestId, entryId }
    await recordActivity(trx, { at: now, kind: 'entry-changed', actorId: designer.id, ...where })
    return done(null)
  })
}
