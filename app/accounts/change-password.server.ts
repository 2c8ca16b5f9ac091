import type { Kysely } from 'kysely'
import { recordActivity } from '#app/activity/record-activity.server.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { writing } from '#db/database.server.ts'
import type { Database } from '#db/schema.ts'
import { dropLinks } from './one-time-links.server.ts'
import { passwordMatches } from './password-hash.server.ts'
import { endAllSessions, insertSession } from './session-row.server.ts'

export type ChangePasswordRefusal = 'wrong-password'

interface PasswordChange {
  accountId: string
  currentPassword: string
  /** Of the new one, from `hashPassword`. */
  passwordHash: string
  device: string
}

/** Ends every session and opens one here under a new secret. Returns that secret. */
export async function changePassword(
  db: Kysely<Database>,
  { accountId, currentPassword, passwordHash, device }: PasswordChange,
  now: Date,
): Promise<Outcome<{ token: string }, ChangePasswordRefusal>> {
  const before = await db.selectFrom('account').select('passwordHash').where('id', '=', accountId).executeTakeFirst()
  if (!(await passwordMatches(before?.passwordHash ?? null, currentPassword))) return refused('wrong-password')

  return writing(db, async (trx) => {
    const changed = await trx
      .updateTable('account')
      .set({ passwordHash })
      .where('id', '=', accountId)
      // What was verified before the transaction must still be so inside it.
      .where('passwordHash', '=', before?.passwordHash ?? '')
      .executeTakeFirst()
    if (changed.numUpdatedRows === 0n) return refused('wrong-password')
    await dropLinks(trx, { kind: 'new-password', accountId })
    await endAllSessions(trx, accountId)
    await recordActivity(trx, { at: now, kind: 'password-changed', actorId: accountId })
    return done({ token: await insertSession(trx, { accountId, device }, now) })
  })
}
