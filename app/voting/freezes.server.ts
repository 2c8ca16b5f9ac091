import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'

/**
 * What everybody may know of the close before the decision: when the ballots were frozen, and their digest. The contest's log adds
 * how many ballots and scores there were: participation is never sealed (DESIGN.md, Voting 5).
 */
export interface PublicFreeze {
  frozenAt: string
  digest: string
}

export function findFreeze(db: Kysely<Database>, contestId: string): Promise<PublicFreeze | undefined> {
  return db.selectFrom('freeze').select(['frozenAt', 'digest']).where('contestId', '=', contestId).executeTakeFirst()
}
