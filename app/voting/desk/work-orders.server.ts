import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'

/** The last word on whether new ballots begin with a proof of work; null where nobody gave one. */
export async function findWorkOrder(
  db: Kysely<Database>,
  contestId: string,
): Promise<{ wanted: boolean; reason: string; orderedAt: string } | null> {
  const row = await db
    .selectFrom('workOrder')
    .select(['wanted', 'reason', 'orderedAt'])
    .where('contestId', '=', contestId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? { ...row, wanted: row.wanted === 1 } : null
}
