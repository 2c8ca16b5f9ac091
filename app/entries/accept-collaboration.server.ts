import type { Kysely } from 'kysely'
import { isStaff, type Viewer } from '#app/accounts/roles.ts'
import { findViewerById } from '#app/accounts/viewers.server.ts'
import { recordActivity } from '#app/activity/record-activity.server.ts'
import { phaseAt } from '#app/contests/schedule.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { writing } from '#db/database.server.ts'
import type { Database } from '#db/schema.ts'
import { findEntryFacts } from './entries.server.ts'
import { entryState } from './entry.ts'

export type AcceptCollaborationRefusal =
  | 'invitation-not-found'
  | 'staff-do-not-take-part'
  | 'entries-closed'
  | 'entry-withdrawn'
  | 'entry-taken-down'

/** From now on the entry is this person's work too, and never comes on their ballot. Until voting opens. */
export function acceptCollaboration(
  db: Kysely<Database>,
  { entryId, collaborator }: { entryId: string; collaborator: Viewer },
  now: Date,
): Promise<Outcome<null, AcceptCollaborationRefusal>> {
  return writing(db, async (trx) => {
    const facts = await findEntryFacts(trx, entryId)
    const invitation = await trx
      .selectFrom('collaborator')
      .select(['acceptedAt', 'declinedAt'])
      .where('entryId', '=', entryId)
      .where('accountId', '=', collaborator.id)
      .executeTakeFirst()
    if (!facts || !invitation || invitation.declinedAt) return refused('invitation-not-found')
    if (invitation.acceptedAt) return done(null)
    if (isStaff(await findViewerById(trx, collaborator.id))) return refused('staff-do-not-take-part')
    const state = entryState(facts)
    if (state === 'withdrawn') return refused('entry-withdrawn')
    if (state === 'taken-down') return refused('entry-taken-down')
    if (phaseAt(facts.contest.schedule, now) !== 'open') return refused('entries-closed')
    await trx
      .updateTable('collaborator')
      .set({ acceptedAt: now.toISOString() })
      .where('entryId', '=', entryId)
      .where('accountId', '=', collaborator.id)
      .execute()
    const where = { contestId: facts.entry.contestId, entryId }
    await recordActivity(trx, { at: now, kind: 'collaborator-accepted', actorId: collaborator.id, ...where })
    return done(null)
  })
}
