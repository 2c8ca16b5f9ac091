import type { Kysely } from 'kysely'
import { recordActivity } from '#app/activity/record-activity.server.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { writing } from '#db/database.server.ts'
import type { Database } from '#db/schema.ts'
import { issueLink } from './one-time-links.server.ts'

export type ConfirmationLinkRefusal = 'no-such-account' | 'already-confirmed'

/** Another link for somebody who joined and lost the first one, which stops working. */
export function issueConfirmationLink(
  db: Kysely<Database>,
  { email }: { email: string },
  now: Date,
): Promise<Outcome<{ accountId: string; token: string }, ConfirmationLinkRefusal>> {
  return writing(db, async (trx) => {
    const account = await trx
      .selectFrom('account')
      .select(['id', 'emailConfirmedAt'])
      .where('email', '=', email)
      .executeTakeFirst()
    if (!account) return refused('no-such-account')
    if (account.emailConfirmedAt) return refused('already-confirmed')
    const token = await issueLink(trx, { kind: 'confirm-email', accountId: account.id, email }, now)
    // Anybody may have asked.
    await recordActivity(trx, { at: now, kind: 'confirmation-link-asked', actorId: null, subjectId: account.id })
    return done({ accountId: account.id, token })
  })
}
