import type { Kysely } from 'kysely'
import { recordActivity } from '#app/activity/record-activity.server.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { writing } from '#db/database.server.ts'
import type { Database } from '#db/schema.ts'
import { placeAccount, type Registration } from './account-row.server.ts'
import { hasAdmin } from './admins.server.ts'
import { takeLink } from './one-time-links.server.ts'
import { insertSession } from './session-row.server.ts'

export type FirstAdminRefusal = 'link-not-good' | 'there-is-an-admin' | 'address-taken'

/** By the link the first start printed. Who can read the server's log is believed about the address too. */
export function becomeFirstAdmin(
  db: Kysely<Database>,
  { token, device, ...registration }: Registration & { token: string; device: string },
  now: Date,
): Promise<Outcome<{ accountId: string; token: string }, FirstAdminRefusal>> {
  return writing(db, async (trx) => {
    if (await hasAdmin(trx)) return refused('there-is-an-admin')
    // The account first: a taken address must leave the link as good as it was.
    const held = await trx
      .selectFrom('account')
      .select('id')
      .where('email', '=', registration.email)
      .where('emailConfirmedAt', 'is not', null)
      .executeTakeFirst()
    if (held) return refused('address-taken')
    if (!(await takeLink(trx, { token, kind: 'first-admin' }, now))) return refused('link-not-good')
    const accountId = await placeAccount(trx, registration, now)
    if (accountId === null) return refused('address-taken')

    const at = now.toISOString()
    await trx.updateTable('account').set({ emailConfirmedAt: at }).where('id', '=', accountId).execute()
    await trx.insertInto('roleGrant').values({ accountId, role: 'admin', grantedBy: null, grantedAt: at }).execute()
    await recordActivity(trx, { at: now, kind: 'account-joined', actorId: accountId })
    await recordActivity(trx, {
      at: now,
      kind: 'role-granted',
      actorId: null,
      subjectId: accountId,
      particulars: { role: 'admin' },
    })
    return done({ accountId, token: await insertSession(trx, { accountId, device }, now) })
  })
}
