import type { Kysely } from 'kysely'
import { recordActivity } from '#app/activity/record-activity.server.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { writing } from '#db/database.server.ts'
import type { Database } from '#db/schema.ts'
import { passwordMatches } from './password-hash.server.ts'
import { insertSession } from './session-row.server.ts'

export type SignInRefusal = 'cannot-sign-in'

interface SignInDetails {
  email: string
  password: string
  device: string
}

/**
 * One refusal, after the same work, for an unknown address, a wrong password and an address not yet confirmed. The last is among
 * them because whoever joined with somebody else's address could otherwise learn whether it was taken before.
 */
export async function signIn(
  db: Kysely<Database>,
  { email, password, device }: SignInDetails,
  now: Date,
): Promise<Outcome<{ token: string; accountId: string }, SignInRefusal>> {
  const account = await db
    .selectFrom('account')
    .select(['id', 'passwordHash', 'emailConfirmedAt'])
    .where('email', '=', email)
    .executeTakeFirst()
  const matches = await passwordMatches(account?.passwordHash ?? null, password)
  if (!account || !matches || account.emailConfirmedAt === null) return refused('cannot-sign-in')

  return writing(db, async (trx) => {
    // While the hash was being computed the password may have been changed, or the account deleted.
    const still = await trx
      .selectFrom('account')
      .select('id')
      .where('id', '=', account.id)
      .where('passwordHash', '=', account.passwordHash)
      .executeTakeFirst()
    if (!still) return refused('cannot-sign-in')
    const token = await insertSession(trx, { accountId: account.id, device }, now)
    await recordActivity(trx, { at: now, kind: 'signed-in', actorId: account.id })
    return done({ token, accountId: account.id })
  })
}
