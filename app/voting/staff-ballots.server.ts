import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'

/**
 * Whose ballots and "I'd buy it" marks are left out of the count: "staff never enter or vote" (DESIGN.md, "People and what they may
 * do"), so what somebody cast as a member counts for nothing once they hold a staff role at the close. The freeze keeps the list,
 * because roles change afterwards and the count must not.
 */
export async function listStaffVoters(db: Kysely<Database>, contestId: string): Promise<string[]> {
  const freeze = await db.selectFrom('freeze').select('frozenAt').where('contestId', '=', contestId).executeTakeFirst()
  const rows = freeze
    ? await db.selectFrom('staffBallot').select('voterId').where('contestId', '=', contestId).execute()
    : await staffAtTheClose(db, contestId).execute()
  return rows.map(({ voterId }) => voterId)
}

function staffAtTheClose(db: Kysely<Database>, contestId: string) {
  return db
    .selectFrom('roleGrant')
    .innerJoin('contest', (join) => join.on('contest.id', '=', contestId))
    .select('roleGrant.accountId as voterId')
    .distinct()
    .whereRef('roleGrant.grantedAt', '<=', 'contest.votingClosesAt')
    .where((eb) =>
      eb.or([
        eb.exists(
          eb
            .selectFrom('score')
            .select('score.voterId')
            .where('score.contestId', '=', contestId)
            .whereRef('score.voterId', '=', 'roleGrant.accountId'),
        ),
        eb.exists(
          eb
            .selectFrom('buyMark')
            .select('buyMark.accountId')
            .where('buyMark.contestId', '=', contestId)
            .whereRef('buyMark.accountId', '=', 'roleGrant.accountId'),
        ),
      ]),
    )
    .orderBy('roleGrant.accountId')
}
