import type { Kysely } from 'kysely'
import { recordActivity } from '#app/activity/record-activity.server.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { writing } from '#db/database.server.ts'
import type { Database } from '#db/schema.ts'

export type RevokeSessionRefusal = 'no-such-session'

/** Ends one of one's own sessions, named as `listSessions` names it. */
export function revokeSession(
  db: Kysely<Database>,
  { accountId, sessionId }: { accountId: string; sessionId: string },
  now: Date,
): Promise<Outcome<null, RevokeSessionRefusal>> {
  return writing(db, async (trx) => {
    const ended = await trx
      .deleteFrom('session')
      .where('tokenHash', '=', sessionId)
      .where('accountId', '=', accountId)
      .executeTakeFirst()
    if (ended.numDeletedRows === 0n) return refused('no-such-session')
    await recordActivity(trx, { at: now, kind: 'session-revoked', actorId: accountId, particulars: { sessions: 1 } })
    return done(null)
  })
}
