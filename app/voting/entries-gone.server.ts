import { type Kysely, sql } from 'kysely'
import { entryIsPublished } from '#app/entries/visibility.server.ts'
import type { Database } from '#db/schema.ts'
import type { Happened } from './append-event.server.ts'

/**
 * Entries that left the vote (taken down; withdrawn while it was open) and of which the record does not say so yet, in the order of
 * their ids: whoever finds them writes the same events. An entry that left before anybody was handed it was never in the vote.
 */
export async function listUnrecordedWithdrawals(db: Kysely<Database>, contestId: string): Promise<Happened[]> {
  const gone = await db
    .selectFrom('entry')
    .innerJoin('entrySubmission', 'entrySubmission.entryId', 'entry.id')
    .innerJoin('contest', 'contest.id', 'entry.contestId')
    .leftJoin('withdrawal', 'withdrawal.entryId', 'entry.id')
    .leftJoin('takedown', 'takedown.entryId', 'entry.id')
    .leftJoin('attention', 'attention.entryId', 'entry.id')
    .select('entry.id as entryId')
    .where('entry.contestId', '=', contestId)
    .where((eb) => eb.not(entryIsPublished()))
    .where((eb) =>
      eb.or([
        eb('attention.handed', '>', 0),
        eb('withdrawal.withdrawnAt', '>=', eb.ref('contest.votingOpensAt')),
        eb('takedown.takenDownAt', '>=', eb.ref('contest.votingOpensAt')),
      ]),
    )
    .orderBy('entry.id')
    .execute()
  if (gone.length === 0) return []
  const recorded = await listRecordedOnce(db, contestId)
  return gone.flatMap(({ entryId }): Happened[] =>
    recorded.some((event) => event.kind === 'withdrawal' && event.entryId === entryId)
      ? []
      : [{ kind: 'withdrawal', entryId }],
  )
}

/** What the record says once of a ballot or an entry. */
export function listRecordedOnce(db: Kysely<Database>, contestId: string) {
  return recordedOnce(db, contestId).execute()
}

/** The ids of the entries that the record says have left the vote. */
export async function listRecordedWithdrawals(db: Kysely<Database>, contestId: string): Promise<string[]> {
  const rows = await recordedOnce(db, contestId).where('kind', '=', 'withdrawal').execute()
  return rows.flatMap(({ entryId }) => entryId ?? [])
}

/** By an index of its own, so the kinds stand in the text of the query. */
function recordedOnce(db: Kysely<Database>, contestId: string) {
  return db
    .selectFrom('ballotEvent')
    .select(['kind', 'pseudonym', 'entryId'])
    .where('contestId', '=', contestId)
    .where(sql<boolean>`(kind = 'handed' OR kind = 'staff' OR kind = 'withdrawal')`)
}
