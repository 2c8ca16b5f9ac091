import { setImmediate } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { closeVoting } from '#app/voting/close-voting.server.ts'
import { countVotes } from '#app/voting/count-votes.server.ts'
import { type CountProgress, startVoteCounter } from '#app/voting/vote-counter.server.ts'
import { VOTING_CLOSES } from '#db/seeds/a-vote.ts'
import { aFilledVote } from './a-filled-vote.ts'

test('two threads and this one count the same vote at once: it is counted once, every closing event is there once', async () => {
  const { db, vote } = await aFilledVote(6, 40)
  const { contestId } = vote
  await closeVoting(db, { contestId }, VOTING_CLOSES)
  const [one, other] = [startVoteCounter(db), startVoteCounter(db)]
  await Promise.all([
    one.count(contestId, VOTING_CLOSES),
    other.count(contestId, VOTING_CLOSES),
    countVotes(db, { contestId }, VOTING_CLOSES),
  ])
  expect(await db.selectFrom('tally').select(['ballots', 'sequence']).execute()).toEqual([
    { ballots: 40, sequence: 280 },
  ])
  expect(await db.selectFrom('activity').select('id').where('kind', '=', 'votes-counted').execute()).toHaveLength(1)
  expect(one.progressOf(contestId)).toBeNull()
})

test('a count that is stopped leaves nothing half done, and is made at the next start', async () => {
  const { db, vote } = await aFilledVote(6, 40)
  const { contestId } = vote
  await closeVoting(db, { contestId }, VOTING_CLOSES)
  const counter = startVoteCounter(db)
  const counting = counter.count(contestId, VOTING_CLOSES)
  // Registered at once, so that it is heard when it fails.
  const failed = expect(counting).rejects.toThrow('ended before the count did')
  // Looked at every turn: between two looks of a poll it could be over.
  while (counter.progressOf(contestId) === null) await setImmediate()
  await counter.stop()
  await failed
  expect(await db.selectFrom('standing').select('entryId').execute()).toHaveLength(0)
  await startVoteCounter(db).count(contestId, VOTING_CLOSES)
  expect(await db.selectFrom('standing').select('entryId').execute()).toHaveLength(18)
})

test('the count tells how far it is', async () => {
  const { db, vote } = await aFilledVote(4, 5)
  const { contestId } = vote
  await closeVoting(db, { contestId }, VOTING_CLOSES)
  const told: CountProgress[] = []
  await countVotes(db, { contestId, onProgress: (read, of) => told.push({ read, of }) }, VOTING_CLOSES)
  expect(told).toEqual([{ read: 25, of: 25 }])
})
