import type { Kysely } from 'kysely'
import type { CountedDuel } from '#app/voting/bradley-terry.ts'
import type { CountedEntry } from '#app/voting/standings.ts'
import type { Contest, Database, Standing } from '#db/schema.ts'
import { findMakers } from './docket.server.ts'
import { isRecused } from './verdict.ts'

/** One of the leaders that the co-decision tries, with the crowd's standing. */
export interface Finalist extends CountedEntry {
  standing: Standing
}

/** The first N of the crowd, N being the brief's; without what was taken down since. None before the count. */
export async function listFinalists(
  db: Kysely<Database>,
  { id, candidates }: Pick<Contest, 'id' | 'candidates'>,
): Promise<Finalist[]> {
  const rows = await db
    .selectFrom('standing')
    .innerJoin('entrySubmission', 'entrySubmission.entryId', 'standing.entryId')
    .selectAll('standing')
    .select('entrySubmission.submittedAt')
    .where('standing.contestId', '=', id)
    .where('standing.view', '=', 'official')
    .where('standing.entryId', 'not in', (eb) => eb.selectFrom('takedown').select('entryId'))
    .orderBy('standing.place')
    .limit(candidates)
    .execute()
  return rows.map(({ submittedAt, ...standing }) => ({
    entryId: standing.entryId,
    buyMarks: standing.buyMarks,
    submittedAt,
    standing,
  }))
}

/** Those of them that this juror may judge. */
export async function listJudgeable<Of extends { entryId: string }>(
  db: Kysely<Database>,
  { contestId, jurorId, finalists }: { contestId: string; jurorId: string; finalists: readonly Of[] },
): Promise<Of[]> {
  const makers = await findMakers(db, contestId)
  return finalists.filter(({ entryId }) => {
    const madeBy = makers.get(entryId)
    return madeBy !== undefined && !isRecused(jurorId, madeBy)
  })
}

export interface JuryDuel extends CountedDuel {
  jurorId: string
}

/**
 * The answers that stand, oldest question first: of each juror on the same two, shown the same way round, the last.
 * @param before only what was said before this time
 */
export async function listJuryDuels(db: Kysely<Database>, contestId: string, before?: string): Promise<JuryDuel[]> {
  return db
    .selectFrom('juryDuel')
    .select(['jurorId', 'firstId as first', 'secondId as second', 'value'])
    .where('contestId', '=', contestId)
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('juryDuel')
        .select((last) => last.fn.max('juryDuel.id').as('id'))
        .where('contestId', '=', contestId)
        .$if(before !== undefined, (last) => last.where('answeredAt', '<', before ?? ''))
        .groupBy(['jurorId', 'firstId', 'secondId']),
    )
    .orderBy('id')
    .execute()
}

/** The answers on two of these. */
export function among<Duel extends CountedDuel>(duels: readonly Duel[], of: readonly { entryId: string }[]): Duel[] {
  const ids = new Set(of.map(({ entryId }) => entryId))
  return duels.filter(({ first, second }) => ids.has(first) && ids.has(second))
}

/** How many pairs were compared, whichever way round. */
export function countPairs(duels: readonly CountedDuel[]): number {
  return new Set(duels.map(({ first, second }) => [first, second].toSorted().join(' '))).size
}
