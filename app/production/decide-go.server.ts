import type { Kysely } from 'kysely'
import { recordActivity } from '#app/activity/record-activity.server.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { writing } from '#db/database.server.ts'
import type { Database } from '#db/schema.ts'
import { findRunFacts } from './run-facts.server.ts'
import { mayDecide } from './stages.ts'

export type DecideGoRefusal = 'no-such-run' | 'not-at-go-no-go' | 'already-launched' | 'go-already-decided'

interface DecideGo {
  runId: string
  go: boolean
  /** Public, with the decider's name. */
  reason: string
  decidedBy: string
}

/** The named go or no-go, given once. A no-go ends the run in public, with its reason. */
export function decideGo(db: Kysely<Database>, { runId, go, reason, decidedBy }: DecideGo, now: Date) {
  return writing(db, async (trx): Promise<Outcome<null, DecideGoRefusal>> => {
    const facts = await findRunFacts(trx, runId)
    if (!facts) return refused('no-such-run')
    if (facts.go !== null) return refused('go-already-decided')
    if (!mayDecide(go, facts.stage)) return refused(go ? 'not-at-go-no-go' : 'already-launched')

    await trx
      .insertInto('goDecision')
      .values({ runId, go: go ? 1 : 0, reason, decidedBy, decidedAt: now.toISOString() })
      .execute()
    const { contestId, entryId } = facts.run
    await recordActivity(trx, {
      ...{ at: now, actorId: decidedBy, contestId, entryId, runId },
      kind: 'go-decided',
      particulars: { go, reason },
    })
    return done(null)
  })
}
