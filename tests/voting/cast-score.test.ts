import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { Score } from '#app/voting/ballot.ts'
import { castScore } from '#app/voting/cast-score.server.ts'
import { closeVoting } from '#app/voting/close-voting.server.ts'
import { handNextEntry } from '#app/voting/hand-next-entry.server.ts'
import type { Whence } from '#app/voting/trace.ts'
import { aPerson, aVote, DURING, JUST_BEFORE, VOTING_CLOSES, VOTING_OPENS } from '#db/seeds/a-vote.ts'
import { fileDatabase } from '../file-database.ts'

async function aVoterWithAnEntry() {
  const db = await fileDatabase()
  const vote = await aVote(db, { entries: 6 })
  const voterId = await aPerson(db)
  const { contestId } = vote
  const handed = await handNextEntry(db, { contestId, voterId }, DURING)
  if (!handed.ok || !handed.value.entryId) throw new Error('nothing was handed')
  const { entryId } = handed.value
  const cast = (
    value: Score,
    now = DURING,
    more: Partial<{ entryId: string; voterId: string; contestId: string; whence: Whence }> = {},
  ) => castScore(db, { contestId, voterId, entryId, value, ...more }, now)
  const rows = () => db.selectFrom('score').selectAll().execute()
  return { db, vote, contestId, voterId, entryId, cast, rows }
}

test('a first score is kept with its time and hands the next entry in the same transaction', async () => {
  const { db, cast, rows, entryId, voterId } = await aVoterWithAnEntry()
  const outcome = await cast(4)
  if (!outcome.ok) throw new Error(outcome.refusal)
  expect(outcome.value.what).toBe('first')
  expect(outcome.value.entryId).not.toBe(entryId)
  const at = DURING.toISOString()
  expect(await rows()).toMatchObject([{ entryId, voterId, value: 4, castAt: at, changedAt: at }])
  const exposures = await db.selectFrom('exposure').select('entryId').where('voterId', '=', voterId).execute()
  expect(exposures.map((exposure) => exposure.entryId).sort()).toEqual([entryId, outcome.value.entryId].sort())
})

test('a score can be changed until the close and keeps the time it was first cast', async () => {
  const { cast, rows } = await aVoterWithAnEntry()
  await cast(4)
  expect(await cast(1, JUST_BEFORE)).toMatchObject({ ok: true, value: { what: 'changed' } })
  expect(await rows()).toMatchObject([{ value: 1, castAt: DURING.toISOString(), changedAt: JUST_BEFORE.toISOString() }])
})

test('two hundred identical posts at once leave one row, all are answered well, and one thing happened', async () => {
  const { db, cast, rows } = await aVoterWithAnEntry()
  const outcomes = await Promise.all(Array.from({ length: 200 }, () => cast(3)))
  expect(outcomes.every((outcome) => outcome.ok)).toBe(true)
  expect(new Set(outcomes.map((outcome) => (outcome.ok ? outcome.value.entryId : null))).size).toBe(1)
  expect(await rows()).toMatchObject([{ value: 3 }])
  expect(await db.selectFrom('ballotEvent').select('kind').execute()).toEqual([{ kind: 'score' }])
  expect(await db.selectFrom('exposure').select('entryId').execute()).toHaveLength(2)
})

test('two hundred different posts at once leave one row with one of the values', async () => {
  const { cast, rows } = await aVoterWithAnEntry()
  const outcomes = await Promise.all(
    Array.from({ length: 200 }, (_, index) => cast(([0, 1, 2, 3, 4, 5] as const)[index % 6] ?? 0)),
  )
  expect(outcomes.every((outcome) => outcome.ok)).toBe(true)
  expect(await rows()).toHaveLength(1)
})

test('a score in the last millisecond is in; one at the closing millisecond is out, without a trace', async () => {
  const { db, cast, rows } = await aVoterWithAnEntry()
  expect(await cast(5, VOTING_CLOSES)).toEqual({ ok: false, refusal: 'voting-over' })
  expect(await rows()).toEqual([])
  expect(await db.selectFrom('ballotEvent').select('kind').execute()).toEqual([])
  expect(await cast(5, JUST_BEFORE)).toMatchObject({ ok: true })
  expect(await rows()).toHaveLength(1)
})

test('scores that race the count are either in it or refused, never half', async () => {
  const { db, contestId, cast, rows } = await aVoterWithAnEntry()
  const posts: Promise<unknown>[] = []
  for (let round = 0; round < 20; round += 1) posts.push(cast(2, JUST_BEFORE))
  // Works that write together begin at the end of this turn of the event loop.
  await new Promise(setImmediate)
  const freezing = closeVoting(db, { contestId }, VOTING_CLOSES)
  const late = Array.from({ length: 20 }, () => cast(5, JUST_BEFORE))
  await Promise.all(posts)
  expect(await freezing).toMatchObject({ ok: true, value: { now: true } })
  // Some may have come before the freeze; of those the last is what stands.
  const over = { ok: false, refusal: 'voting-over' }
  const outcomes = await Promise.all(late)
  for (const outcome of outcomes.filter(({ ok }) => !ok)) expect(outcome).toEqual(over)
  expect(await cast(3, JUST_BEFORE)).toEqual(over)
  expect(await rows()).toMatchObject([{ value: outcomes.some(({ ok }) => ok) ? 5 : 2 }])
  const events = await db.selectFrom('ballotEvent').select(['sequence', 'value']).orderBy('sequence').execute()
  const freeze = await db.selectFrom('freeze').select('sequence').executeTakeFirstOrThrow()
  expect(events.at(-1)).toEqual({ sequence: freeze.sequence, value: (await rows())[0]?.value })
})

