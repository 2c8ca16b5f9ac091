import type { Kysely } from 'kysely'
import { recordActivity } from '#app/activity/record-activity.server.ts'
import { writing } from '#db/database.server.ts'
import type { Database } from '#db/schema.ts'
import { tokenHash } from './token.server.ts'

/** Ends all of one's sessions but the one with this secret. Returns how many there were. */
export function revokeOtherSessions(
  db: Kysely<Database>,
  { accountId, keepToken }: { accountId: string; keepToken: string },
  now: Date,
): Promise<number> {
  return writing(db, async (trx) => {
    const ended = await trx
      .deleteFrom('session')
      .where('accountId', '=', accountId)
      .where('tokenHash', '<>', tokenHash(keepToken))
      .executeTakeFirst()
    const sessions = Number(ended.numDeletedRows)
    if (sessions > 0) {
      await recordActivity(trx, { at: now, kind: 'session-revoked', actorId: accountId, particulars: { sessions } })
    }
    return sessions
  })
}
