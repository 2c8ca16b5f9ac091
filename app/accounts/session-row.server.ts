import type { Transaction } from 'kysely'
import type { Database } from '#db/schema.ts'
import { SESSION_ABSOLUTE_DAYS } from './session.ts'
import { newToken, tokenHash } from './token.server.ts'

const DAY_MS = 86_400_000

export interface SessionDetails {
  accountId: string
  /** From `deviceInWords`; '' when unknown. */
  device: string
}

/** One new session, inside the verb's transaction; the person's long-dead ones go. Returns the secret for the cookie. */
export async function insertSession(
  trx: Transaction<Database>,
  { accountId, device }: SessionDetails,
  now: Date,
): Promise<string> {
  const token = newToken()
  const at = now.toISOString()
  const oldest = new Date(now.getTime() - SESSION_ABSOLUTE_DAYS * DAY_MS).toISOString()
  await trx.deleteFrom('session').where('accountId', '=', accountId).where('createdAt', '<', oldest).execute()
  await trx
    .insertInto('session')
    .values({ tokenHash: tokenHash(token), accountId, createdAt: at, lastSeenAt: at, device })
    .execute()
  return token
}

/** Ends every session of a person, as after a new password or a change of role. Returns how many there were. */
export async function endAllSessions(trx: Transaction<Database>, accountId: string): Promise<number> {
  const result = await trx.deleteFrom('session').where('accountId', '=', accountId).executeTakeFirst()
  return Number(result.numDeletedRows)
}
