import type { Kysely } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { destroyBallotKeysOfLeaver } from '#app/voting/destroy-ballot-keys-of-leaver.server.ts'
import { noteTrace } from '#app/voting/note-trace.server.ts'
import { sweepTraces } from '#app/voting/sweep-traces.server.ts'
import { TRACE_DAYS_MOST } from '#app/voting/trace.ts'
import { writing } from '#db/database.server.ts'
import type { Database } from '#db/schema.ts'
import { type AVote, aPerson, aVote, DURING, VOTING_CLOSES } from '#db/seeds/a-vote.ts'
import { freshDatabase } from '../fresh-database.ts'

const DAY_MS = 86_400_000
const HOME = { address: '203.0.113.7', device: 'AAAAAAAAAAAAAAAAAAAAAA' }

let db: Kysely<Database>
let vote: AVote
let voterId: string

beforeEach(async () => {
  db = await freshDatabase()
  vote = await aVote(db, { entries: 3 })
  voterId = await aPerson(db)
})
afterEach(() => db.destroy())

const note = (more: object = {}) => noteTrace(db, { contestId: vote.contestId, voterId, ...HOME, ...more }, DURING)
const traces = () => db.selectFrom('trace').selectAll().execute()

test('a place is kept once, as hashes that are the same for all who come from it and tell nobody where it is', async () => {
  const other = await aPerson(db)
  await note()
  await note()
  await note({ voterId: other })
  const kept = await traces()
  expect(kept).toHaveLength(2)
  expect(new Set(kept.map(({ addressHash }) => addressHash)).size).toBe(1)
  expect(new Set(kept.map(({ deviceHash }) => deviceHash)).size).toBe(1)
  for (const secret of [HOME.address, HOME.device]) expect(JSON.stringify(kept)).not.toContain(secret)
})

test('another address or another device is a trace more, and no cookie is no device', async () => {
  await note()
  await note({ address: '2001:db8:1:2::/64' })
  await note({ device: null })
  expect(await traces()).toHaveLength(3)
  expect((await traces()).filter(({ deviceHash }) => deviceHash === '')).toHaveLength(1)
})

test('the same place has other hashes in another contest', async () => {
  const { contestId } = await aVote(db, { entries: 2 })
  await note()
  await note({ contestId })
  const [one, two] = await traces()
  expect(one?.addressHash).not.toBe(two?.addressHash)
})

test('traces and their secret go with the decision, with a cancellation, or too long after the close; not before', async () => {
  await note()
  const last = new Date(VOTING_CLOSES.getTime() + TRACE_DAYS_MOST * DAY_MS)
  expect(await sweepTraces(db, last)).toEqual([])
  expect(await traces()).toHaveLength(1)
  expect(await sweepTraces(db, new Date(last.getTime() + 1))).toEqual([vote.contestId])
  expect(await traces()).toEqual([])
  expect(await db.selectFrom('traceKey').selectAll().execute()).toEqual([])
})

test('a cancelled contest keeps none', async () => {
  await note()
  await db
    .insertInto('cancellation')
    .values({ contestId: vote.contestId, reason: 'x', cancelledBy: vote.adminId, cancelledAt: DURING.toISOString() })
    .execute()
  expect(await sweepTraces(db, DURING)).toEqual([vote.contestId])
  expect(await traces()).toEqual([])
})

test('who deletes their account takes their traces along', async () => {
  await note()
  await note({ voterId: await aPerson(db) })
  await writing(db, (trx) => destroyBallotKeysOfLeaver(trx, { accountId: voterId }, DURING))
  expect((await traces()).map((trace) => trace.voterId)).not.toContain(voterId)
  expect(await traces()).toHaveLength(1)
})
