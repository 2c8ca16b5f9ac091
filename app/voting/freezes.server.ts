import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'

/** What everybody may know of the close before the decision: when the ballots were frozen, and their digest. */
export interface PublicFreeze {
  frozenAt: string
  digest: string
}

export function findFreeze(db: Kysely<Database>, contestId: string): Promise<PublicFreeze | undefined> {
  return db.selectFrom('freeze').select(['frozenAt', 'digest']).where('contestId', '=', contestId).executeTakeFirst()
}
