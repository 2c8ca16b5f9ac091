import type { Kysely } from 'kysely'
import { recordActivity } from '#app/activity/record-activity.server.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { writing } from '#db/database.server.ts'
import type { Database } from '#db/schema.ts'
import { placeAccount, type Registration } from './account-row.server.ts'
import { issueLink } from './one-time-links.server.ts'

export type RegisterRefusal = 'address-taken'

/** A new member, who cannot sign in before the address is confirmed by the link made here. */
export function registerAccount(
  db: Kysely<Database>,
  registration: Registration,
  now: Date,
): Promise<Outcome<{ accountId: string; token: string }, RegisterRefusal>> {
  return writing(db, async (trx) => {
    const accountId = await placeAccount(trx, registration, now)
    if (accountId === null) return refused('address-taken')
    const token = await issueLink(trx, { kind: 'confirm-email', accountId, email: registration.email }, now)
    await recordActivity(trx, { at: now, kind: 'account-joined', actorId: accountId })
    return done({ accountId, token })
  })
}
