import type { Kysely } from 'kysely'
import { exportVote } from '#app/voting/export/export-vote.server.ts'
import { NODE_HASHING } from '#app/voting/export/node-hashing.server.ts'
import type { Database } from '#db/schema.ts'
import type { SignedLadder } from './decision-format.ts'
import { writeDecision } from './write-decision.ts'

/**
 * The vote of a contest, and once it is decided what the jury made of it, piece by piece; null before the count. Sealed: who may have
 * it is the caller's to ask.
 */
export async function exportContest(db: Kysely<Database>, contestId: string): Promise<AsyncGenerator<string> | null> {
  const vote = await exportVote(db, contestId)
  return vote && withDecision(db, contestId, vote)
}

async function* withDecision(
  db: Kysely<Database>,
  contestId: string,
  vote: AsyncGenerator<string, string>,
): AsyncGenerator<string> {
  const digest = yield* vote
  const ladder = await findSignedLadder(db, contestId)
  if (ladder) yield writeDecision(NODE_HASHING, digest, ladder)
}

async function findSignedLadder(db: Kysely<Database>, contestId: string): Promise<SignedLadder | null> {
  const decision = await db
    .selectFrom('decision')
    .select(['signedAt', 'winnerEntryId', 'grounds'])
    .where('contestId', '=', contestId)
    .executeTakeFirst()
  if (!decision) return null
  const rungs = await db
    .selectFrom('decisionStep')
    .select(['place', 'entryId', 'finding', 'approvals', 'vetoes'])
    .where('contestId', '=', contestId)
    .execute()
  return { ...decision, grounds: decision.grounds.split('\n'), rungs }
}
