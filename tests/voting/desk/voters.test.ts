import type { Kysely } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { closeVoting } from '#app/voting/close-voting.server.ts'
import { countVotes } from '#app/voting/count-votes.server.ts'
import { listCases } from '#app/voting/desk/cases.server.ts'
import { confirmExclusion } from '#app/voting/desk/confirm-exclusion.server.ts'
import { findDeskSummary } from '#app/voting/desk/desk-summaries.server.ts'
import { findOwnHold } from '#app/voting/desk/own-holds.server.ts'
import { proposeExclusion } from '#app/voting/desk/propose-exclusion.server.ts'
import { releaseBallots } from '#app/voting/desk/release-ballots.server.ts'
import { speakForBallot } from '#app/voting/desk/speak-for-ballot.server.ts'
import type { Database } from '#db/schema.ts'
import { aPerson, DURING, VOTING_CLOSES } from '#db/seeds/a-vote.ts'
import { freshDatabase } from '../../fresh-database.ts'
import { aStuffedVote, lookAndNote, type StuffedVote } from './a-desk.ts'

let db: Kysely<Database>
let vote: StuffedVote
const WORDS = 'We are a class and voted together on two tablets.'
const REASON = 'Eight accounts of one evening, on one device.'

beforeEach(async () => {
  db = await freshDatabase()
  vote = await aStuffedVote(db)
  await lookAndNote(db, vote.contestId)
})
afterEach(() => db.destroy())

const keyOf = (voterId = '') => ({ contestId: vote.contestId, voterId })
const ruling = (caseIds: string[], actorId = vote.adminId) => ({
  ...{ contestId: vote.contestId, caseIds, reason: REASON, actorId },
})

test('a voter whose ballot is held may speak once, after the close, and the desk reads it without a name', async () => {
  const held = keyOf(vote.boughtIds[0])
  const speak = (key = held) => speakForBallot(db, { ...key, words: WORDS }, VOTING_CLOSES)
  expect(await speakForBallot(db, { ...held, words: WORDS }, DURING)).toEqual({ ok: false, refusal: 'nothing-held' })
  await closeVoting(db, { contestId: vote.contestId }, VOTING_CLOSES)
  expect(await speak(keyOf(vote.honestIds[0]))).toEqual({ ok: false, refusal: 'nothing-held' })
  expect(await speak()).toMatchObject({ ok: true })
  expect(await speak()).toEqual({ ok: false, refusal: 'already-spoken' })
  const cases = await listCases(db, vote.contestId)
  expect(cases.filter(({ words }) => words === WORDS)).toHaveLength(1)
  expect(JSON.stringify(cases)).not.toContain(held.voterId)
  await countVotes(db, { contestId: vote.contestId }, VOTING_CLOSES)
  const other = keyOf(vote.boughtIds[1])
  expect(await speak(other)).toEqual({ ok: false, refusal: 'desk-closed' })
})

test('a voter is told that their ballot is held or excluded, not by what; an honest or released one is told nothing', async () => {
  expect(await findOwnHold(db, keyOf(vote.honestIds[0]))).toBeNull()
  const hold = await findOwnHold(db, keyOf(vote.boughtIds[0]))
  expect(hold).toEqual({ caseId: expect.any(String), kind: 'held', spoken: false })
  await proposeExclusion(db, ruling([hold?.caseId ?? '']), DURING)
  await confirmExclusion(db, ruling([hold?.caseId ?? ''], await aPerson(db, { role: 'admin' })), DURING)
  expect(await findOwnHold(db, keyOf(vote.boughtIds[0]))).toMatchObject({ kind: 'excluded' })
  const second = await findOwnHold(db, keyOf(vote.boughtIds[1]))
  await releaseBallots(db, ruling([second?.caseId ?? '']), DURING)
  expect(await findOwnHold(db, keyOf(vote.boughtIds[1]))).toBeNull()
})

test('the result says how many were put aside, released and excluded, and which signals spoke', async () => {
  const [one = '', two = '', three = ''] = (await listCases(db, vote.contestId))
    .filter(({ state }) => state === 'quarantined')
    .map(({ id }) => id)
  await releaseBallots(db, ruling([one]), DURING)
  await proposeExclusion(db, ruling([two, three]), DURING)
  await confirmExclusion(db, ruling([two], await aPerson(db, { role: 'admin' })), DURING)
  const summary = await findDeskSummary(db, vote.contestId)
  expect(summary).toMatchObject({ quarantined: vote.boughtIds.length, released: 1, excluded: 1 })
  expect(summary.signals).toContainEqual({ name: 'shared-device', ballots: vote.boughtIds.length })
})
