import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'

/**
 * "Staff never enter or vote" (DESIGN.md, "People and what they may do"): what somebody cast as a member counts for nothing once they
 * hold a staff role at the close. The record says so of their ballot when it is counted, because roles change afterwards.
 */
export function staffAtTheClose(db: Kysely<Database>, contestId: string) {
  return db
    .selectFrom('roleGrant')
    .innerJoin('contest', (join) => join.on('contest.id', '=', contestId))
    .select('roleGrant.accountId')
    .whereRef('roleGrant.grantedAt', '<=', 'contest.votingClosesAt')
}
