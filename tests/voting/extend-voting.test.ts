import type { Kysely } from 'kysely'
import { describe, expect, test } from 'vitest'
import { findContestFacts } from '#app/contests/contests.server.ts'
import { moveBoundary } from '#app/contests/move-boundary.server.ts'
import { findLogPage } from '#app/contests/public-log.server.ts'
import { phaseAt } from '#app/contests/schedule.ts'
import { maySee } from '#app/contests/seal.ts'
import { castScore } from '#app/voting/cast-score.server.ts'
import { closeDueVotings, extendDueVotings, findNextClose } from '#app/voting/close-due-votings.server.ts'
import { closeVoting } from '#app/voting/close-voting.server.ts'
import { extendVoting } from '#app/voting/extend-voting.server.ts'
import { handNextEntry } from '#app/voting/hand-next-entry.server.ts'
import type { Database } from '#db/schema.ts'
import { DECISION_DUE, JUST_BEFORE, people, VOTING_CLOSES } from '#db/seeds/a-vote.ts'
import { fillBallot } from '#db/seeds/fill-ballot.ts'
import { freshDatabase } from '../fresh-database.ts'
import { aDuelVote, fillDuels } from './a-duel-vote.ts'
import { aFilledVote } from './a-filled-vote.ts'

const DAY_MS = 24 * 60 * 60 * 1000
const after = (days: number) => new Date(VOTING_CLOSES.getTime() + days * DAY_MS)

async function askFor(db: Kysely<Database>, minimumScores: number, extensionDays = 2): Promise<void> {
  await db.updateTable('contest').set({ minimumScores, extensionDays }).execute()
}

async function factsOf(db: Kysely<Database>, id: string) {
  const facts = await findContestFacts(db, { id })
  if (!facts) throw new Error('no such contest')
  return facts
}

/** Four designs, each scored by three people. */
async function threeScoresEach() {
  const made = await aFilledVote(4, 3)
  return { ...made, contestId: made.vote.contestId }
}

test('at the announced close a design that lacks scores keeps voting open for a day, and the decision waits as long', async () => {
  const { db, contestId } = await threeScoresEach()
  await askFor(db, 4)
  expect(await extendDueVotings(db, JUST_BEFORE)).toEqual([])
  expect(await extendDueVotings(db, VOTING_CLOSES)).toEqual([
    { contestId, fromAt: VOTING_CLOSES.toISOString(), toAt: after(1).toISOString(), day: 1 },
  ])
  const { schedule } = await factsOf(db, contestId)
  expect(phaseAt(schedule, VOTING_CLOSES)).toBe('voting')
  expect(schedule).toMatchObject({
    votingClosesAt: after(1).toISOString(),
    extendedFrom: VOTING_CLOSES.toISOString(),
    decisionDueAt: new Date(DECISION_DUE.getTime() + DAY_MS).toISOString(),
  })
  expect(await findNextClose(db, VOTING_CLOSES)).toEqual(after(1))
  expect(await closeDueVotings(db, VOTING_CLOSES)).toEqual([])
})

test('scores are taken until the new close, and once every design has enough it freezes there', async () => {
  const { db, contestId } = await threeScoresEach()
  await askFor(db, 4)
  await extendDueVotings(db, VOTING_CLOSES)
  const [late = ''] = await people(db, 1)
  await fillBallot(db, { contestId, voterId: late }, () => 3, new Date(after(1).getTime() - 1))
  expect(await extendDueVotings(db, after(1))).toEqual([])
  expect(await closeDueVotings(db, after(1))).toEqual([contestId])
  const { schedule } = await factsOf(db, contestId)
  expect(schedule.frozenAt).toBe(after(1).toISOString())
})

test('after the days that the brief names it freezes, whatever there is', async () => {
  const { db, contestId } = await threeScoresEach()
  await askFor(db, 4)
  for (const day of [0, 1]) expect(await extendDueVotings(db, after(day))).toHaveLength(1)
  expect(await extendDueVotings(db, after(2))).toEqual([])
  expect(await closeDueVotings(db, after(2))).toEqual([contestId])
})

test('no other door freezes a vote that has to go on, and one that has enough closes as announced', async () => {
  const { db, contestId } = await threeScoresEach()
  await askFor(db, 4)
  expect(await closeVoting(db, { contestId }, VOTING_CLOSES)).toEqual({ ok: false, refusal: 'voting-to-be-extended' })
  expect(await closeDueVotings(db, VOTING_CLOSES)).toEqual([])
  await askFor(db, 3)
  expect(await extendVoting(db, { contestId }, VOTING_CLOSES)).toEqual({ ok: false, refusal: 'nothing-to-extend' })
  expect(await closeDueVotings(db, VOTING_CLOSES)).toEqual([contestId])
})

test('asked by many at once it goes on for one day', async () => {
  const { db, contestId } = await threeScoresEach()
  await askFor(db, 4)
  const outcomes = await Promise.all(Array.from({ length: 8 }, () => extendVoting(db, { contestId }, VOTING_CLOSES)))
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await db.selectFrom('votingExtension').select('day').execute()).toEqual([{ day: 1 }])
})

test('with a clock that was set back nothing is taken back, and nothing is extended twice', async () => {
  const { db, contestId } = await threeScoresEach()
  await askFor(db, 4)
  await extendDueVotings(db, VOTING_CLOSES)
  expect(await extendDueVotings(db, JUST_BEFORE)).toEqual([])
  const { schedule } = await factsOf(db, contestId)
  expect(schedule.votingClosesAt).toBe(after(1).toISOString())
})

