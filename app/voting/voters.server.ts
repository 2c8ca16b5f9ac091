import type { Viewer } from '#app/accounts/roles.ts'
import { readViewer } from '#app/accounts/viewers.server.ts'
import type { VotingMethod } from '#app/contests/brief.ts'
import { type ContestFacts, readContestFacts } from '#app/contests/contests.server.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import type { Statements } from '#db/sqlite-connection.server.ts'
import { type VoteRefusal, whyNotVote } from './ballot.ts'

/** A score in a contest by duels, or a duel in one by scores. */
export type WayRefusal = 'other-way-to-vote'

export interface VoterKey {
  contestId: string
  voterId: string
}

/**
 * The door of every verb that votes, by the way of voting that the brief promised: the contest and the voter as they are inside this
 * transaction, not as they were when the page was asked for, since a role or a close may have come between.
 */
export function admitVoter(
  statements: Statements,
  { voterId, ...asked }: VoterKey & { method?: VotingMethod },
  now: Date,
): Outcome<ContestFacts, VoteRefusal | WayRefusal | 'contest-not-found'> {
  const voter = readViewer(statements, voterId)
  return voter ? admit(statements, { ...asked, voter }, now) : refused('contest-not-found')
}

/** The same for a voter who was looked up in this transaction. */
export function admit(
  statements: Statements,
  { contestId, voter, method }: { contestId: string; voter: Viewer; method?: VotingMethod },
  now: Date,
): Outcome<ContestFacts, VoteRefusal | WayRefusal | 'contest-not-found'> {
  const facts = readContestFacts(statements, contestId)
  if (!facts) return refused('contest-not-found')
  const refusal = whyNotVote(voter, facts, now)
  if (refusal) return refused(refusal)
  return method && facts.contest.method !== method ? refused('other-way-to-vote') : done(facts)
}
