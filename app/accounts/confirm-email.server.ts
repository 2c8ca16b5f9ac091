import type { Kysely } from 'kysely'
import { recordActivity } from '#app/activity/record-activity.server.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { writing } from '#db/database.server.ts'
import type { Database } from '#db/schema.ts'
import { emptyAccount } from './account-row.server.ts'
import { findConfirmation } from './confirmations.server.ts'
import { dropLinks, takeLink } from './one-time-links.server.ts'
import { passwordMatches } from './password-hash.server.ts'

export type ConfirmEmailRefusal = 'link-not-good' | 'wrong-password' | 'address-taken'

/** `changedFrom` is the address until now when this was a change of address, for the letter that warns it. */
interface Confirmed {
  accountId: string
  changedFrom: string | null
}

/**
 * Follows the link of a first confirmation or of a change of address: the mail was read, so the address is theirs. A first one asks
 * for the account's password as well. Anybody can join with another's address, or join again with it before it is confirmed; a click
 * alone would make the reader of the letter confirm a stranger's password.
 */
export async function confirmEmail(
  db: Kysely<Database>,
  { token, password }: { token: string; password: string | null },
  now: Date,
): Promise<Outcome<Confirmed, ConfirmEmailRefusal>> {
  const asked = await findConfirmation(db, { token }, now)
  if (!asked) return refused('link-not-good')
  const { accountId, email, isFirst } = asked
  const before = await db.selectFrom('account').select('passwordHash').where('id', '=', accountId).executeTakeFirst()
  if (isFirst && !(await passwordMatches(before?.passwordHash ?? null, password ?? '')))
    return refused('wrong-password')

  return writing(db, async (trx) => {
    const account = await trx
      .selectFrom('account')
      .select(['email', 'passwordHash'])
      .where('id', '=', accountId)
      .executeTakeFirstOrThrow()
    // What was verified before the transaction must still be so inside it.
    if (isFirst && account.passwordHash !== before?.passwordHash) return refused('wrong-password')
    if (!(await takeLink(trx, { token, kind: 'confirm-email' }, now))) return refused('link-not-good')

    const holder = await trx
      .selectFrom('account')
      .select(['id', 'emailConfirmedAt'])
      .where('email', '=', email)
      .where('id', '<>', accountId)
      .executeTakeFirst()
    if (holder?.emailConfirmedAt) return refused('address-taken')
    // Somebody typed this address without being able to read its mail.
    if (holder) await emptyAccount(trx, holder.id, now)

    const changed = account.email !== email
    await trx
      .updateTable('account')
      .set({ email, emailConfirmedAt: now.toISOString() })
      .where('id', '=', accountId)
      .execute()
    // A link for a new password lies in the mailbox of the old address.
    if (changed) await dropLinks(trx, { kind: 'new-password', accountId })
    await recordActivity(trx, { at: now, kind: changed ? 'email-changed' : 'email-confirmed', actorId: accountId })
    return done({ accountId, changedFrom: changed ? account.email : null })
  })
}
