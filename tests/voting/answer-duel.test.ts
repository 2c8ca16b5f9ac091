import type { Kysely } from 'kysely'
import { expect, test } from 'vitest'
import { answerDuel } from '#app/voting/answer-duel.server.ts'
import { castScore } from '#app/voting/cast-score.server.ts'
import type { DuelAnswer } from '#app/voting/duel.ts'
import { readNextPair, readOwnDuels } from '#app/voting/duel-pairs.server.ts'
import { choosePair } from '#app/voting/duel-queue.ts'
import { handNextDuel } from '#app/voting/hand-next-duel.server.ts'
import { handNextEntry } from '#app/voting/hand-next-entry.server.ts'
import { passDuel } from '#app/voting/pass-duel.server.ts'
import { recallPassedDuels } from '#app/voting/recall-passed-duels.server.ts'
import type { Database } from '#db/schema.ts'
import { aPerson, aVote, DURING, people, VOTING_CLOSES } from '#db/seeds/a-vote.ts'
import { reading } from '#db/write-together.server.ts'
import { fileDatabase } from '../file-database.ts'
import { aDuelVote, fillDuels } from './a-duel-vote.ts'

function events(db: Kysely<Database>, contestId: string) {
  return db.selectFrom('ballotEvent').selectAll().where('contestId', '=', contestId).orderBy('sequence').execute()
}

test('asked twice, or twice at once, the queue hands one duel and gives it again', async () => {
  const db = await fileDatabase()
  const { contestId } = await aDuelVote(db, 5)
  const voterId = await aPerson(db)
  const outcomes = await Promise.all(Array.from({ length: 10 }, () => handNextDuel(db, { contestId, voterId }, DURING)))
  expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1)
  expect(await db.selectFrom('duel').selectAll().execute()).toHaveLength(1)
  expect(await db.selectFrom('exposure').selectAll().execute()).toHaveLength(2)
})

test('a ballot of duels never has two twice, nor an entry that is theirs or a collaboration of theirs', async () => {
  const db = await fileDatabase()
  const { contestId, entryIds, designerIds } = await aDuelVote(db, 7)
  const [voterId = ''] = designerIds
  const [own = '', helped = ''] = entryIds
  const at = DURING.toISOString()
  await db
    .insertInto('collaborator')
    .values({ entryId: helped, accountId: voterId, invitedAt: at, acceptedAt: at, declinedAt: null })
    .execute()
  const answered = await fillDuels(db, { contestId, voterId }, 100, () => 'neither')
  const pairs = answered.map((duel) => duel?.pair.toSorted().join())
  expect(new Set(pairs).size).toBe(10)
  expect(answered).toHaveLength(10)
  expect(answered.flatMap((duel) => duel?.pair ?? [])).not.toContain(own)
  expect(answered.flatMap((duel) => duel?.pair ?? [])).not.toContain(helped)
})

test('an answer and its change are events of the record, the same answer again is none', async () => {
  const db = await fileDatabase()
  const { contestId } = await aDuelVote(db, 6)
  const voterId = await aPerson(db)
  const [duel] = await fillDuels(db, { contestId, voterId }, 1)
  const answer = (said: DuelAnswer) => answerDuel(db, { contestId, voterId, number: 1, answer: said }, DURING)
  expect(await answer('first')).toMatchObject({ value: { what: 'same' } })
  expect(await answer('neither')).toMatchObject({ value: { what: 'changed', duel: { number: 2 } } })
  const [entryId, againstId] = duel?.pair ?? []
  const recorded = await events(db, contestId)
  expect(recorded.map(({ kind, value }) => [kind, value])).toEqual([
    ['duel', 0],
    ['duel', 2],
  ])
  for (const event of recorded) expect(event).toMatchObject({ entryId, againstId })
  expect(new Set(recorded.map(({ pseudonym }) => pseudonym)).size).toBe(1)
  expect(await db.selectFrom('receipt').selectAll().execute()).toHaveLength(1)
})

