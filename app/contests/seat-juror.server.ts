import type { Kysely } from 'kysely'
import { recordActivity } from '#app/activity/record-activity.server.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { writing } from '#db/database.server.ts'
import type { Database } from '#db/schema.ts'
import { findContestFacts } from './contests.server.ts'
import { refusePanelChange } from './panel.ts'
import { hasWorkInContest, isJuror, listSeats } from './panel-seats.server.ts'

export interface SeatJurorDetails {
  contestId: string
  jurorId: string
  /** May sign the decision. */
  mayClose: boolean
  seatedBy: string
}

export type SeatJurorRefusal =
  | 'contest-not-found'
  | 'contest-decided'
  | 'contest-cancelled'
  | 'not-a-juror'
  | 'juror-has-work-here'
  | 'nobody-may-close'

/**
 * Gives a juror a seat, or changes whether the one they have may sign. Doing it twice changes and records nothing. Recusal keeps a
 * juror from their own work only, so nobody whose work stands in the contest is seated to judge its rivals.
 */
export function seatJuror(
  db: Kysely<Database>,
  { contestId, jurorId, mayClose, seatedBy }: SeatJurorDetails,
  now: Date,
): Promise<Outcome<null, SeatJurorRefusal>> {
  return writing(db, async (trx) => {
    const facts = await findContestFacts(trx, { id: contestId })
    if (!facts) return refused('contest-not-found')
    if (facts.schedule.decidedAt) return refused('contest-decided')
    if (facts.schedule.cancelledAt) return refused('contest-cancelled')
    if (!(await isJuror(trx, jurorId))) return refused('not-a-juror')
    const seats = await listSeats(trx, contestId)
    const seat = { contestId, jurorId, mayClose: mayClose ? 1 : 0, seatedBy, seatedAt: now.toISOString() }
    const before = seats.find((other) => other.jurorId === jurorId)
    if (before?.mayClose === seat.mayClose) return done(null)
    if (!before && (await hasWorkInContest(trx, { contestId, accountId: jurorId })))
      return refused('juror-has-work-here')
    const after = [...seats.filter((other) => other.jurorId !== jurorId), { ...seat, active: 1 }]
    if (before && refusePanelChange(facts, after) === 'nobody-may-close') return refused('nobody-may-close')

    await trx
      .insertInto('panelSeat')
      .values(seat)
      .onConflict((conflict) => conflict.columns(['contestId', 'jurorId']).doUpdateSet(seat))
      .execute()
    await recordActivity(trx, {
      at: now,
      kind: 'juror-seated',
      actorId: seatedBy,
      contestId,
      subjectId: jurorId,
      particulars: { mayClose },
    })
    return done(null)
  })
}
