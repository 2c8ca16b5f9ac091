import type { Kysely } from 'kysely'
import { recordActivity } from '#app/activity/record-activity.server.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { writing } from '#db/database.server.ts'
import type { Database } from '#db/schema.ts'
import { isAdmin } from './admins.server.ts'
import type { StaffRole } from './roles.ts'
import { endAllSessions } from './session-row.server.ts'

export type AppointRefusal = 'no-such-account' | 'address-not-confirmed' | 'already-appointed' | 'only-admins-appoint'

interface Appointment {
  accountId: string
  role: StaffRole
  /** null from the shell, where whoever can write to the database needs no permission. */
  grantedBy: string | null
}

/** Grants a staff role. The person signs in again, because staff sessions live by shorter rules. */
export function appointStaff(
  db: Kysely<Database>,
  { accountId, role, grantedBy }: Appointment,
  now: Date,
): Promise<Outcome<null, AppointRefusal>> {
  return writing(db, async (trx) => {
    if (grantedBy !== null && !(await isAdmin(trx, grantedBy))) return refused('only-admins-appoint')
    const account = await trx
      .selectFrom('account')
      .select('emailConfirmedAt')
      .where('id', '=', accountId)
      .where('deletedAt', 'is', null)
      .executeTakeFirst()
    if (!account) return refused('no-such-account')
    // Before that it may be anybody who typed the address.
    if (account.emailConfirmedAt === null) return refused('address-not-confirmed')
    const granted = await trx
      .insertInto('roleGrant')
      .values({ accountId, role, grantedBy, grantedAt: now.toISOString() })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    if (granted.numInsertedOrUpdatedRows === 0n) return refused('already-appointed')
    await endAllSessions(trx, accountId)
    await recordActivity(trx, {
      at: now,
      kind: 'role-granted',
      actorId: grantedBy,
      subjectId: accountId,
      particulars: { role },
    })
    return done(null)
  })
}
