import type { Kysely } from 'kysely'
import { recordActivity } from '#app/activity/record-activity.server.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { writing } from '#db/database.server.ts'
import type { Database } from '#db/schema.ts'
import { findRunFacts } from './run-facts.server.ts'
import type { Stage } from './stages.ts'

export type PlanStageRefusal = 'no-such-run' | 'owner-is-not-a-producer'

interface PlanStage {
  runId: string
  stage: Stage
  /** A producer; null for nobody yet. */
  ownerId: string | null
  /** ISO-8601 UTC; null for no date. */
  dueAt: string | null
  plannedBy: string
}

/** Says who sees a stage through and by when. It may be said again; the log keeps who changed it. */
export function planStage(db: Kysely<Database>, { runId, stage, ownerId, dueAt, plannedBy }: PlanStage, now: Date) {
  return writing(db, async (trx): Promise<Outcome<null, PlanStageRefusal>> => {
    const facts = await findRunFacts(trx, runId)
    if (!facts) return refused('no-such-run')
    if (ownerId !== null && !(await isProducer(trx, ownerId))) return refused('owner-is-not-a-producer')

    await trx
      .insertInto('stagePlan')
      .values({ runId, stage, ownerId, dueAt })
      .onConflict((conflict) => conflict.columns(['runId', 'stage']).doUpdateSet({ ownerId, dueAt }))
      .execute()
    const { contestId, entryId } = facts.run
    await recordActivity(trx, {
      ...{ at: now, actorId: plannedBy, contestId, entryId, runId },
      kind: 'stage-planned',
      particulars: { stage },
    })
    return done(null)
  })
}

async function isProducer(db: Kysely<Database>, accountId: string): Promise<boolean> {
  const grant = await db
    .selectFrom('roleGrant')
    .select('role')
    .where('accountId', '=', accountId)
    .where('role', 'in', ['producer', 'admin'])
    .executeTakeFirst()
  return grant !== undefined
}
