import type { Kysely } from 'kysely'
import { recordActivity } from '#app/activity/record-activity.server.ts'
import { findContestFacts } from '#app/contests/contests.server.ts'
import { phaseAt } from '#app/contests/schedule.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import type { DuelAnswer } from '#app/voting/duel.ts'
import { DUEL_VALUES } from '#app/voting/record.ts'
import { writing } from '#db/database.server.ts'
import type { Database } from '#db/schema.ts'
import { enoughFor } from './finalist-order.ts'
import { among, countPairs, listFinalists, listJudgeable, listJuryDuels } from './finalists.server.ts'
import { openPanelOrder } from './panel-order.server.ts'

export type AnswerFinalistDuelRefusal =
  | 'no-such-contest'
  | 'not-on-this-panel'
  | 'jury-not-sitting'
  | 'not-a-finalist'
  | 'recused'

interface AnswerFinalistDuel {
  contestId: string
  jurorId: string
  /** Shown first. */
  first: string
  second: string
  answer: DuelAnswer
}

/** 'same' when the very answer was there: posting it again changes nothing and is not an error. */
type Answered = { what: 'first' | 'changed' | 'same' }

/** A juror's word on two finalists. It may be given again until the decision is signed; the last one stands. */
export function answerFinalistDuel(
  db: Kysely<Database>,
  { contestId, jurorId, first, second, answer }: AnswerFinalistDuel,
  now: Date,
) {
  return writing(db, async (trx): Promise<Outcome<Answered, AnswerFinalistDuelRefusal>> => {
    const facts = await findContestFacts(trx, { id: contestId })
    if (!facts) return refused('no-such-contest')
    if (!facts.panel.includes(jurorId)) return refused('not-on-this-panel')
    if (phaseAt(facts.schedule, now) !== 'jury' || !facts.countedAt) return refused('jury-not-sitting')
    const finalists = await listFinalists(trx, facts.contest)
    const named = finalists.filter(({ entryId }) => entryId === first || entryId === second)
    if (named.length !== 2) return refused('not-a-finalist')
    const mine = await listJudgeable(trx, { contestId, jurorId, finalists })
    if (named.some((finalist) => !mine.includes(finalist))) return refused('recused')

    const value = DUEL_VALUES[answer]
    const own = among(await listJuryDuels(trx, contestId), mine).filter((duel) => duel.jurorId === jurorId)
    const before = own.find((duel) => duel.first === first && duel.second === second)
    if (before?.value === value) return done({ what: 'same' })
    await trx
      .insertInto('juryDuel')
      .values({ contestId, jurorId, firstId: first, secondId: second, value, answeredAt: now.toISOString() })
      .execute()
    const enough = enoughFor(mine.length)
    if (countPairs(own) < enough && countPairs([...own, { first, second, value }]) >= enough) {
      await recordActivity(trx, { at: now, kind: 'finalists-compared', actorId: jurorId, contestId })
      await openPanelOrder(trx, facts, now)
    }
    return done({ what: before ? 'changed' : 'first' })
  })
}
