import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'
import { findGoodLink } from './one-time-links.server.ts'

/** What following a link that confirms an address would do. */
export interface Confirmation {
  accountId: string
  /** The address that would be confirmed. */
  email: string
  /** Nobody has confirmed any address of this account before: who follows the link may not be who joined. */
  isFirst: boolean
}

/** null when the link is unknown, used, replaced or too old. */
export async function findConfirmation(
  db: Kysely<Database>,
  { token }: { token: string },
  now: Date,
): Promise<Confirmation | null> {
  const link = await findGoodLink(db, { token, kind: 'confirm-email' }, now)
  if (!link?.accountId || !link.email) return null
  const account = await db
    .selectFrom('account')
    .select('emailConfirmedAt')
    .where('id', '=', link.accountId)
    .executeTakeFirstOrThrow()
  return { accountId: link.accountId, email: link.email, isFirst: account.emailConfirmedAt === null }
}
