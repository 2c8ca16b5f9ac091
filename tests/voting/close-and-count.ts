import type { Kysely } from 'kysely'
import { closeDueVotings } from '#app/voting/close-due-votings.server.ts'
import { closeVoting } from '#app/voting/close-voting.server.ts'
import { countVotes } from '#app/voting/count-votes.server.ts'
import type { Database } from '#db/schema.ts'
import { expectDone } from '../contests-in-phases.ts'

/** The close as the server does it, and the count that follows. */
export async function closeAndCount(db: Kysely<Database>, { contestId }: { contestId: string }, now: Date) {
  const { frozenAt } = expectDone(await closeVoting(db, { contestId }, now))
  return { frozenAt, ...expectDone(await countVotes(db, { contestId }, now)) }
}

/** What the server does when it wakes: closes what is due and counts it. */
export async function closeAndCountDue(db: Kysely<Database>, now: Date): Promise<void> {
  for (const contestId of await closeDueVotings(db, now)) expectDone(await countVotes(db, { contestId }, now))
}
