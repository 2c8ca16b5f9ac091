import type { Kysely } from 'kysely'
import { recordActivity } from '#app/activity/record-activity.server.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { writing } from '#db/database.server.ts'
import type { Database } from '#db/schema.ts'
import { isAdmin, isLastAdmin } from './admins.server.ts'
import type { StaffRole } from './roles.ts'
import { endAllSessions } from './session-row.server.ts'

export type DismissRefusal = 'not-appointed' | 'last-admin' | 'only-admins-appoint'

interface Dismissal {
  accountId: string
  role: StaffRole
  /** null from the shell. */
  dismissedBy: string | null
}

/** Takes a staff role back and ends the person's sessions, which were opened with it. */
export function dismissStaff(
  db: Kysely<Database>,
  { accountId, role, dismissedBy }: Dismissal,
  now: Date,
): Promise<Outcome<null, DismissRefusal>> {
  return writing(db, async (trx) => {
    if (dismissedBy !== null && !(await isAdmin(trx, dismissedBy))) return refused('only-admins-appoint')
    if (role === 'admin' && (await isLastAdmin(trx, accountId))) return refused('last-admin')
    const taken = await trx
      .deleteFrom('roleGrant')
      .where('accountId', '=', accountId)
      .where('role', '=', role)
      .executeTakeFirst()
    if (taken.numDeletedRows === 0n) return refused('not-appointed')
    await endAllSessions(trx, accountId)
    await recordActivity(trx, {
      at: now,
      kind: 'role-revoked',
      actorId: dismissedBy,
      subjectId: accountId,
      particulars: { role },
    })
    return done(null)
  })
}
