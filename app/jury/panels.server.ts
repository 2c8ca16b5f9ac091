import type { Kysely } from 'kysely'
import { type ContestFacts, findContestFacts } from '#app/contests/contests.server.ts'
import type { Database } from '#db/schema.ts'

/** The contests on whose panel somebody sits, latest close first. */
export async function listPanelsOf(db: Kysely<Database>, jurorId: string): Promise<ContestFacts[]> {
  const seats = await db
    .selectFrom('panelSeat')
    .innerJoin('contest', 'contest.id', 'panelSeat.contestId')
    .select('contest.id')
    .where('panelSeat.jurorId', '=', jurorId)
    .orderBy('contest.votingClosesAt', 'desc')
    .execute()
  const contests: ContestFacts[] = []
  for (const { id } of seats) {
    const facts = await findContestFacts(db, { id })
    if (facts) contests.push(facts)
  }
  return contests
}

/** Whether this seat came with the right to sign the contest's decision. Whether it is still taken, the contest's panel says. */
export async function mayClose(db: Kysely<Database>, contestId: string, jurorId: string): Promise<boolean> {
  const seat = await db
    .selectFrom('panelSeat')
    .select('mayClose')
    .where('contestId', '=', contestId)
    .where('jurorId', '=', jurorId)
    .executeTakeFirst()
  return seat?.mayClose === 1
}

/** The names on a panel, by account id, in the order of their seats. */
export async function listJurorNames(db: Kysely<Database>, contestId: string): Promise<Map<string, string | null>> {
  const rows = await db
    .selectFrom('panelSeat')
    .innerJoin('account', 'account.id', 'panelSeat.jurorId')
    .select(['account.id', 'account.name'])
    .where('panelSeat.contestId', '=', contestId)
    .orderBy('panelSeat.seatedAt')
    .orderBy('account.id')
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}
