import type { Kysely } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { listCases } from '#app/voting/desk/cases.server.ts'
import { confirmExclusion } from '#app/voting/desk/confirm-exclusion.server.ts'
import { proposeExclusion } from '#app/voting/desk/propose-exclusion.server.ts'
import { quarantineBallots } from '#app/voting/desk/quarantine-ballots.server.ts'
import { releaseBallots } from '#app/voting/desk/release-ballots.server.ts'
import type { Database } from '#db/schema.ts'
import { aPerson, DURING } from '#db/seeds/a-vote.ts'
import { freshDatabase } from '../../fresh-database.ts'
import { aStuffedVote, lookAndNote, type StuffedVote } from './a-desk.ts'

let db: Kysely<Database>
let vote: StuffedVote
let caseId: string
let jurorId: string

const REASON = 'Eight accounts of one evening, on one device.'

beforeEach(async () => {
  db = await freshDatabase()
  vote = await aStuffedVote(db)
  await lookAndNote(db, vote.contestId)
  caseId = (await listCases(db, vote.contestId)).find(({ state }) => state === 'quarantined')?.id ?? ''
  jurorId = await aPerson(db, { role: 'juror' })
  await db
    .insertInto('panelSeat')
    .values({ contestId: vote.contestId, jurorId, mayClose: 1, seatedBy: vote.adminId, seatedAt: DURING.toISOString() })
    .execute()
})
afterEach(() => db.destroy())

const by = (actorId: string, reason = REASON) => ({ contestId: vote.contestId, caseIds: [caseId], reason, actorId })
const stateOf = async () => (await listCases(db, vote.contestId)).find(({ id }) => id === caseId)?.state
const lastEvent = () =>
  db
    .selectFrom('ballotEvent')
    .select(['kind', 'pseudonym', 'entryId', 'value'])
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
const pseudonym = async () =>
  (await db.selectFrom('deskCase').select('pseudonym').where('id', '=', caseId).executeTakeFirstOrThrow()).pseudonym

test('one person proposes an exclusion, another confirms it, and only then is there an event', async () => {
  const before = await lastEvent()
  expect(await proposeExclusion(db, by(vote.adminId), DURING)).toMatchObject({ ok: true })
  expect(await lastEvent()).toEqual(before)
  expect(await stateOf()).toBe('exclusion-proposed')
  expect(await confirmExclusion(db, by(jurorId), DURING)).toMatchObject({ ok: true })
  expect(await lastEvent()).toEqual({ kind: 'exclusion', pseudonym: await pseudonym(), entryId: null, value: null })
  expect(await stateOf()).toBe('excluded')
})

test('who proposed cannot confirm, not even through the database', async () => {
  await proposeExclusion(db, by(vote.adminId), DURING)
  expect(await confirmExclusion(db, by(vote.adminId), DURING)).toEqual({ ok: false, refusal: 'second-person-needed' })
  const row = { caseId, kind: 'exclusion' as const, reason: REASON, doneAt: DURING.toISOString() }
  await expect(
    db
      .insertInto('deskAct')
      .values({ ...row, doneBy: vote.adminId })
      .execute(),
  ).rejects.toThrow('two people')
  expect(await stateOf()).toBe('exclusion-proposed')
})

test('nothing is excluded that was not proposed', async () => {
  expect(await confirmExclusion(db, by(jurorId), DURING)).toEqual({ ok: false, refusal: 'nothing-proposed' })
  const row = { caseId, kind: 'exclusion' as const, reason: REASON, doneAt: DURING.toISOString() }
  await expect(
    db
      .insertInto('deskAct')
      .values({ ...row, doneBy: jurorId })
      .execute(),
  ).rejects.toThrow('two people')
})

test('one person’s word releases, also what another wanted excluded, and the proposal is gone', async () => {
  await proposeExclusion(db, by(vote.adminId), DURING)
  expect(await releaseBallots(db, by(jurorId), DURING)).toMatchObject({ ok: true })
  expect(await lastEvent()).toMatchObject({ kind: 'release', pseudonym: await pseudonym() })
  expect(await confirmExclusion(db, by(jurorId), DURING)).toEqual({ ok: false, refusal: 'nothing-proposed' })
})

test('a released ballot can be put aside again by hand, with a reason', async () => {
  expect(await quarantineBallots(db, by(vote.adminId), DURING)).toEqual({ ok: false, refusal: 'already-in-quarantine' })
  await releaseBallots(db, by(vote.adminId), DURING)
  expect(await quarantineBallots(db, by(vote.adminId), DURING)).toMatchObject({ ok: true })
  expect(await lastEvent()).toMatchObject({ kind: 'quarantine' })
})

test('an exclusion is final, for verbs and for the database', async () => {
  await proposeExclusion(db, by(vote.adminId), DURING)
  await confirmExclusion(db, by(jurorId), DURING)
  for (const verb of [releaseBallots, quarantineBallots, proposeExclusion, confirmExclusion])
    expect(await verb(db, by(vote.adminId), DURING)).toEqual({ ok: false, refusal: 'ballot-excluded' })
  const row = { caseId, kind: 'release' as const, reason: REASON, doneBy: jurorId, doneAt: DURING.toISOString() }
  await expect(db.insertInto('deskAct').values(row).execute()).rejects.toThrow('final')
})

test('who is neither admin nor on this panel has no word at the desk', async () => {
  const strangers = [await aPerson(db), await aPerson(db, { role: 'juror' }), vote.boughtIds[0] ?? '']
  for (const actorId of strangers)
    for (const verb of [releaseBallots, quarantineBallots, proposeExclusion, confirmExclusion])
      expect(await verb(db, by(actorId), DURING)).toEqual({ ok: false, refusal: 'not-at-this-desk' })
})

test('what was ruled cannot be changed or taken back in the table', async () => {
  await expect(db.updateTable('deskAct').set({ reason: 'Another reason, much better.' }).execute()).rejects.toThrow(
    'append-only',
  )
  await expect(db.deleteFrom('deskAct').execute()).rejects.toThrow('append-only')
  await expect(db.deleteFrom('suspicion').execute()).rejects.toThrow('append-only')
})

test('the public log has the number of the case and the reason, and neither voter nor entry', async () => {
  await proposeExclusion(db, by(vote.adminId), DURING)
  const line = await db
    .selectFrom('activity')
    .selectAll()
    .where('kind', '=', 'exclusion-proposed')
    .executeTakeFirstOrThrow()
  expect(line).toMatchObject({ actorId: vote.adminId, entryId: null, subjectId: null })
  expect(JSON.parse(line.particulars)).toEqual({ number: expect.any(Number), reason: REASON })
})

test('a cancelled contest has no desk', async () => {
  await db
    .insertInto('cancellation')
    .values({ contestId: vote.contestId, reason: REASON, cancelledBy: vote.adminId, cancelledAt: DURING.toISOString() })
    .execute()
  expect(await releaseBallots(db, by(vote.adminId), DURING)).toEqual({ ok: false, refusal: 'desk-closed' })
})