test('with voters who leave early and designers among them, duels and sides stay shared out evenly', async () => {
  const db = await fileDatabase()
  const { contestId, designerIds } = await aDuelVote(db, 24)
  const voters = [...designerIds.slice(0, 6), ...(await people(db, 14))]
  await Promise.all(voters.map((voterId, n) => fillDuels(db, { contestId, voterId }, 1 + ((n * 5) % 6))))
  const attention = await db.selectFrom('attention').selectAll().execute()
  const duels = attention.map((entry) => entry.duels)
  // The promise for so few at once; how the spread behaves in general is shown in duel-spread.test.ts.
  expect(Math.max(...duels) - Math.min(...duels)).toBeLessThanOrEqual(5)
  for (const { duels: all, firsts } of attention) expect(Math.abs(all - 2 * firsts)).toBeLessThanOrEqual(3)
})

test('the database’s queue hands what the rule would choose from all entries', async () => {
  const db = await fileDatabase()
  const { contestId } = await aDuelVote(db, 40)
  const voters = await people(db, 5)
  const asTheRuleSays = (voterId: string) =>
    reading(db, (statements) => readOwnDuels(statements, { contestId, voterId })).then(async (own) => {
      const met = own.flatMap(({ first, second }) => [first, second])
      const all = await db.selectFrom('attention').selectAll().execute()
      const duels = await db.selectFrom('duel').selectAll().where('firstLook', '=', 1).execute()
      const compared = (entryId: string) => {
        const rivals = duels.flatMap(({ firstId, secondId }) =>
          firstId === entryId ? secondId : secondId === entryId ? firstId : [],
        )
        return new Map(rivals.map((rival) => [rival, rivals.filter((each) => each === rival).length]))
      }
      const candidates = all.map((entry) => ({ ...entry, met: met.filter((id) => id === entry.entryId).length }))
      return { own, pair: choosePair(candidates, own, compared, voterId) }
    })
  for (let round = 0; round < 22; round += 1) {
    for (const voterId of voters) {
      const { own, pair } = await asTheRuleSays(voterId)
      expect(await reading(db, (statements) => readNextPair(statements, { contestId, voterId }, own))).toEqual(pair)
      await fillDuels(db, { contestId, voterId }, 1, (first, second) => (first < second ? 'first' : 'second'))
    }
  }
})

test('a pass is no answer, comes back when it is asked for, and may be answered then', async () => {
  const db = await fileDatabase()
  const { contestId } = await aDuelVote(db, 4)
  const key = { contestId, voterId: await aPerson(db) }
  await handNextDuel(db, key, DURING)
  expect(await passDuel(db, { ...key, number: 1 }, DURING)).toMatchObject({ ok: true, value: { duel: { number: 2 } } })
  expect(await events(db, contestId)).toEqual([])
  expect(await recallPassedDuels(db, key, DURING)).toMatchObject({ ok: true, value: { duel: { number: 1 } } })
  expect(await answerDuel(db, { ...key, number: 1, answer: 'second' }, DURING)).toMatchObject({
    ok: true,
    value: { what: 'first', duel: { number: 2 } },
  })
  expect(await passDuel(db, { ...key, number: 1 }, DURING)).toMatchObject({ ok: true })
  expect(await db.selectFrom('duel').select('passedAt').where('number', '=', 1).executeTakeFirst()).toEqual({
    passedAt: null,
  })
})

test('a duel one of whose designs is taken down is out of the hand, and cannot be answered any more', async () => {
  const db = await fileDatabase()
  const { contestId, adminId } = await aDuelVote(db, 6)
  const key = { contestId, voterId: await aPerson(db) }
  const handed = await handNextDuel(db, key, DURING)
  const entryId = handed.ok ? (handed.value.duel?.pair[1] ?? '') : ''
  const at = DURING.toISOString()
  await db.insertInto('takedown').values({ entryId, reason: 'copied', takenDownBy: adminId, takenDownAt: at }).execute()
  expect(await answerDuel(db, { ...key, number: 1, answer: 'first' }, DURING)).toEqual({
    ok: false,
    refusal: 'entry-gone',
  })
  expect(await handNextDuel(db, key, DURING)).toMatchObject({ ok: true, value: { duel: { number: 2 } } })
})

