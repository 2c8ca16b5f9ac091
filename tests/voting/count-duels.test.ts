import { expect, test } from 'vitest'
import { answerDuel } from '#app/voting/answer-duel.server.ts'
import { findParticipation } from '#app/voting/participation.server.ts'
import { aPerson, DURING, people, VOTING_CLOSES } from '#db/seeds/a-vote.ts'
import { fileDatabase } from '../file-database.ts'
import { aDuelVote, fillDuels } from './a-duel-vote.ts'
import { closeAndCountDue } from './close-and-count.ts'

test('a contest by duels is closed, counted and stored in its three views; ballots under the gate do not count', async () => {
  const db = await fileDatabase()
  const { contestId, entryIds } = await aDuelVote(db, 8)
  const liking = (entryId: string) => entryIds.length - entryIds.indexOf(entryId)
  let answers = 0
  for (const voterId of await people(db, 6)) {
    const answered = await fillDuels(db, { contestId, voterId }, 100, (first, second) =>
      liking(first) > liking(second) ? 'first' : 'second',
    )
    answers += answered.length
  }
  // One answer where three are asked.
  await fillDuels(db, { contestId, voterId: await aPerson(db) }, 1)
  expect(await findParticipation(db, contestId)).toEqual({ begun: 7, counted: 6 })
  await closeAndCountDue(db, VOTING_CLOSES)
  const tally = await db.selectFrom('tally').selectAll().executeTakeFirstOrThrow()
  expect(tally).toMatchObject({ ballots: 7, countedBallots: 6, scores: answers })
  const standings = await db.selectFrom('standing').selectAll().orderBy('place').execute()
  for (const view of ['official', 'raw', 'audited']) {
    const lines = standings.filter((line) => line.view === view)
    expect(lines).toHaveLength(8)
    expect(lines.reduce((sum, line) => sum + line.scores, 0)).toBe(2 * answers)
  }
  const official = standings.filter((line) => line.view === 'official')
  expect(official[0]?.entryId).toBe(entryIds[0])
  expect(official.at(-1)?.entryId).toBe(entryIds[7])
})

test('of several answers on the same two the last one counts, and those on an entry that left the vote do not', async () => {
  const db = await fileDatabase()
  const { contestId, entryIds, adminId } = await aDuelVote(db, 3)
  const [gone = '', ...rest] = entryIds
  const key = { contestId, voterId: await aPerson(db) }
  const answered = await fillDuels(db, key, 100, () => 'neither')
  const last = answered.find((duel) => !duel?.pair.includes(gone))
  for (const answer of ['first', 'second'] as const)
    await answerDuel(db, { ...key, number: last?.number ?? 0, answer }, DURING)
  const at = DURING.toISOString()
  await db
    .insertInto('takedown')
    .values({ entryId: gone, reason: 'copied', takenDownBy: adminId, takenDownAt: at })
    .execute()
  await closeAndCountDue(db, VOTING_CLOSES)
  const lines = await db.selectFrom('standing').selectAll().where('view', '=', 'raw').orderBy('place').execute()
  expect(lines.map(({ entryId, points, scores }) => ({ entryId, points, scores }))).toEqual([
    { entryId: last?.pair[1], points: 5, scores: 1 },
    { entryId: last?.pair[0], points: 0, scores: 1 },
  ])
  expect(rest).toContain(lines[0]?.entryId)
})

test('once the vote is frozen no duel is handed or answered by any door', async () => {
  const db = await fileDatabase()
  const { contestId } = await aDuelVote(db, 4)
  await fillDuels(db, { contestId, voterId: await aPerson(db) }, 2)
  await closeAndCountDue(db, VOTING_CLOSES)
  await expect(db.updateTable('duel').set({ value: 1 }).execute()).rejects.toThrow('closed')
  const [duel] = await db.selectFrom('duel').selectAll().where('number', '=', 1).execute()
  if (!duel) throw new Error('nothing was handed')
  const again = { ...duel, number: 9, firstId: duel.secondId, secondId: duel.firstId }
  await expect(db.insertInto('duel').values(again).execute()).rejects.toThrow('closed')
})