test('a direct link never takes a score: what the queue did not hand to this voter is refused', async () => {
  const { db, vote, cast, rows, entryId } = await aVoterWithAnEntry()
  const other = vote.entryIds.find((id) => id !== entryId) ?? ''
  expect(await cast(5, DURING, { entryId: other })).toEqual({ ok: false, refusal: 'not-handed' })
  const friend = await aPerson(db)
  expect(await cast(5, DURING, { voterId: friend })).toEqual({ ok: false, refusal: 'not-handed' })
  expect(await rows()).toEqual([])
})

test('an entry of another contest, one that is gone and a contest that is not there are refused', async () => {
  const { db, cast, vote, entryId, rows } = await aVoterWithAnEntry()
  const elsewhere = await aVote(db, { entries: 1 })
  expect(await cast(5, DURING, { entryId: elsewhere.entryIds[0] ?? '' })).toEqual({ ok: false, refusal: 'entry-gone' })
  expect(await cast(5, DURING, { contestId: elsewhere.contestId })).toEqual({ ok: false, refusal: 'entry-gone' })
  expect(await cast(5, DURING, { contestId: 'nowhere' })).toEqual({ ok: false, refusal: 'contest-not-found' })
  const at = DURING.toISOString()
  await db
    .insertInto('takedown')
    .values({ entryId, reason: 'copied', takenDownBy: vote.adminId, takenDownAt: at })
    .execute()
  expect(await cast(5)).toEqual({ ok: false, refusal: 'entry-gone' })
  expect(await rows()).toEqual([])
})

test('nobody scores their own work or work they helped with', async () => {
  const { db, vote, cast, entryId, voterId } = await aVoterWithAnEntry()
  const own = vote.entryIds[2] ?? ''
  expect(await cast(5, DURING, { entryId: own, voterId: vote.designerIds[2] ?? '' })).toEqual({
    ok: false,
    refusal: 'own-entry',
  })
  const at = DURING.toISOString()
  await db
    .insertInto('collaborator')
    .values({ entryId, accountId: voterId, invitedAt: at, acceptedAt: at, declinedAt: null })
    .execute()
  expect(await cast(5)).toEqual({ ok: false, refusal: 'own-entry' })
})

test('staff, unconfirmed and deleted accounts are refused inside the transaction, whatever the page thought', async () => {
  const { db, cast, voterId, vote } = await aVoterWithAnEntry()
  const unconfirmed = await aPerson(db, { confirmed: false })
  expect(await cast(5, DURING, { voterId: unconfirmed })).toEqual({ ok: false, refusal: 'email-not-confirmed' })
  expect(await cast(5, DURING, { voterId: vote.adminId })).toEqual({ ok: false, refusal: 'staff-do-not-take-part' })
  expect(await cast(5, DURING, { voterId: 'nobody' })).toEqual({ ok: false, refusal: 'contest-not-found' })
  const at = DURING.toISOString()
  await db
    .insertInto('roleGrant')
    .values({ accountId: voterId, role: 'juror', grantedBy: null, grantedAt: at })
    .execute()
  expect(await cast(5)).toEqual({ ok: false, refusal: 'staff-do-not-take-part' })
})

test('before voting opens nothing is handed and nothing scored', async () => {
  const { db, contestId, cast } = await aVoterWithAnEntry()
  const before = new Date(VOTING_OPENS.getTime() - 1)
  expect(await cast(5, before)).toEqual({ ok: false, refusal: 'voting-not-begun' })
  const voterId = await aPerson(db)
  expect(await handNextEntry(db, { contestId, voterId }, before)).toEqual({ ok: false, refusal: 'voting-not-begun' })
})

test('who scored what is not among what happened, where names are: the record of the vote knows pseudonyms only', async () => {
  const { db, cast, voterId } = await aVoterWithAnEntry()
  await cast(5)
  await cast(2)
  expect(await db.selectFrom('activity').select('kind').where('actorId', '=', voterId).execute()).toEqual([])
  const events = await db.selectFrom('ballotEvent').selectAll().execute()
  expect(events.map(({ kind, value }) => [kind, value])).toEqual([
    ['score', 5],
    ['change', 2],
  ])
  expect(JSON.stringify(events)).not.toContain(voterId)
})

test('whence a score came is noted with it: neither is kept without the other', async () => {
  const { db, cast, rows, voterId } = await aVoterWithAnEntry()
  const whence = { address: '192.0.2.7', device: null }
  const traces = () => db.selectFrom('trace').select(['voterId', 'notedAt']).execute()
  await sql`CREATE TRIGGER trace_is_full BEFORE INSERT ON trace BEGIN SELECT RAISE(ABORT, 'full'); END`.execute(db)
  await expect(cast(4, DURING, { whence })).rejects.toThrow('full')
  expect(await rows()).toEqual([])
  await sql`DROP TRIGGER trace_is_full`.execute(db)
  expect(await cast(4, DURING, { whence })).toMatchObject({ ok: true })
  expect(await traces()).toEqual([{ voterId, notedAt: DURING.toISOString() }])
  expect(await rows()).toMatchObject([{ voterId, value: 4 }])
})
