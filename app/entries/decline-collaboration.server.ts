import type { Kysely } from 'kysely'
import type { Viewer } from '#app/accounts/roles.ts'
import { recordActivity } from '#app/activity/record-activity.server.ts'
import { phaseAt } from '#app/contests/schedule.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { writing } from '#db/database.server.ts'
import type { Database } from '#db/schema.ts'
import { findEntryFacts } from './entries.server.ts'

export type DeclineCollaborationRefusal = 'invitation-not-found' | 'entries-closed'

/** Says no to an invitation, at any time, or leaves an entry that was joined, until voting opens. */
export function declineCollaboration(
  db: Kysely<Database>,
  { entryId, collaborator }: { entryId: string; collaborator: Viewer },
  now: Date,
): Promise<Outcome<null, DeclineCollaborationRefusal>> {
  return writing(db, async (trx) => {
    const facts = await findEntryFacts(trx, entryId)
    const invitation = await trx
      .selectFrom('collaborator')
      .select(['acceptedAt', 'declinedAt'])
      .where('entryId', '=', entryId)
      .where('accountId', '=', collaborator.id)
      .executeTakeFirst()
    if (!facts || !invitation) return refused('invitation-not-found')
    if (invitation.declinedAt) return done(null)
    // Who may score an entry is settled when voting opens: leaving later would let a maker vote on their own work.
    if (invitation.acceptedAt && phaseAt(facts.contest.schedule, now) !== 'open') return refused('entries-closed')
    await trx
      .updateTable('collaborator')
      .set({ acceptedAt: null, declinedAt: now.toISOString() })
      .where('entryId', '=', entryId)
      .where('accountId', '=', collaborator.id)
      .execute()
    const where = { contestId: facts.entry.contestId, entryId }
    await recordActivity(trx, { at: now, kind: 'collaborator-declined', actorId: collaborator.id, ...where })
    return done(null)
  })
}
