import { readViewer } from '#app/accounts/viewers.server.ts'
import { type ContestFacts, readContestFacts } from '#app/contests/contests.server.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import type { Statements } from '#db/sqlite-dialect.server.ts'
import { type VoteRefusal, whyNotVote } from './ballot.ts'

export interface VoterKey {
  contestId: string
  voterId: string
}

/**
 * The door of every verb that votes: the contest and the voter as they are inside this transaction, not as they were when
 * the page was asked for, since a role or a close may have come between.
 */
export function admitVoter(
  statements: Statements,
  { contestId, voterId }: VoterKey,
  now: Date,
): Outcome<ContestFacts, VoteRefusal | 'contest-not-found'> {
  const facts = readContestFacts(statements, contestId)
  const voter = readViewer(statements, voterId)
  if (!facts || !voter) return refused('contest-not-found')
  const refusal = whyNotVote(voter, facts, now)
  return refusal ? refused(refusal) : done(facts)
}
