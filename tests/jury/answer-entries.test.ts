import type { Kysely } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { findContestFacts } from '#app/contests/contests.server.ts'
import { ANSWERED_TOGETHER_MAX, answerSchema, answersDueAt } from '#app/jury/answer.ts'
import { answerEntries } from '#app/jury/answer-entries.server.ts'
import { findResult } from '#app/jury/result.server.ts'
import type { Database } from '#db/schema.ts'
import { expectDone } from '../contests-in-phases.ts'
import { APPROVAL, aDecidedContest, aFrozenContest, type DecidedContest, VETO } from '../decided-contests.ts'
import { freshDatabase } from '../fresh-database.ts'

const NOW = new Date('2026-05-04T10:00:00.000Z')
const REASON = 'We loved the colours, and the last would not survive a winter.'

let db: Kysely<Database>
let contest: DecidedContest

beforeEach(async () => {
  db = await freshDatabase()
  contest = await aDecidedContest(db, { now: NOW, verdicts: [VETO, APPROVAL] })
})
afterEach(() => db.destroy())

type Kind = Parameters<typeof answerEntries>[1]['kind']
const answer = (kind: Kind, ...entryIds: string[]) => {
  const { contestId, admin } = contest
  return answerEntries(db, { contestId, entryIds, kind, reason: REASON, answeredBy: admin.id }, NOW)
}
const answers = () => db.selectFrom('brandAnswer').select(['entryId', 'kind']).execute()
const refusedAs = (refusal: string) => ({ ok: false, refusal })

async function result(viewer = null) {
  const facts = await findContestFacts(db, { id: contest.contestId })
  return facts ? findResult(db, { facts, viewer }, NOW) : null
}

test('an answer stands beside its entry in the public result', async () => {
  const [vetoed, winner, third] = contest.entryIds
  expectDone(await answer('vetoed', vetoed))
  expectDone(await answer('in-production', winner))
  const lines = (await result())?.lines
  expect(lines?.map((line) => line.answer?.kind ?? null)).toEqual(['vetoed', 'in-production', null])
  expect(lines?.[2]?.entry.id).toBe(third)
})

test('one reason may answer several entries, each with a row of its own in the record', async () => {
  contest = await aDecidedContest(db, { now: NOW, entries: 4 })
  const [, second, third = '', fourth = ''] = contest.entryIds
  expect(expectDone(await answer('not-selected', second, third, fourth, fourth))).toEqual({ answered: 3 })
  const rows = await db.selectFrom('activity').select('entryId').where('kind', '=', 'entry-answered').execute()
  expect(rows).toHaveLength(3)
})

test('an entry is answered once, and of several none when one was answered', async () => {
  const [, , third = ''] = contest.entryIds
  expectDone(await answer('not-selected', third))
  expect(await answer('runner-up', third)).toEqual(refusedAs('already-answered'))
  expect(await answer('vetoed', contest.entryIds[0], third)).toEqual(refusedAs('already-answered'))
  expect(await answers()).toHaveLength(1)
})

test('an answer does not contradict the decision', async () => {
  const [vetoed, winner, third = ''] = contest.entryIds
  const contradictions: [Kind, string[]][] = [
    ['in-production', [third]],
    ['not-selected', [winner]],
    ['in-production', [winner, third]],
    ['vetoed', [third]],
    ['vetoed', [vetoed, third]],
  ]
  for (const [kind, entryIds] of contradictions) {
    expect(await answer(kind, ...entryIds)).toEqual(refusedAs('answer-contradicts-decision'))
  }
  expect(await answers()).toEqual([])
})

test('an answer needs a decision and an entry of this contest', async () => {
  const other = await aDecidedContest(db, { now: NOW })
  expect(await answer('not-selected', other.entryIds[1])).toEqual(refusedAs('no-such-entry'))
  const undecided = await aFrozenContest(db, { now: NOW })
  const early = { contestId: undecided.contestId, entryIds: [undecided.entryIds[1]], reason: REASON } as const
  expect(await answerEntries(db, { ...early, kind: 'not-now', answeredBy: undecided.admin.id }, NOW)).toEqual(
    refusedAs('not-decided-yet'),
  )
})

test('answers are due the contest’s days after the close', () => {
  const due = answersDueAt({ votingClosesAt: '2026-03-30T18:00:00.000Z', answerDays: 30 })
  expect(due.toISOString()).toBe('2026-04-29T18:00:00.000Z')
})

test('the form takes one tick or many, each once, and not everybody', () => {
  const form = { kind: 'not-now', reason: REASON }
  expect(answerSchema.parse({ ...form, entries: 'a' }).entries).toEqual(['a'])
  expect(answerSchema.parse({ ...form, entries: ['a', 'b', 'a'] }).entries).toEqual(['a', 'b'])
  const crowd = Array.from({ length: ANSWERED_TOGETHER_MAX + 1 }, (_, index) => String(index))
  for (const entries of [undefined, crowd]) expect(answerSchema.safeParse({ ...form, entries }).success).toBe(false)
  expect(answerSchema.safeParse({ ...form, entries: 'a', reason: 'Short.' }).success).toBe(false)
})

test('the result is nobody’s before the decision and everybody’s after it, with names, reasons and run', async () => {
  const undecided = await aFrozenContest(db, { now: NOW })
  const facts = await findContestFacts(db, { id: undecided.contestId })
  for (const viewer of [null, undecided.admin, undecided.jurors[0]]) {
    expect(facts && (await findResult(db, { facts, viewer }, NOW))).toBeNull()
  }
  const published = await result()
  expect(published).toMatchObject({ outcome: 'winner', signerName: 'Juror 1', runId: contest.runId })
  expect(published?.lines.map(({ finding }) => finding)).toEqual(['vetoed', 'wins', 'not-reached'])
  expect(published?.lines[1]?.entry.authors).toMatchObject([{ name: 'Designer 2' }])
  expect(published?.lines[0]?.verdicts).toMatchObject([
    { jurorName: 'Juror 1', kind: 'veto', reason: VETO.reason },
    { jurorName: 'Juror 2' },
  ])
  expect(published?.tally).toMatchObject({ countedBallots: 2, ballots: 2, scores: 6 })
  expect(published?.freeze.nonce).toHaveLength(64)
})

test('an entry taken down after the close keeps its place in the result, without its picture', async () => {
  const entryId = contest.entryIds[2] ?? ''
  const takenDown = { entryId, reason: 'Copied.', takenDownBy: contest.admin.id, takenDownAt: NOW.toISOString() }
  await db.insertInto('takedown').values(takenDown).execute()
  const line = (await result())?.lines[2]
  expect(line).toMatchObject({ standing: { place: 3 }, entry: { id: entryId, picture: null } })
})
