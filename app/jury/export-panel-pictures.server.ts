import type { Kysely } from 'kysely'
import type { Viewer } from '#app/accounts/roles.ts'
import { recordActivity } from '#app/activity/record-activity.server.ts'
import type { ContestFacts } from '#app/contests/contests.server.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { writing } from '#db/database.server.ts'
import type { Database } from '#db/schema.ts'
import { findPanelPictures, type PanelPictures } from './panel-pictures.server.ts'

export type ExportPanelPicturesRefusal = 'panel-pictures-sealed' | 'no-pictures-to-export'

/** Hands a juror the pictures of the whole light table, and records that they were handed out. */
export function exportPanelPictures(
  db: Kysely<Database>,
  { facts, viewer }: { facts: ContestFacts; viewer: Viewer },
  now: Date,
): Promise<Outcome<PanelPictures, ExportPanelPicturesRefusal>> {
  return writing(db, async (trx) => {
    const pictures = await findPanelPictures(trx, { facts, viewer }, now)
    if (pictures === null) return refused('panel-pictures-sealed')
    if (pictures.files.length === 0) return refused('no-pictures-to-export')
    const particulars = { archived: pictures.archived, pictures: pictures.files.length }
    const where = { actorId: viewer.id, contestId: facts.contest.id }
    await recordActivity(trx, { at: now, kind: 'pictures-exported', ...where, particulars })
    return done(pictures)
  })
}
