import type { Kysely } from 'kysely'
import { recordActivity } from '#app/activity/record-activity.server.ts'
import { done, type Outcome } from '#app/outcome.ts'
import { writing } from '#db/database.server.ts'
import type { Database } from '#db/schema.ts'
import { takeOffPictures } from './artwork-rows.server.ts'
import type { GoneStep } from './gone-step.ts'
import { findOwnChangeableEntry, type OwnEntryDetails, type OwnEntryRefusal } from './own-entry.server.ts'

export interface WithdrawDetails extends OwnEntryDetails {
  steps: readonly GoneStep[]
}

/**
 * Takes a draft or a published entry out of the contest, for good, until voting opens: afterwards people have scored it,
 * and a ballot must not lose its pages. The pictures of a draft that was never published are taken off: nobody will see them again,
 * and the caller discards their files.
 */
export function withdrawEntry(
  db: Kysely<Database>,
  { steps, ...own }: WithdrawDetails,
  now: Date,
): Promise<Outcome<{ contestId: string; pictureIds: string[] }, OwnEntryRefusal>> {
  return writing(db, async (trx) => {
    const found = await findOwnChangeableEntry(trx, own, now)
    if (!found.ok) return found
    const { entry, submittedAt } = found.value
    await trx
      .insertInto('withdrawal')
      .values({ entryId: entry.id, withdrawnBy: own.designer.id, withdrawnAt: now.toISOString() })
      .execute()
    const where = { contestId: entry.contestId, entryId: entry.id }
    await recordActivity(trx, { at: now, kind: 'entry-withdrawn', actorId: own.designer.id, ...where })
    for (const step of steps) await step(trx, where, now)
    const pictureIds = submittedAt ? [] : await takeOffPictures(trx, [entry.id])
    return done({ contestId: entry.contestId, pictureIds })
  })
}
