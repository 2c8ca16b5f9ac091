import type { Kysely } from 'kysely'
import { ballotCounts } from '#app/voting/gate.ts'
import type { LooseBallot } from '#app/voting/packed-ballots.ts'
import { standingEntries } from '#app/voting/scorable-entries.server.ts'
import type { Database } from '#db/schema.ts'

/** The full ballots as the score table has them: what the app keeps for voters to see, by which the record is checked. */
export async function ballotsInTables(db: Kysely<Database>, contestId: string): Promise<LooseBallot[]> {
  const entries = (await standingEntries(db, contestId).select('entry.id').execute()).map(({ id }) => id)
  const scores = await db.selectFrom('score').selectAll().where('contestId', '=', contestId).execute()
  const exposures = await db.selectFrom('exposure').selectAll().where('contestId', '=', contestId).execute()
  const staff = (await db.selectFrom('roleGrant').select('accountId').execute()).map(({ accountId }) => accountId)
  const voters = [...new Set(scores.map(({ voterId }) => voterId))].filter((voterId) => !staff.includes(voterId))
  return voters
    .map((voterId) => ({
      scores: scores.filter((score) => score.voterId === voterId && entries.includes(score.entryId)),
      handed: exposures.filter((seen) => seen.voterId === voterId && entries.includes(seen.entryId)).length,
    }))
    .filter((ballot) => ballotCounts(ballot.scores.length, entries.length))
}
