import type { Kysely } from 'kysely'
import { recordActivity } from '#app/activity/record-activity.server.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { writing } from '#db/database.server.ts'
import type { Database } from '#db/schema.ts'
import { findOwnChangeableEntry, type OwnEntryDetails, type OwnEntryRefusal } from './own-entry.server.ts'

export type RemoveCollaboratorRefusal = OwnEntryRefusal | 'invitation-not-found'

/** Takes back an invitation or a collaboration, until voting opens. Who declined stays on record. */
export function removeCollaborator(
  db: Kysely<Database>,
  { accountId, ...own }: OwnEntryDetails & { accountId: string },
  now: Date,
): Promise<Outcome<null, RemoveCollaboratorRefusal>> {
  return writing(db, async (trx) => {
    const found = await findOwnChangeableEntry(trx, own, now)
    if (!found.ok) return found
    const { entry } = found.value
    const { numDeletedRows } = await trx
      .deleteFrom('collaborator')
      .where('entryId', '=', entry.id)
      .where('accountId', '=', accountId)
      .where('declinedAt', 'is', null)
      .executeTakeFirst()
    if (numDeletedRows === 0n) return refused('invitation-not-found')
    const where = { contestId: entry.contestId, entryId: entry.id, subjectId: accountId }
    await recordActivity(trx, { at: now, kind: 'collaborator-removed', actorId: own.designer.id, ...where })
    return done(null)
  })
}
