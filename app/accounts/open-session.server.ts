import type { Kysely } from 'kysely'
import { writing } from '#db/database.server.ts'
import type { Database } from '#db/schema.ts'
import { SESSION_ABSOLUTE_DAYS } from './session.ts'
import { newToken, tokenHash } from './token.server.ts'

const DAY_MS = 86_400_000

interface SessionDetails {
  accountId: string
  /** From `deviceInWords`; '' when unknown. */
  device: string
}

/** Signs somebody in. Returns the secret for the cookie, which is nowhere else. */
export function openSession(db: Kysely<Database>, { accountId, device }: SessionDetails, now: Date): Promise<string> {
  const token = newToken()
  const at = now.toISOString()
  return writing(db, async (trx) => {
    const oldest = new Date(now.getTime() - SESSION_ABSOLUTE_DAYS * DAY_MS).toISOString()
    await trx.deleteFrom('session').where('accountId', '=', accountId).where('createdAt', '<', oldest).execute()
    await trx
      .insertInto('session')
      .values({ tokenHash: tokenHash(token), accountId, createdAt: at, lastSeenAt: at, device })
      .execute()
    return token
  })
}
