import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'
import { type AVote, aVote, people } from '#db/seeds/a-vote.ts'
import { fillBallot } from '#db/seeds/fill-ballot.ts'
import { fileDatabase } from '../file-database.ts'

/** Everybody likes the first best and the last least. */
export async function aFilledVote(
  entries = 12,
  voters = 10,
): Promise<{ db: Kysely<Database>; vote: AVote; voterIds: string[] }> {
  const db = await fileDatabase()
  const vote = await aVote(db, { entries })
  const voterIds = await people(db, voters)
  for (const voterId of voterIds) {
    await fillBallot(db, { contestId: vote.contestId, voterId }, (id) => 5 - vote.entryIds.indexOf(id) / 2)
  }
  return { db, vote, voterIds }
}
