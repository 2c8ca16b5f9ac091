import type { Kysely } from 'kysely'
import { oweLetters } from '#app/activity/owe-letters.server.ts'
import { recordActivity } from '#app/activity/record-activity.server.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { writing } from '#db/database.server.ts'
import type { Database } from '#db/schema.ts'
import { findRunFacts } from './run-facts.server.ts'
import { type ClosedGate, closedGate, type Stage, stageAfter } from './stages.ts'

export type AdvanceStageRefusal = 'no-such-run' | 'stage-moved-meanwhile' | 'launch-has-its-own-form' | ClosedGate

interface AdvanceStage {
  runId: string
  /** The stage the producer saw: a stale page moves nothing. */
  from: Stage
  movedBy: string
}

/** Moves a run to its next stage, when the gate of the one it leaves is open. Launching is `launchProduct`. */
export function advanceStage(db: Kysely<Database>, { runId, from, movedBy }: AdvanceStage, now: Date) {
  return writing(db, async (trx): Promise<Outcome<{ stage: Stage }, AdvanceStageRefusal>> => {
    const facts = await findRunFacts(trx, runId)
    if (!facts) return refused('no-such-run')
    if (facts.stage !== from) return refused('stage-moved-meanwhile')
    const closed = closedGate(facts.stage, facts, now)
    if (closed) return refused(closed)
    const next = stageAfter(from)
    if (next === null || next === 'launched') return refused('launch-has-its-own-form')

    await trx
      .insertInto('stageMove')
      .values({ runId, fromStage: from, toStage: next, movedBy, movedAt: now.toISOString() })
      .execute()
    const { contestId, entryId } = facts.run
    await recordActivity(trx, {
      ...{ at: now, actorId: movedBy, contestId, entryId, runId },
      kind: 'stage-moved',
      particulars: { fromStage: from, toStage: next },
    })
    const makerIds = facts.makers.map(({ id }) => id)
    if (next === 'files')
      await oweLetters(trx, { contestId, kind: 'file-wanted', accountIds: makerIds, subjectId: runId }, now)
    return done({ stage: next })
  })
}
