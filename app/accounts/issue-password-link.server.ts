import type { Kysely } from 'kysely'
import { recordActivity } from '#app/activity/record-activity.server.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { writing } from '#db/database.server.ts'
import type { Database } from '#db/schema.ts'
import { issueLink } from './one-time-links.server.ts'

export type PasswordLinkRefusal = 'no-such-account'

interface PasswordLink {
  accountId: string
  token: string
  /** Whether the letter may call its reader by the account's name: before the address is confirmed a stranger may have typed it. */
  nameIsTheirs: boolean
}

/** A link to a new password, for the mail only: the page says the same whether or not there was anybody. */
export function issuePasswordLink(
  db: Kysely<Database>,
  { email }: { email: string },
  now: Date,
): Promise<Outcome<PasswordLink, PasswordLinkRefusal>> {
  return writing(db, async (trx) => {
    const account = await trx
      .selectFrom('account')
      .select(['id', 'emailConfirmedAt'])
      .where('email', '=', email)
      .executeTakeFirst()
    if (!account) return refused('no-such-account')
    const token = await issueLink(trx, { kind: 'new-password', accountId: account.id, email }, now)
    // Anybody may have asked.
    await recordActivity(trx, { at: now, kind: 'password-link-asked', actorId: null, subjectId: account.id })
    return done({ accountId: account.id, token, nameIsTheirs: account.emailConfirmedAt !== null })
  })
}
