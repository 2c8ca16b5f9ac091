import type { Kysely, Transaction } from 'kysely'
import { writing } from '#db/database.server.ts'
import type { Database } from '#db/schema.ts'
import { isHeadDue } from './published-head.ts'
import { findLastPublishedHead } from './published-heads.server.ts'

/** Publishes the heads that are due; returns whose. Safe to call at any time, by anybody. */
export function publishDueHeads(db: Kysely<Database>, now: Date): Promise<string[]> {
  return writing(db, async (trx) => {
    const due: string[] = []
    for (const { contestId, firstUnpublishedMinute } of await listUnpublished(trx)) {
      const last = await findLastPublishedHead(trx, contestId)
      if (isHeadDue({ firstUnpublishedMinute, lastPublishedAt: last?.publishedAt ?? null }, now)) due.push(contestId)
    }
    for (const contestId of due) await publishHead(trx, { contestId }, now)
    return due
  })
}

/** Tells everybody where the record of a vote ends; says nothing twice, and nothing of an empty record. */
export async function publishHead(
  trx: Transaction<Database>,
  { contestId }: { contestId: string },
  now: Date,
): Promise<void> {
  await trx
    .insertInto('publishedHead')
    .columns(['contestId', 'sequence', 'hash', 'publishedAt'])
    .expression((eb) =>
      eb
        .selectFrom('ballotEvent')
        .select((eb) => ['contestId', 'sequence', 'hash', eb.val(now.toISOString()).as('publishedAt')])
        .where('contestId', '=', contestId)
        .orderBy('sequence', 'desc')
        .limit(1),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Contests whose record goes on after the last head that was published, with the minute of the first event after it. */
function listUnpublished(trx: Transaction<Database>) {
  return trx
    .selectFrom('contest')
    .innerJoin('ballotEvent', (join) =>
      join.onRef('ballotEvent.contestId', '=', 'contest.id').on('ballotEvent.sequence', '=', (eb) =>
        eb
          .selectFrom('publishedHead')
          .select((eb) => eb(eb.fn.coalesce(eb.fn.max('publishedHead.sequence'), eb.lit(0)), '+', eb.lit(1)).as('next'))
          .whereRef('publishedHead.contestId', '=', 'contest.id'),
      ),
    )
    .select(['contest.id as contestId', 'ballotEvent.minute as firstUnpublishedMinute'])
    .execute()
}
