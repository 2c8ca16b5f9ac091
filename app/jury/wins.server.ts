import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'

/** Which of these entries won their contest. */
export async function findWinners(db: Kysely<Database>, entryIds: readonly string[]): Promise<Set<string>> {
  if (entryIds.length === 0) return new Set()
  const rows = await db.selectFrom('decision').select('winnerEntryId').where('winnerEntryId', 'in', entryIds).execute()
  return new Set(rows.flatMap(({ winnerEntryId }) => winnerEntryId ?? []))
}