test('only what was handed is answered, only until the close, and only in the way the brief promised', async () => {
  const db = await fileDatabase()
  const { contestId, entryIds } = await aDuelVote(db, 6)
  const [voterId = '', other = ''] = await people(db, 2)
  await handNextDuel(db, { contestId, voterId }, DURING)
  const answer = { contestId, number: 1, answer: 'first' } as const
  expect(await answerDuel(db, { ...answer, voterId: other }, DURING)).toMatchObject({ refusal: 'not-handed' })
  expect(await passDuel(db, { contestId, voterId: other, number: 1 }, DURING)).toMatchObject({ refusal: 'not-handed' })
  expect(await answerDuel(db, { ...answer, voterId }, VOTING_CLOSES)).toMatchObject({ refusal: 'voting-over' })
  const score = { contestId, voterId, entryId: entryIds[0] ?? '', value: 3 } as const
  expect(await castScore(db, score, DURING)).toMatchObject({ refusal: 'other-way-to-vote' })
  expect(await handNextEntry(db, { contestId, voterId }, DURING)).toMatchObject({ refusal: 'other-way-to-vote' })
  const byScores = await aVote(db, { entries: 3 })
  const elsewhere = { contestId: byScores.contestId, voterId }
  expect(await handNextDuel(db, elsewhere, DURING)).toMatchObject({ refusal: 'other-way-to-vote' })
})

test('what was handed stays as it was, by any door', async () => {
  const db = await fileDatabase()
  const { contestId } = await aDuelVote(db, 4)
  await fillDuels(db, { contestId, voterId: await aPerson(db) }, 1)
  await expect(db.deleteFrom('duel').execute()).rejects.toThrow('stays')
  await expect(db.updateTable('duel').set({ number: 9 }).execute()).rejects.toThrow('stays')
  await expect(db.updateTable('duel').set({ value: 3 }).execute()).rejects.toThrow('CHECK')
})

test('what a voter is handed does not depend on how others answered', async () => {
  const handedTo = async (taste: (first: string, second: string) => DuelAnswer) => {
    const db = await fileDatabase()
    const { contestId, entryIds } = await aDuelVote(db, 6)
    const names = new Map(entryIds.map((id, at) => [id, at]))
    // The circle is drawn at random; here it is the same for all tastes.
    for (const [at, entryId] of entryIds.entries())
      await db
        .updateTable('attention')
        .set({ shuffle: at * 1000 })
        .where('entryId', '=', entryId)
        .execute()
    const [spy = '', ...others] = await people(db, 4)
    for (const voterId of others) await fillDuels(db, { contestId, voterId }, 100, taste)
    const handed = await fillDuels(db, { contestId, voterId: spy }, 100, () => 'neither')
    const attention = await db.selectFrom('attention').selectAll().orderBy('shuffle').execute()
    return {
      asked: handed
        .map((duel) =>
          duel?.pair
            .map((id) => names.get(id))
            .toSorted()
            .join(),
        )
        .toSorted(),
      attention: attention.map(({ duels }) => duels).reduce((sum, duels) => sum + duels, 0),
      firsts: attention.map(({ firsts }) => firsts).reduce((sum, firsts) => sum + firsts, 0),
    }
  }
  expect(await handedTo((first, second) => (first < second ? 'first' : 'second'))).toEqual(
    await handedTo(() => 'neither'),
  )
})

test('whence the answer to a duel came is noted with it', async () => {
  const db = await fileDatabase()
  const { contestId, designerIds } = await aDuelVote(db, 4)
  const key = { contestId, voterId: designerIds[0] ?? '' }
  await handNextDuel(db, key, DURING)
  const whence = { address: '192.0.2.7', device: null }
  expect(await answerDuel(db, { ...key, number: 1, answer: 'first', whence }, DURING)).toMatchObject({ ok: true })
  expect(await db.selectFrom('trace').select(['contestId', 'voterId']).execute()).toEqual([key])
})
