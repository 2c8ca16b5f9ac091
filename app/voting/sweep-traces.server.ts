import type { Kysely } from 'kysely'
import { writing } from '#db/database.server.ts'
import type { Database } from '#db/schema.ts'
import { TRACE_DAYS_MOST } from './trace.ts'

const DAY_MS = 86_400_000

/** Destroys the traces and their secret of every contest that is decided, was called off, or closed too long ago; returns their ids. */
export function sweepTraces(db: Kysely<Database>, now: Date): Promise<string[]> {
  const closedBefore = new Date(now.getTime() - TRACE_DAYS_MOST * DAY_MS).toISOString()
  return writing(db, async (trx) => {
    const due = await trx
      .selectFrom('traceKey')
      .innerJoin('contest', 'contest.id', 'traceKey.contestId')
      .leftJoin('decision', 'decision.contestId', 'contest.id')
      .leftJoin('cancellation', 'cancellation.contestId', 'contest.id')
      .select('contest.id')
      .where((eb) =>
        eb.or([
          eb('decision.contestId', 'is not', null),
          eb('cancellation.contestId', 'is not', null),
          eb('contest.votingClosesAt', '<', closedBefore),
        ]),
      )
      .execute()
    for (const { id } of due) {
      await trx.deleteFrom('trace').where('contestId', '=', id).execute()
      await trx.deleteFrom('traceKey').where('contestId', '=', id).execute()
    }
    return due.map(({ id }) => id)
  })
}
