import type { Kysely } from 'kysely'
import { recordActivity } from '#app/activity/record-activity.server.ts'
import { writing } from '#db/database.server.ts'
import type { Database } from '#db/schema.ts'
import { tokenHash } from './token.server.ts'

/** Signs out. The cookie's value is worth nothing afterwards, wherever a copy of it went. */
export function closeSession(db: Kysely<Database>, { token }: { token: string }, now: Date): Promise<void> {
  return writing(db, async (trx) => {
    const closed = await trx
      .deleteFrom('session')
      .where('tokenHash', '=', tokenHash(token))
      .returning('accountId')
      .executeTakeFirst()
    if (closed) await recordActivity(trx, { at: now, kind: 'signed-out', actorId: closed.accountId })
  })
}
