import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'
import { closeVoting } from './close-voting.server.ts'
import { type Extended, extendVoting } from './extend-voting.server.ts'

/** Extends every vote that is over and in which an entry lacks the scores that its brief asks for. */
export async function extendDueVotings(db: Kysely<Database>, now: Date): Promise<(Extended & { contestId: string })[]> {
  const due = await runningVotes(db)
    .where('contest.votingClosesAt', '<=', now.toISOString())
    .where('contest.extensionDays', '>', 0)
    .execute()
  const extended: (Extended & { contestId: string })[] = []
  for (const { id: contestId } of due) {
    const outcome = await extendVoting(db, { contestId }, now)
    if (outcome.ok) extended.push({ contestId, ...outcome.value })
  }
  return extended
}

/** Freezes every contest whose voting is over and not to be extended; returns their ids. Takes an instant; safe to call at any time, by anybody. */
export async function closeDueVotings(db: Kysely<Database>, now: Date): Promise<string[]> {
  const due = await runningVotes(db).where('contest.votingClosesAt', '<=', now.toISOString()).execute()
  const frozen: string[] = []
  for (const { id } of due) {
    const outcome = await closeVoting(db, { contestId: id }, now)
    if (outcome.ok) frozen.push(id)
  }
  return frozen
}

/** When the next voting closes; null when none is ahead. For a timer that wakes at the instant. */
export async function findNextClose(db: Kysely<Database>, now: Date): Promise<Date | null> {
  const next = await runningVotes(db)
    .where('contest.votingClosesAt', '>', now.toISOString())
    .orderBy('contest.votingClosesAt')
    .executeTakeFirst()
  return next ? new Date(next.votingClosesAt) : null
}

function runningVotes(db: Kysely<Database>) {
  return db
    .selectFrom('contest')
    .innerJoin('publication', (join) =>
      join.onRef('publication.contestId', '=', 'contest.id').on('publication.version', '=', 1),
    )
    .leftJoin('cancellation', 'cancellation.contestId', 'contest.id')
    .leftJoin('freeze', 'freeze.contestId', 'contest.id')
    .select(['contest.id', 'contest.votingClosesAt'])
    .where('cancellation.contestId', 'is', null)
    .where('freeze.contestId', 'is', null)
}
