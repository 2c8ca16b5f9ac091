import type { Kysely } from 'kysely'
import { recordActivity } from '#app/activity/record-activity.server.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { writing } from '#db/database.server.ts'
import type { Database } from '#db/schema.ts'
import { countOpenCases } from './cases.server.ts'
import { findDeskWindow } from './desk-windows.server.ts'

export type EndDeskRefusal = 'desk-not-waited-for' | 'ballots-unruled'

/** Lets the count begin before the desk's hours are over, once every ballot in quarantine has its ruling. */
export function endDesk(
  db: Kysely<Database>,
  { contestId, endedBy }: { contestId: string; endedBy: string },
  now: Date,
): Promise<Outcome<null, EndDeskRefusal>> {
  return writing(db, async (trx) => {
    const window = await findDeskWindow(trx, contestId, now)
    if (window?.state !== 'open') return refused('desk-not-waited-for')
    if ((await countOpenCases(trx, contestId)) > 0) return refused('ballots-unruled')
    await trx.insertInto('deskEnd').values({ contestId, endedBy, endedAt: now.toISOString() }).execute()
    await recordActivity(trx, { at: now, kind: 'desk-ended', actorId: endedBy, contestId })
    return done(null)
  })
}
