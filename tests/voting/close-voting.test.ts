import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { findContestFacts } from '#app/contests/contests.server.ts'
import { phaseAt } from '#app/contests/schedule.ts'
import { castScore } from '#app/voting/cast-score.server.ts'
import { closeDueVotings, findNextClose } from '#app/voting/close-due-votings.server.ts'
import { closeVoting } from '#app/voting/close-voting.server.ts'
import { findFreeze } from '#app/voting/freezes.server.ts'
import { DURING, JUST_BEFORE, VOTING_CLOSES } from '#db/seeds/a-vote.ts'
import { aFilledVote } from './a-filled-vote.ts'

test('the close is one row: the instant, and where the record ended then; nothing is counted', async () => {
  const { db, vote } = await aFilledVote(4, 3)
  const { contestId } = vote
  expect(await closeVoting(db, { contestId }, VOTING_CLOSES)).toMatchObject({ ok: true, value: { now: true } })
  const { sequence, hash } = await db
    .selectFrom('ballotEvent')
    .select(['sequence', 'hash'])
    .orderBy('sequence', 'desc')
    .executeTakeFirstOrThrow()
  expect(sequence).toBe(12)
  const frozenAt = VOTING_CLOSES.toISOString()
  expect(await db.selectFrom('freeze').selectAll().execute()).toMatchObject([{ contestId, frozenAt, sequence, hash }])
  expect(await findFreeze(db, contestId)).toEqual({ frozenAt, head: { sequence, hash }, tally: null })
  expect(await db.selectFrom('standing').selectAll().execute()).toEqual([])
})

test('the head is in the public log from the same instant, and what is drawn for the digest is not', async () => {
  const { db, vote } = await aFilledVote(4, 3)
  const { contestId } = vote
  await closeVoting(db, { contestId }, VOTING_CLOSES)
  const { hash, nonce } = await db.selectFrom('freeze').selectAll().executeTakeFirstOrThrow()
  const told = await db.selectFrom('activity').selectAll().where('kind', '=', 'ballots-frozen').execute()
  expect(told.map(({ particulars }) => JSON.parse(particulars))).toEqual([{ sequence: 12, head: hash }])
  expect(nonce).toMatch(/^[0-9a-f]{64}$/)
  expect(JSON.stringify([told, await findFreeze(db, contestId)])).not.toContain(nonce)
})

test('asked by many at once and again later, it closes once', async () => {
  const { db, vote } = await aFilledVote(4, 3)
  const { contestId } = vote
  const outcomes = await Promise.all(Array.from({ length: 20 }, () => closeVoting(db, { contestId }, VOTING_CLOSES)))
  expect(outcomes.filter((outcome) => outcome.ok && outcome.value.now)).toHaveLength(1)
  const later = new Date(VOTING_CLOSES.getTime() + 86_400_000)
  expect(await closeVoting(db, { contestId }, later)).toEqual({
    ok: true,
    value: { frozenAt: VOTING_CLOSES.toISOString(), now: false },
  })
  expect(await db.selectFrom('activity').select('id').where('kind', '=', 'ballots-frozen').execute()).toHaveLength(1)
})

test('nothing closes before its time, nor in a cancelled contest, nor in one that is not there', async () => {
  const { db, vote } = await aFilledVote(3, 1)
  const { contestId, adminId } = vote
  expect(await closeVoting(db, { contestId }, JUST_BEFORE)).toEqual({ ok: false, refusal: 'voting-not-closed' })
  expect(await closeVoting(db, { contestId: 'nowhere' }, VOTING_CLOSES)).toEqual({
    ok: false,
    refusal: 'contest-not-found',
  })
  await db
    .insertInto('cancellation')
    .values({ contestId, reason: 'No factory.', cancelledBy: adminId, cancelledAt: DURING.toISOString() })
    .execute()
  expect(await closeVoting(db, { contestId }, VOTING_CLOSES)).toEqual({ ok: false, refusal: 'voting-not-closed' })
})

test.each([
  [
    "INSERT INTO exposure (contest_id, entry_id, voter_id, handed_at) SELECT contest_id, entry_id, 'x', 'x' FROM exposure LIMIT 1",
  ],
  ['UPDATE exposure SET value = 5'],
  ["UPDATE exposure SET passed_at = 'x'"],
  ['DELETE FROM exposure'],
  ["INSERT INTO buy_mark SELECT contest_id, entry_id, voter_id, 'x' FROM exposure LIMIT 1"],
  ["INSERT INTO receipt SELECT contest_id, 'x' || substr(code, 2) FROM receipt LIMIT 1"],
  [
    `INSERT INTO ballot_event SELECT contest_id, sequence + 1, minute, 'change', pseudonym, entry_id, NULL, 5, hash, hash
       FROM ballot_event ORDER BY sequence DESC LIMIT 1`,
  ],
  ['UPDATE freeze SET sequence = 0'],
  ['DELETE FROM freeze'],
  ["UPDATE activity SET particulars = '{}'"],
])('after the close the database itself refuses: %s', async (statement) => {
  const { db, vote } = await aFilledVote(3, 2)
  await closeVoting(db, { contestId: vote.contestId }, VOTING_CLOSES)
  await expect(sql.raw(statement).execute(db)).rejects.toThrow(/closed by the freeze|append-only/)
})

test('with a clock that was set back voting stays over, and a score is told so', async () => {
  const { db, vote, voterIds } = await aFilledVote(3, 2)
  const { contestId, entryIds } = vote
  await closeVoting(db, { contestId }, VOTING_CLOSES)
  const facts = await findContestFacts(db, { id: contestId })
  expect(facts && phaseAt(facts.schedule, DURING)).toBe('jury')
  const late = { contestId, voterId: voterIds[0] ?? '', entryId: entryIds[0] ?? '', value: 1 } as const
  expect(await castScore(db, late, DURING)).toEqual({ ok: false, refusal: 'voting-over' })
})

test('the sweep closes what is due and knows when the next vote closes', async () => {
  const { db, vote } = await aFilledVote(3, 2)
  const { contestId } = vote
  expect(await closeDueVotings(db, JUST_BEFORE)).toEqual([])
  expect(await findNextClose(db, JUST_BEFORE)).toEqual(VOTING_CLOSES)
  expect(await closeDueVotings(db, VOTING_CLOSES)).toEqual([contestId])
  expect(await closeDueVotings(db, VOTING_CLOSES)).toEqual([])
  expect(await findNextClose(db, VOTING_CLOSES)).toBeNull()
})
