import type { Kysely } from 'kysely'
import { isStaff } from '#app/accounts/roles.ts'
import { findViewerById } from '#app/accounts/viewers.server.ts'
import { recordActivity } from '#app/activity/record-activity.server.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { writing } from '#db/database.server.ts'
import type { Database } from '#db/schema.ts'
import { readForMissing } from './entry-contents.server.ts'
import { missingFrom } from './missing.ts'
import { findOwnChangeableEntry, type OwnEntryDetails, type OwnEntryRefusal } from './own-entry.server.ts'

export type SubmitEntryRefusal = OwnEntryRefusal | 'staff-do-not-take-part' | 'email-not-confirmed' | 'entry-incomplete'

/** Publishes a draft. Submitting what is submitted changes nothing: a second click is not a mistake. */
export function submitEntry(
  db: Kysely<Database>,
  own: OwnEntryDetails,
  now: Date,
): Promise<Outcome<{ submittedAt: string }, SubmitEntryRefusal>> {
  return writing(db, async (trx) => {
    const found = await findOwnChangeableEntry(trx, own, now)
    if (!found.ok) return found
    const { entry, submittedAt } = found.value
    if (submittedAt) return done({ submittedAt })
    const designer = await findViewerById(trx, own.designer.id)
    if (isStaff(designer)) return refused('staff-do-not-take-part')
    if (!designer?.emailConfirmed) return refused('email-not-confirmed')
    const { contents, demands } = await readForMissing(trx, found.value)
    if (missingFrom(contents, demands).length > 0) return refused('entry-incomplete')

    const at = now.toISOString()
    await trx.insertInto('entrySubmission').values({ entryId: entry.id, submittedAt: at }).execute()
    const where = { contestId: entry.contestId, entryId: entry.id }
    await recordActivity(trx, { at: now, kind: 'entry-submitted', actorId: own.designer.id, ...where })
    return done({ submittedAt: at })
  })
}
