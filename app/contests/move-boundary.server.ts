import type { Kysely } from 'kysely'
import { recordActivity } from '#app/activity/record-activity.server.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { writing } from '#db/database.server.ts'
import type { Database } from '#db/schema.ts'
import { type BoundaryAct, type BoundaryMove, type BoundaryRefusal, planMoves } from './boundary-moves.ts'
import { findContestFacts } from './contests.server.ts'
import { BOUNDARY_FIELD, type Boundary } from './schedule.ts'

export interface MoveBoundaryDetails {
  contestId: string
  boundary: Boundary
  act: BoundaryAct
  /** ISO-8601 UTC, or 'now' for "open now" and "close the voting now". */
  toAt: string | 'now'
  /** With 'later': the boundaries after it move by the same time. */
  carryOn?: boolean
  reason: string
  movedBy: string
  /** Where the boundary stood on the page; null when nobody looked, as in seeds. */
  seenAt: string | null
}

export type MoveBoundaryRefusal = 'contest-not-found' | 'boundary-moved-meanwhile' | BoundaryRefusal

/** The only way a phase advances other than by waiting, and it is public: who, when, from, to and why. */
export function moveBoundary(
  db: Kysely<Database>,
  { contestId, boundary, act, toAt, carryOn = false, reason, movedBy, seenAt }: MoveBoundaryDetails,
  now: Date,
): Promise<Outcome<{ moves: BoundaryMove[] }, MoveBoundaryRefusal>> {
  return writing(db, async (trx) => {
    const facts = await findContestFacts(trx, { id: contestId })
    if (!facts) return refused('contest-not-found')
    const standsAt = facts.schedule[BOUNDARY_FIELD[boundary]]
    if (seenAt !== null && seenAt !== standsAt) return refused('boundary-moved-meanwhile')
    const to = toAt === 'now' ? now.toISOString() : toAt
    const plan = planMoves(facts, { boundary, act, toAt: to, carryOn }, now)
    if (typeof plan === 'string') return refused(plan)

    for (const move of plan) {
      const change = { [BOUNDARY_FIELD[move.boundary]]: move.toAt }
      await trx.updateTable('contest').set(change).where('id', '=', contestId).execute()
      await trx
        .insertInto('boundaryMove')
        .values({ contestId, ...move, reason, movedBy, movedAt: now.toISOString() })
        .execute()
      await recordActivity(trx, {
        at: now,
        kind: 'boundary-moved',
        actorId: movedBy,
        contestId,
        particulars: { ...move, reason },
      })
    }
    return done({ moves: plan })
  })
}
