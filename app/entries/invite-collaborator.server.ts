import type { Kysely } from 'kysely'
import { oweLetters } from '#app/activity/owe-letters.server.ts'
import { recordActivity } from '#app/activity/record-activity.server.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { writing } from '#db/database.server.ts'
import type { Database } from '#db/schema.ts'
import { COLLABORATORS_MOST } from './entry.ts'
import { findOwnChangeableEntry, type OwnEntryDetails, type OwnEntryRefusal } from './own-entry.server.ts'

export type InviteCollaboratorRefusal =
  | OwnEntryRefusal
  | 'person-not-found'
  | 'collaborator-is-designer'
  | 'collaborator-is-staff'
  | 'collaborator-already-invited'
  | 'collaborator-has-declined'
  | 'collaborators-full'

/**
 * Asks a person to put their name to an entry too. By handle, which is public with the designer's page: an address would tell
 * who has an account. Who declined is not asked again.
 */
export function inviteCollaborator(
  db: Kysely<Database>,
  { handle, ...own }: OwnEntryDetails & { handle: string },
  now: Date,
): Promise<Outcome<{ accountId: string }, InviteCollaboratorRefusal>> {
  return writing(db, async (trx) => {
    const found = await findOwnChangeableEntry(trx, own, now)
    if (!found.ok) return found
    const { entry } = found.value
    const person = await trx
      .selectFrom('account')
      .select('id')
      .where('handle', '=', handle)
      .where('deletedAt', 'is', null)
      .where('emailConfirmedAt', 'is not', null)
      .executeTakeFirst()
    if (!person) return refused('person-not-found')
    if (person.id === entry.designerId) return refused('collaborator-is-designer')
    const role = await trx.selectFrom('roleGrant').select('role').where('accountId', '=', person.id).executeTakeFirst()
    if (role) return refused('collaborator-is-staff')
    const invited = await trx.selectFrom('collaborator').selectAll().where('entryId', '=', entry.id).execute()
    const earlier = invited.find(({ accountId }) => accountId === person.id)
    if (earlier) return refused(earlier.declinedAt ? 'collaborator-has-declined' : 'collaborator-already-invited')
    if (invited.filter(({ declinedAt }) => !declinedAt).length >= COLLABORATORS_MOST) {
      return refused('collaborators-full')
    }
    await trx
      .insertInto('collaborator')
      .values({
        entryId: entry.id,
        accountId: person.id,
        invitedAt: now.toISOString(),
        acceptedAt: null,
        declinedAt: null,
      })
      .execute()
    const where = { contestId: entry.contestId, entryId: entry.id, subjectId: person.id }
    await recordActivity(trx, { at: now, kind: 'collaborator-invited', actorId: own.designer.id, ...where })
    const { contestId, id: subjectId } = entry
    await oweLetters(trx, { contestId, kind: 'invited', accountIds: [person.id], subjectId }, now)
    return done({ accountId: person.id })
  })
}
