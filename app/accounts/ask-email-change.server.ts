import type { Kysely } from 'kysely'
import { recordActivity } from '#app/activity/record-activity.server.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { writing } from '#db/database.server.ts'
import type { Database } from '#db/schema.ts'
import { issueLink } from './one-time-links.server.ts'

export type AskEmailChangeRefusal = 'same-address' | 'address-taken'

interface EmailChange {
  accountId: string
  email: string
}

/**
 * A link for the new address; nothing changes until it is followed. The caller has asked for the password: its answer must not wait
 * for this, which takes longer for an address that nobody has.
 */
export function askEmailChange(
  db: Kysely<Database>,
  { accountId, email }: EmailChange,
  now: Date,
): Promise<Outcome<{ token: string }, AskEmailChangeRefusal>> {
  return writing(db, async (trx) => {
    const account = await trx.selectFrom('account').select('email').where('id', '=', accountId).executeTakeFirst()
    if (account?.email === email) return refused('same-address')
    const holder = await trx
      .selectFrom('account')
      .select('id')
      .where('email', '=', email)
      .where('emailConfirmedAt', 'is not', null)
      .executeTakeFirst()
    if (holder) return refused('address-taken')
    await recordActivity(trx, { at: now, kind: 'email-change-asked', actorId: accountId })
    return done({ token: await issueLink(trx, { kind: 'confirm-email', accountId, email }, now) })
  })
}
