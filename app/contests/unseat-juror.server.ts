import type { Kysely } from 'kysely'
import { recordActivity } from '#app/activity/record-activity.server.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { writing } from '#db/database.server.ts'
import type { Database } from '#db/schema.ts'
import { findContestFacts } from './contests.server.ts'
import { type PanelRefusal, refusePanelChange } from './panel.ts'
import { hasJudged, listSeats } from './panel-seats.server.ts'

export interface UnseatJurorDetails {
  contestId: string
  jurorId: string
  unseatedBy: string
}

export type UnseatJurorRefusal =
  | 'contest-not-found'
  | 'contest-decided'
  | 'contest-cancelled'
  | 'seat-not-found'
  | 'juror-has-judged'
  | PanelRefusal

/** Takes a seat back. A juror who has given a verdict, or compared finalists, stays: removing the person would remove what they found. */
export function unseatJuror(
  db: Kysely<Database>,
  { contestId, jurorId, unseatedBy }: UnseatJurorDetails,
  now: Date,
): Promise<Outcome<null, UnseatJurorRefusal>> {
  return writing(db, async (trx) => {
    const facts = await findContestFacts(trx, { id: contestId })
    if (!facts) return refused('contest-not-found')
    if (facts.schedule.decidedAt) return refused('contest-decided')
    if (facts.schedule.cancelledAt) return refused('contest-cancelled')
    const seats = await listSeats(trx, contestId)
    const after = seats.filter((seat) => seat.jurorId !== jurorId)
    if (after.length === seats.length) return refused('seat-not-found')
    if (await hasJudged(trx, { contestId, jurorId })) return refused('juror-has-judged')
    const isActive = seats.some((seat) => seat.jurorId === jurorId && seat.active === 1)
    const refusal = isActive ? refusePanelChange(facts, after) : null
    if (refusal) return refused(refusal)

    await trx.deleteFrom('panelSeat').where('contestId', '=', contestId).where('jurorId', '=', jurorId).execute()
    await recordActivity(trx, {
      at: now,
      kind: 'juror-unseated',
      actorId: unseatedBy,
      contestId,
      subjectId: jurorId,
    })
    return done(null)
  })
}
