import type { Kysely } from 'kysely'
import { recordActivity } from '#app/activity/record-activity.server.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { writing } from '#db/database.server.ts'
import type { Database } from '#db/schema.ts'
import { dropLinks, takeLink } from './one-time-links.server.ts'
import { endAllSessions } from './session-row.server.ts'

export type NewPasswordRefusal = 'link-not-good'

/**
 * By the link in the mail, whose reader has proved the address as well. Whoever was signed in is signed out everywhere and a change of
 * address that was asked for comes to nothing: it may have been a thief.
 */
export function setNewPassword(
  db: Kysely<Database>,
  { token, passwordHash }: { token: string; passwordHash: string },
  now: Date,
): Promise<Outcome<{ accountId: string }, NewPasswordRefusal>> {
  return writing(db, async (trx) => {
    const link = await takeLink(trx, { token, kind: 'new-password' }, now)
    if (!link?.accountId) return refused('link-not-good')
    const { accountId } = link
    const account = await trx
      .selectFrom('account')
      .select(['email', 'emailConfirmedAt'])
      .where('id', '=', accountId)
      .executeTakeFirstOrThrow()
    if (account.email !== link.email) return refused('link-not-good')
    await trx
      .updateTable('account')
      .set({ passwordHash, emailConfirmedAt: account.emailConfirmedAt ?? now.toISOString() })
      .where('id', '=', accountId)
      .execute()
    await dropLinks(trx, { kind: 'confirm-email', accountId })
    await endAllSessions(trx, accountId)
    await recordActivity(trx, { at: now, kind: 'password-changed', actorId: accountId })
    if (account.emailConfirmedAt === null) {
      await recordActivity(trx, { at: now, kind: 'email-confirmed', actorId: accountId })
    }
    return done({ accountId })
  })
}
