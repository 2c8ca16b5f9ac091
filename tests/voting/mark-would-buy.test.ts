import { expect, test } from 'vitest'
import { markWouldBuy } from '#app/voting/mark-would-buy.server.ts'
import { aPerson, aVote, DURING, VOTING_CLOSES, VOTING_OPENS } from '#db/seeds/a-vote.ts'
import { fileDatabase } from '../file-database.ts'

async function aBuyer() {
  const db = await fileDatabase()
  const vote = await aVote(db, { entries: 3 })
  const { contestId } = vote
  const voterId = await aPerson(db)
  const [entryId = ''] = vote.entryIds
  const say = (wouldBuy: boolean, now = DURING, more: Partial<{ voterId: string; entryId: string }> = {}) =>
    markWouldBuy(db, { contestId, voterId, entryId, wouldBuy, ...more }, now)
  const marks = () => db.selectFrom('buyMark').selectAll().execute()
  return { db, vote, say, marks }
}

test('“I’d buy it” needs no handing, is said once and can be taken back', async () => {
  const { db, say, marks } = await aBuyer()
  await Promise.all(Array.from({ length: 20 }, () => say(true)))
  expect(await marks()).toHaveLength(1)
  await Promise.all([say(false), say(false)])
  expect(await marks()).toEqual([])
  const record = await db.selectFrom('activity').select('kind').orderBy('id').execute()
  expect(record.map((activity) => activity.kind)).toEqual(['would-buy-marked', 'would-buy-unmarked'])
})

test('it is a mark of its own and no score', async () => {
  const { db, say } = await aBuyer()
  await say(true)
  expect(await db.selectFrom('score').selectAll().execute()).toEqual([])
  expect(await db.selectFrom('exposure').selectAll().execute()).toEqual([])
})

test('it is taken while voting is open and not a millisecond before or after', async () => {
  const { say } = await aBuyer()
  expect(await say(true, new Date(VOTING_OPENS.getTime() - 1))).toEqual({ ok: false, refusal: 'voting-not-begun' })
  expect(await say(true, VOTING_OPENS)).toMatchObject({ ok: true })
  expect(await say(false, VOTING_CLOSES)).toEqual({ ok: false, refusal: 'voting-over' })
})

test('designers do not mark their own work, staff mark nothing, and what is gone takes no mark', async () => {
  const { vote, say, marks } = await aBuyer()
  expect(await say(true, DURING, { voterId: vote.designerIds[0] ?? '' })).toEqual({ ok: false, refusal: 'own-entry' })
  expect(await say(true, DURING, { voterId: vote.adminId })).toEqual({ ok: false, refusal: 'staff-do-not-take-part' })
  expect(await say(true, DURING, { entryId: 'gone' })).toEqual({ ok: false, refusal: 'entry-gone' })
  expect(await marks()).toEqual([])
})
