import type { Kysely } from 'kysely'
import { recordActivity } from '#app/activity/record-activity.server.ts'
import { findContestFacts } from '#app/contests/contests.server.ts'
import { phaseAt } from '#app/contests/schedule.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { writing } from '#db/database.server.ts'
import type { Database } from '#db/schema.ts'
import { findWorkOrder } from './work-orders.server.ts'

export type OrderWorkRefusal = 'contest-not-found' | 'voting-over' | 'work-order-unchanged'

/** Has every new ballot of a contest begin with a proof of work, or no longer. */
export function orderWork(
  db: Kysely<Database>,
  { contestId, wanted, reason, orderedBy }: { contestId: string; wanted: boolean; reason: string; orderedBy: string },
  now: Date,
): Promise<Outcome<null, OrderWorkRefusal>> {
  return writing(db, async (trx) => {
    const facts = await findContestFacts(trx, { id: contestId })
    if (!facts) return refused('contest-not-found')
    if (!['announced', 'open', 'voting'].includes(phaseAt(facts.schedule, now))) return refused('voting-over')
    if (((await findWorkOrder(trx, contestId))?.wanted ?? false) === wanted) return refused('work-order-unchanged')
    await trx
      .insertInto('workOrder')
      .values({ contestId, wanted: wanted ? 1 : 0, reason, orderedBy, orderedAt: now.toISOString() })
      .execute()
    const particulars = { wanted, reason }
    await recordActivity(trx, { at: now, kind: 'work-ordered', actorId: orderedBy, contestId, particulars })
    return done(null)
  })
}
