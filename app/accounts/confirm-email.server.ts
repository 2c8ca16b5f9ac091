import type { Kysely } from 'kysely'
import { recordActivity } from '#app/activity/record-activity.server.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { writing } from '#db/database.server.ts'
import type { Database } from '#db/schema.ts'
import { emptyAccount } from './account-row.server.ts'
import { dropLinks, takeLink } from './one-time-links.server.ts'

export type ConfirmEmailRefusal = 'link-not-good' | 'address-taken'

/** `changedFrom` is the address until now when this was a change of address, for the letter that warns it. */
interface Confirmation {
  accountId: string
  changedFrom: string | null
}

/** Follows the link of a first confirmation or of a change of address: the mail was read, so the address is theirs. */
export function confirmEmail(
  db: Kysely<Database>,
  { token }: { token: string },
  now: Date,
): Promise<Outcome<Confirmation, ConfirmEmailRefusal>> {
  return writing(db, async (trx) => {
    const link = await takeLink(trx, { token, kind: 'confirm-email' }, now)
    if (!link?.accountId || !link.email) return refused('link-not-good')
    const { accountId, email } = link
    const account = await trx
      .selectFrom('account')
      .select('email')
      .where('id', '=', accountId)
      .executeTakeFirstOrThrow()

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