describe('what a design needs', () => {
  test('is scores of different people: a change is not another one', async () => {
    const { db, contestId, voterIds, vote } = await threeScoresEach()
    await askFor(db, 4)
    const [voterId = ''] = voterIds
    for (const entryId of vote.entryIds) {
      expect(await castScore(db, { contestId, voterId, entryId, value: 1 }, JUST_BEFORE)).toMatchObject({ ok: true })
    }
    expect(await extendDueVotings(db, VOTING_CLOSES)).toHaveLength(1)
  })

  test('is not asked of one that left the vote', async () => {
    const { db, vote, contestId, voterIds } = await threeScoresEach()
    const [entryId = ''] = vote.entryIds
    const [voterId = ''] = await people(db, 1)
    // All but one design have four scores now.
    const scored = await fillBallot(db, { contestId, voterId, most: 3 }, () => 4)
    const lacking = vote.entryIds.find((id) => !scored.includes(id)) ?? entryId
    await askFor(db, 4)
    const takedown = {
      entryId: lacking,
      reason: 'A copy.',
      takenDownBy: vote.adminId,
      takenDownAt: JUST_BEFORE.toISOString(),
    }
    await db.insertInto('takedown').values(takedown).execute()
    expect(voterIds).toHaveLength(3)
    expect(await extendDueVotings(db, VOTING_CLOSES)).toEqual([])
  })

  test('does not hang on what the desk thinks of a ballot, nor on whether it is full', async () => {
    const { db, contestId, vote } = await threeScoresEach()
    const [voterId = ''] = await people(db, 1)
    for (let nth = 0; nth < 4; nth += 1) {
      const handed = await handNextEntry(db, { contestId, voterId }, JUST_BEFORE)
      const entryId = handed.ok ? (handed.value.entryId ?? '') : ''
      await castScore(db, { contestId, voterId, entryId, value: 5 }, JUST_BEFORE)
    }
    await askFor(db, 4)
    expect(vote.entryIds).toHaveLength(4)
    expect(await extendDueVotings(db, VOTING_CLOSES)).toEqual([])
  })

  test('is answered duels where the brief asks for duels', async () => {
    const db = await freshDatabase()
    const { contestId } = await aDuelVote(db, 4)
    const [first = '', second = ''] = await people(db, 2)
    await fillDuels(db, { contestId, voterId: first }, 2)
    await askFor(db, 2)
    expect(await extendDueVotings(db, VOTING_CLOSES)).toHaveLength(1)
    await db.updateTable('contest').set({ votingClosesAt: VOTING_CLOSES.toISOString() }).execute()
    await fillDuels(db, { contestId, voterId: second }, 6)
    expect(await extendDueVotings(db, VOTING_CLOSES)).toEqual([])
  })
})

test('everybody reads that voting goes on and until when, and nothing of which design or how many scores', async () => {
  const { db, contestId } = await threeScoresEach()
  await askFor(db, 4)
  await extendDueVotings(db, VOTING_CLOSES)
  const facts = await factsOf(db, contestId)
  const { lines } = await findLogPage(db, { facts, viewer: null, page: 1 }, VOTING_CLOSES)
  expect(lines[0]).toMatchObject({
    kind: 'voting-extended',
    actor: null,
    entry: null,
    particulars: { fromAt: VOTING_CLOSES.toISOString(), toAt: after(1).toISOString(), minimumScores: 4 },
  })
  for (const what of ['tallies', 'standings', 'authors'] as const)
    expect(maySee(null, what, facts, VOTING_CLOSES)).toBe(false)
})

test('what the desk does stays closed in the instant in which nobody knows yet whether voting goes on', async () => {
  const { db, contestId } = await threeScoresEach()
  await askFor(db, 4)
  expect(maySee(null, 'desk', await factsOf(db, contestId), VOTING_CLOSES)).toBe(false)
  await askFor(db, 1)
  await closeVoting(db, { contestId }, VOTING_CLOSES)
  expect(maySee(null, 'desk', await factsOf(db, contestId), VOTING_CLOSES)).toBe(true)
})

test('once voting extended itself no admin moves its close; the decision they may still put off', async () => {
  const { db, contestId, vote } = await threeScoresEach()
  await askFor(db, 4)
  await extendDueVotings(db, VOTING_CLOSES)
  const act = { contestId, carryOn: true, reason: 'The printers wait.', movedBy: vote.adminId, seenAt: null }
  const now = new Date(VOTING_CLOSES.getTime() + 60_000)
  const later = { ...act, boundary: 'voting-closes', act: 'later', toAt: after(5).toISOString() } as const
  const earlier = { ...act, boundary: 'voting-closes', act: 'bring-forward', toAt: 'now' } as const
  for (const move of [later, earlier]) {
    expect(await moveBoundary(db, move, now)).toEqual({ ok: false, refusal: 'voting-extends-itself' })
  }
  const decision = { ...act, boundary: 'decision-due', act: 'later', toAt: after(40).toISOString() } as const
  expect(await moveBoundary(db, decision, now)).toMatchObject({ ok: true })
})

test('a close that an admin brought forward is looked at by the same rule', async () => {
  const { db, contestId, vote } = await threeScoresEach()
  await askFor(db, 4)
  const now = new Date(VOTING_CLOSES.getTime() - 3 * DAY_MS)
  const early = {
    boundary: 'voting-closes',
    act: 'bring-forward',
    toAt: 'now',
    reason: 'All are back.',
    seenAt: null,
  } as const
  expect(await moveBoundary(db, { contestId, movedBy: vote.adminId, ...early }, now)).toMatchObject({ ok: true })
  expect(await extendDueVotings(db, now)).toMatchObject([{ fromAt: now.toISOString(), day: 1 }])
})
