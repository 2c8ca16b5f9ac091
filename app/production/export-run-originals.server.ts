import type { Kysely } from 'kysely'
import { has, type Viewer } from '#app/accounts/roles.ts'
import { recordActivity } from '#app/activity/record-activity.server.ts'
import { listArchivedArtworks } from '#app/entries/archived-artworks.server.ts'
import type { ArchivedFile } from '#app/images/archive-pictures.server.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { writing } from '#db/database.server.ts'
import type { Database } from '#db/schema.ts'

export type ExportRunOriginalsRefusal = 'no-such-run' | 'no-pictures-to-export'

/** Hands a producer the untouched pictures that a run is made from, and records that they were handed out. */
export function exportRunOriginals(
  db: Kysely<Database>,
  { runId, viewer }: { runId: string; viewer: Viewer },
  now: Date,
): Promise<Outcome<ArchivedFile[], ExportRunOriginalsRefusal>> {
  return writing(db, async (trx) => {
    const run = await trx.selectFrom('run').selectAll().where('id', '=', runId).executeTakeFirst()
    if (!run || !has(viewer, 'producer')) return refused('no-such-run')
    const files = await listArchivedArtworks(trx, [run.entryId], 'originals')
    if (files.length === 0) return refused('no-pictures-to-export')
    const { contestId, entryId } = run
    const particulars = { archived: 'originals', pictures: files.length }
    const where = { actorId: viewer.id, contestId, entryId, runId }
    await recordActivity(trx, { at: now, kind: 'pictures-exported', ...where, particulars })
    return done(files)
  })
}
