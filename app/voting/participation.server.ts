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
  const ballots = [...(await listScoreBallots(db, contestId)), ...(await listDuelBallots(db, contestId))]
  const counted = ballots.filter(({ voterId, given }) => !staff.has(voterId) && ballotCounts(given, entries))
  return { begun: ballots.length, counted: counted.length }
}

function listScoreBallots(db: Kysely<Database>, contestId: string) {
  return standingEntries(db, contestId)
    .innerJoin('score', 'score.entryId', 'entry.id')
    .select((eb) => ['score.voterId', eb.fn.countAll<number>().as('given')])
    .groupBy('score.voterId')
    .execute()
}

/** A contest has ballots of one of the two kinds only. */
function listDuelBallots(db: Kysely<Database>, contestId: string) {
  const standing = standingEntries(db, contestId).select('entry.id')
  return db
    .selectFrom('duel')
    .where('contestId', '=', contestId)
    .where('value', 'is not', null)
    .where('firstId', 'in', standing)
    .where('secondId', 'in', standing)
    .select((eb) => ['voterId', eb.fn.countAll<number>().as('given')])
    .groupBy('voterId')
    .execute()
}
