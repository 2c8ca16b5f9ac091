import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'
import { ballotCounts } from './gate.ts'
import { countStanding, standingEntries } from './scorable-entries.server.ts'
import { staffAtTheClose } from './staff-voters.server.ts'

/**
 * How many ballots were begun and how many of them count so far: participation is live, what they say is not. By the same rules as
 * the count, but counted in the database: a public page asks it of every visitor.
 */
export async function findParticipation(
  db: Kysely<Database>,
  contestId: string,
): Promise<{ begun: number; counted: number }> {
  const staff = new Set((await staffAtTheClose(db, contestId).execute()).map(({ accountId }) => accountId))
  const entries = await countStanding(db, contestId)
  const ballots = await standingEntries(db, contestId)
    .innerJoin('score', 'score.entryId', 'entry.id')
    .select((eb) => ['score.voterId', eb.fn.countAll<number>().as('given')])
    .groupBy('score.voterId')
    .execute()
  const counted = ballots.filter(({ voterId, given }) => !staff.has(voterId) && ballotCounts(given, entries))
  return { begun: ballots.length, counted: counted.length }
}
