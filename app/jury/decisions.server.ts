import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'

/** The hash under which a decision was published; null before it was signed. It is public with the decision. */
export async function findDecisionHash(db: Kysely<Database>, contestId: string): Promise<string | null> {
  const row = await db.selectFrom('decision').select('hash').where('contestId', '=', contestId).executeTakeFirst()
  return row?.hash ?? null
}
