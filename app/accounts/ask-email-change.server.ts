import type { Kysely } from 'kysely'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { writing } from '#db/database.server.ts'
import type { Database } from '#db/schema.ts'
import { issueLink } from './one-time-links.server.ts'
import { passwordMatches } from './password-hash.server.ts'

export type AskEmailChangeRefusal = 'wrong-password' | 'same-address' | 'address-taken'

interface EmailChange {
  accountId: string
  email: string
  password: string
}

/** A link for the new address; nothing changes until it is followed. */
export async function askEmailChange(
  db: Kysely<Database>,
  { accountId, email, password }: EmailChange,
  now: Date,
): Promise<Outcome<{ token: string }, AskEmailChangeRefusal>> {
  const account = await db
    .selectFrom('account')
    .select(['email', 'passwordHash'])
    .where('id', '=', accountId)
    .executeTakeFirst()
  if (!(await passwordMatches(account?.passwordHash ?? null, password))) return refused('wrong-password')
  if (account?.email === email) return refused('same-address')

  return writing(db, async (trx) => {
    const holder = await trx
      .selectFrom('account')
      .select('id')
      .where('email', '=', email)
      .where('emailConfirmedAt', 'is not', null)
      .executeTakeFirst()
    if (holder) return refused('address-taken')
    return done({ token: await issueLink(trx, { kind: 'confirm-email', accountId, email }, now) })
  })
}
