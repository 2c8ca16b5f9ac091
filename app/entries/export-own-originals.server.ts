import type { Kysely } from 'kysely'
import { recordActivity } from '#app/activity/record-activity.server.ts'
import type { ArchivedFile } from '#app/images/archive-pictures.server.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { writing } from '#db/database.server.ts'
import type { Database } from '#db/schema.ts'
import { listArchivedArtworks } from './archived-artworks.server.ts'
import { listOwnEntryIds } from './designer-entries.server.ts'

/** Hands a designer the untouched pictures of all their entries, drafts and withdrawn ones too, and records that they were handed out. */
export function exportOwnOriginals(
  db: Kysely<Database>,
  { designerId }: { designerId: string },
  now: Date,
): Promise<Outcome<ArchivedFile[], 'no-pictures-to-export'>> {
  return writing(db, async (trx) => {
    const files = await listArchivedArtworks(trx, await listOwnEntryIds(trx, designerId), 'originals')
    if (files.length === 0) return refused('no-pictures-to-export')
    const particulars = { archived: 'originals', pictures: files.length }
    await recordActivity(trx, { at: now, kind: 'pictures-exported', actorId: designerId, particulars })
    return done(files)
  })
}
