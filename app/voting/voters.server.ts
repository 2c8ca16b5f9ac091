import type { Kysely } from 'kysely'
import { findViewerById } from '#app/accounts/viewers.server.ts'
import { type ContestFacts, findContestFacts } from '#app/contests/contests.server.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import type { Database } from '#db/schema.ts'
import { type VoteRefusal, whyNotVote } from './ballot.ts'

export interface VoterKey {
  contestId: string
  voterId: string
}

/**
 * The door of every verb that votes: the contest and the voter as they are inside this transaction, not as they were when
 * the page was asked for, since a role or a close may have come between.
 */
export async function admitVoter(
  trx: Kysely<Database>,
  { contestId, voterId }: VoterKey,
  now: Date,
): Promise<Outcome<ContestFacts, VoteRefusal | 'contest-not-found'>> {
  const facts = await findContestFacts(trx, { id: contestId })
  const voter = await findViewerById(trx, voterId)
  if (!facts || !voter) return refused('contest-not-found')
  const refusal = whyNotVote(voter, facts, now)
  return refusal ? refused(refusal) : done(facts)
}
