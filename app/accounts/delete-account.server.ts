import type { Kysely, Transaction } from 'kysely'
import { recordActivity } from '#app/activity/record-activity.server.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { writing } from '#db/database.server.ts'
import type { Database } from '#db/schema.ts'
import { emptyAccount } from './account-row.server.ts'
import { isLastAdmin } from './admins.server.ts'
import { passwordMatches } from './password-hash.server.ts'

export type DeleteAccountRefusal = 'wrong-password' | 'last-admin'

/**
 * What another domain does when somebody leaves, in the same transaction and while the account still says who it was. Accounts may
 * not know the domains that build on it, so the route hands these in. Answers the pictures that nothing shows any more.
 */
export type LeavingStep = (
  trx: Transaction<Database>,
  leaving: { accountId: string },
  now: Date,
) => Promise<{ pictureIds: readonly string[] }>

interface Deletion {
  accountId: string
  password: string
  steps: readonly LeavingStep[]
}

/**
 * Forgets who the person was; scores and closed results stay, as those of a former member. Returns the pictures that nothing shows any
 * more, whose files the caller discards.
 */
export async function deleteAccount(
  db: Kysely<Database>,
  { accountId, password, steps }: Deletion,
  now: Date,
): Promise<Outcome<{ pictureIds: readonly string[] }, DeleteAccountRefusal>> {
  const account = await db.selectFrom('account').select('passwordHash').where('id', '=', accountId).executeTakeFirst()
  if (!(await passwordMatches(account?.passwordHash ?? null, password))) return refused('wrong-password')

  return writing(db, async (trx) => {
    if (await isLastAdmin(trx, accountId)) return refused('last-admin')
    const pictureIds: string[] = []
    for (const step of steps) pictureIds.push(...(await step(trx, { accountId }, now)).pictureIds)
    await emptyAccount(trx, accountId, now)
    await recordActivity(trx, { at: now, kind: 'account-deleted', actorId: accountId })
    return done({ pictureIds })
  })
}
