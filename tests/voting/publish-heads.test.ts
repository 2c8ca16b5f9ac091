import { expect, test } from 'vitest'
import { appendEvent } from '#app/voting/append-event.server.ts'
import { publishDueHeads, publishHead } from '#app/voting/publish-heads.server.ts'
import { untilNextHourMs } from '#app/voting/published-head.ts'
import { findHeadsPage, findLastPublishedHead, HEADS_ON_A_PAGE } from '#app/voting/published-heads.server.ts'
import { writing } from '#db/database.server.ts'
import { aVote } from '#db/seeds/a-vote.ts'
import { writingTogether } from '#db/write-together.server.ts'
import { fileDatabase } from '../file-database.ts'

const at = (time: string) => new Date(`2026-03-25T${time}Z`)

async function aRunningVote() {
  const db = await fileDatabase()
  const { contestId, entryIds } = await aVote(db, { entries: 2 })
  const happens = (time: string) =>
    writingTogether(db, (statements) =>
      appendEvent(
        statements,
        { contestId, kind: 'score', pseudonym: 'a'.repeat(32), entryId: entryIds[0] ?? '', value: 3 },
        at(time),
      ),
    )
  const heads = async () =>
    (await findHeadsPage(db, { contestId, page: 1 })).heads.map(({ sequence, publishedAt }) => [sequence, publishedAt])
  return { db, contestId, happens, heads }
}

test('the head is published at the first full hour after something happened, once however often one looks', async () => {
  const { db, contestId, happens, heads } = await aRunningVote()
  expect(await publishDueHeads(db, at('10:00:00'))).toEqual([])
  await happens('10:59:59')
  expect(await publishDueHeads(db, at('10:59:59.999'))).toEqual([])
  expect(await Promise.all([11, 11, 11].map(() => publishDueHeads(db, at('11:00:00'))))).toEqual([[contestId], [], []])
  await happens('11:00:01')
  expect(await publishDueHeads(db, at('11:59:59'))).toEqual([])
  await publishDueHeads(db, at('12:00:00'))
  expect(await heads()).toEqual([
    [2, '2026-03-25T12:00:00.000Z'],
    [1, '2026-03-25T11:00:00.000Z'],
  ])
})

test('an hour in which nothing happened publishes nothing', async () => {
  const { db, happens, heads } = await aRunningVote()
  await happens('10:10:00')
  for (const hour of [11, 12, 13]) await publishDueHeads(db, at(`${hour}:00:00`))
  expect(await heads()).toHaveLength(1)
})

test('what was missed in a pause is published as soon as somebody is back, and covers all until then', async () => {
  const { db, happens, heads } = await aRunningVote()
  for (const time of ['10:10:00', '12:30:00', '15:05:00']) await happens(time)
  await publishDueHeads(db, at('15:20:00'))
  await publishDueHeads(db, at('15:40:00'))
  expect(await heads()).toEqual([[3, '2026-03-25T15:20:00.000Z']])
})

test('a head is the hash of the event it names, and is published once and for good', async () => {
  const { db, contestId, happens } = await aRunningVote()
  await writing(db, (trx) => publishHead(trx, { contestId }, at('10:00:00')))
  expect(await findLastPublishedHead(db, contestId)).toBeUndefined()
  await happens('10:10:00')
  for (const time of ['10:20:00', '10:30:00']) await writing(db, (trx) => publishHead(trx, { contestId }, at(time)))
  const { hash } = await db.selectFrom('ballotEvent').select('hash').executeTakeFirstOrThrow()
  expect(await findLastPublishedHead(db, contestId)).toEqual({
    sequence: 1,
    hash,
    publishedAt: '2026-03-25T10:20:00.000Z',
  })
  await expect(db.deleteFrom('publishedHead').execute()).rejects.toThrow('append-only')
  await expect(
    db
      .updateTable('publishedHead')
      .set({ hash: '0'.repeat(64) })
      .execute(),
  ).rejects.toThrow('append-only')
})

test('heads of one contest are not those of another, and many come in pages', async () => {
  const { db, contestId, happens } = await aRunningVote()
  const other = await aVote(db, { entries: 1 })
  for (let minute = 0; minute < HEADS_ON_A_PAGE + 1; minute += 1) {
    await happens('10:10:00')
    await writing(db, (trx) => publishHead(trx, { contestId }, at('10:20:00')))
  }
  expect(await findHeadsPage(db, { contestId, page: 9 })).toMatchObject({ heads: [{ sequence: 1 }], page: 2, pages: 2 })
  expect(await findHeadsPage(db, { contestId: other.contestId, page: 1 })).toEqual({ heads: [], page: 1, pages: 1 })
})

test('the next look is at the full hour', () => {
  expect(untilNextHourMs(at('10:59:59.990'))).toBe(10)
  expect(untilNextHourMs(at('11:00:00'))).toBe(3_600_000)
})
