import type { Kysely } from 'kysely'
import { recordActivity } from '#app/activity/record-activity.server.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { writing } from '#db/database.server.ts'
import type { Database } from '#db/schema.ts'
import { findContestFacts } from './contests.server.ts'

export interface CancelContestDetails {
  contestId: string
  /** Shown to everybody, on the contest's page. */
  reason: string
  cancelledBy: string
}

export type CancelContestRefusal = 'contest-not-found' | 'contest-cancelled' | 'contest-decided'

/** Ends a contest without a winner, for good. Votes already cast are never counted. */
export function cancelContest(
  db: Kysely<Database>,
  { contestId, reason, cancelledBy }: CancelContestDetails,
  now: Date,
): Promise<Outcome<{ slug: string }, CancelContestRefusal>> {
  return writing(db, async (trx) => {
    const facts = await findContestFacts(trx, { id: contestId })
    if (!facts) return refused('contest-not-found')
    if (facts.schedule.decidedAt) return refused('contest-decided')
    if (facts.schedule.cancelledAt) return refused('contest-cancelled')
    const cancelledAt = now.toISOString()
    await trx.insertInto('cancellation').values({ contestId, reason, cancelledBy, cancelledAt }).execute()
    await recordActivity(trx, {
      at: now,
      kind: 'contest-cancelled',
      actorId: cancelledBy,
      contestId,
      particulars: { reason },
    })
    return done({ slug: facts.contest.slug })
  })
}
