import { type Kysely, sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { deleteAccount } from '#app/accounts/delete-account.server.ts'
import { dismissStaff } from '#app/accounts/dismiss-staff.server.ts'
import { findContestFacts } from '#app/contests/contests.server.ts'
import { seatJuror } from '#app/contests/seat-juror.server.ts'
import { unseatJuror } from '#app/contests/unseat-juror.server.ts'
import { findCoDecision } from '#app/jury/docket.server.ts'
import { giveVerdict } from '#app/jury/give-verdict.server.ts'
import { findLadder } from '#app/jury/ladder.server.ts'
import { listPanelsOf } from '#app/jury/panels.server.ts'
import { signDecision } from '#app/jury/sign-decision.server.ts'
import type { Database } from '#db/schema.ts'
import { expectDone } from '../contests-in-phases.ts'
import { APPROVAL, aDecidedContest, aFrozenContest, type FrozenContest, judge, VETO } from '../decided-contests.ts'
import { freshDatabase } from '../fresh-database.ts'
import { aJuror, PASSWORD } from '../people.ts'

const NOW = new Date('2026-05-04T10:00:00.000Z')
const AFTER_THE_DUE_DATE = new Date('2026-05-10T10:00:00.000Z')
const LETTER = 'Nothing of what you chose can be made this year; here is why.'

let db: Kysely<Database>
let contest: FrozenContest

beforeEach(async () => {
  db = await freshDatabase()
  contest = await aFrozenContest(db, { now: NOW })
})
afterEach(() => db.destroy())

const sign = (different: { seen?: string; letter?: string; signerId?: string; now?: Date } = {}) => {
  const { seen = contest.entryIds[0], letter = '', signerId = contest.jurors[0].id, now = NOW } = different
  return signDecision(db, { contestId: contest.contestId, seen, letter, signerId }, now)
}
const refusedAs = (refusal: string) => ({ ok: false, refusal })
const decisions = () => db.selectFrom('decision').selectAll().execute()

async function coDecision(now = NOW) {
  const facts = await findContestFacts(db, { id: contest.contestId })
  if (!facts) throw new Error('The contest is gone.')
  return findCoDecision(db, facts, now)
}

describe('signing the decision', () => {
  test('freezes the ladder, names the winner past a vetoed leader, and the run is born with it', async () => {
    await judge(db, contest, [VETO, APPROVAL], NOW)
    const [, winner] = contest.entryIds
    const { runId } = expectDone(await sign({ seen: winner }))
    expect(await decisions()).toMatchObject([
      { outcome: 'winner', winnerEntryId: winner, signedBy: contest.jurors[0].id },
    ])
    const steps = await db.selectFrom('decisionStep').select(['place', 'finding', 'approvals', 'vetoes']).execute()
    expect(steps).toEqual([
      { place: 1, finding: 'vetoed', approvals: 0, vetoes: 2 },
      { place: 2, finding: 'wins', approvals: 2, vetoes: 0 },
      { place: 3, finding: 'not-reached', approvals: 0, vetoes: 0 },
    ])
    expect(await db.selectFrom('run').selectAll().execute()).toMatchObject([{ id: runId, entryId: winner }])
    const moves = await db.selectFrom('stageMove').select(['runId', 'toStage', 'movedBy']).execute()
    expect(moves).toEqual([{ runId, toStage: 'agreement', movedBy: null }])
    const kinds = await db.selectFrom('activity').select('kind').orderBy('id', 'desc').limit(2).execute()
    expect(kinds.map(({ kind }) => kind)).toEqual(['run-created', 'decision-signed'])
  })

  test('leaves nothing behind when the run cannot be born', async () => {
    await judge(db, contest, [APPROVAL], NOW)
    await sql`CREATE TRIGGER no_run BEFORE INSERT ON run BEGIN SELECT RAISE(ABORT, 'no run today'); END`.execute(db)
    await expect(sign()).rejects.toThrow('no run today')
    expect(await decisions()).toEqual([])
  })

  test('is refused from a page that shows another outcome', async () => {
    await judge(db, contest, [APPROVAL], NOW)
    expect(await sign({ seen: contest.entryIds[1] })).toEqual(refusedAs('ladder-changed'))
    expect(await sign({ seen: 'no-production', letter: LETTER })).toEqual(refusedAs('ladder-changed'))
    expect(await decisions()).toEqual([])
  })

  test('is refused while a verdict is missing, until the jury’s time is up', async () => {
    const verdict = { entryId: contest.entryIds[0], jurorId: contest.jurors[0].id, verdict: APPROVAL }
    await giveVerdict(db, verdict, NOW)
    expect(await sign()).toEqual(refusedAs('verdicts-missing'))
    const late = { seen: 'no-production', letter: LETTER, now: AFTER_THE_DUE_DATE }
    expect((await sign(late)).ok).toBe(true)
  })

  test('is done once', async () => {
    await judge(db, contest, [APPROVAL], NOW)
    expect((await sign()).ok).toBe(true)
    expect(await sign()).toEqual(refusedAs('already-decided'))
    expect(await decisions()).toHaveLength(1)
    expect(await db.selectFrom('run').selectAll().execute()).toHaveLength(1)
  })

  test('without a winner needs a letter of forty characters, and starts no run', async () => {
    await judge(db, contest, [VETO, VETO, VETO], NOW)
    expect(await sign({ seen: 'no-production', letter: 'Sorry.' })).toEqual(refusedAs('closing-letter-missing'))
    expect(await sign({ seen: 'no-production', letter: '👢'.repeat(39) })).toEqual(refusedAs('closing-letter-missing'))
    expect(expectDone(await sign({ seen: 'no-production', letter: LETTER })).runId).toBeNull()
    expect(await decisions()).toMatchObject([{ outcome: 'no-production', winnerEntryId: null, letter: LETTER }])
    expect(await db.selectFrom('run').selectAll().execute()).toEqual([])
  })

  test('is for a juror of this panel who was given the right to close', async () => {
    await judge(db, contest, [APPROVAL], NOW)
    for (const { id: signerId } of [contest.jurors[1], contest.admin, await aJuror(db), contest.designers[0]]) {
      expect(await sign({ signerId })).toEqual(refusedAs('may-not-close'))
    }
  })

  test('can be read afterwards and not edited: the database refuses every change', async () => {
    const { contestId, jurors } = await aDecidedContest(db, { now: NOW })
    await expect(db.updateTable('decision').set({ letter: 'Else.' }).execute()).rejects.toThrow('append-only')
    await expect(db.deleteFrom('decision').execute()).rejects.toThrow('append-only')
    await expect(db.updateTable('decisionStep').set({ vetoes: 1 }).execute()).rejects.toThrow('append-only')
    await expect(db.updateTable('verdict').set({ reason: '' }).execute()).rejects.toThrow()
    const ofPanel = db.deleteFrom('panelSeat').where('contestId', '=', contestId).where('jurorId', '=', jurors[0].id)
    await expect(ofPanel.execute()).rejects.toThrow('closed by the decision')
  })
})

describe('a juror who leaves before the decision', () => {
  const dismiss = (accountId: string) => dismissStaff(db, { accountId, role: 'juror', dismissedBy: null }, NOW)

  test('leaves an empty seat that does not lower the quorum, until another juror is seated and speaks', async () => {
    const [first, second] = contest.jurors
    const [entryId] = contest.entryIds
    await giveVerdict(db, { entryId, jurorId: first.id, verdict: APPROVAL }, NOW)
    expectDone(await deleteAccount(db, { accountId: second.id, password: PASSWORD, steps: [] }, NOW))
    expect((await coDecision()).rungs[0]).toMatchObject({ finding: 'awaiting', quorum: 2, missingJurors: 1 })
    expect(await sign()).toEqual(refusedAs('verdicts-missing'))

    const { contestId, admin } = contest
    expectDone(await unseatJuror(db, { contestId, jurorId: second.id, unseatedBy: admin.id }, NOW))
    expect((await coDecision()).rungs[0]).toMatchObject({ finding: 'awaiting', quorum: 2 })
    const { id: jurorId } = await aJuror(db)
    expectDone(await seatJuror(db, { contestId, jurorId, mayClose: false, seatedBy: admin.id }, NOW))
    await giveVerdict(db, { entryId, jurorId, verdict: APPROVAL }, NOW)
    expect(await coDecision()).toMatchObject({ outcome: 'winner', rungs: [{ approvals: 2, quorum: 2 }, {}, {}] })
    expect((await sign()).ok).toBe(true)
  })

  test('cannot make one approval of three enough', async () => {
    const three = await aFrozenContest(db, { now: NOW, jurors: 3, quorum: 3 })
    const [first, ...others] = three.jurors
    const [seen] = three.entryIds
    await giveVerdict(db, { entryId: seen, jurorId: first.id, verdict: APPROVAL }, NOW)
    for (const { id } of others) expectDone(await dismiss(id))
    const signing = { contestId: three.contestId, seen, letter: '', signerId: first.id }
    expect(await signDecision(db, signing, NOW)).toEqual(refusedAs('verdicts-missing'))
    expect(await signDecision(db, signing, AFTER_THE_DUE_DATE)).toEqual(refusedAs('ladder-changed'))
    expect(await decisions()).toEqual([])
  })

  test('leaves behind what they said: dismissing undoes no veto', async () => {
    const [first, second] = contest.jurors
    const [entryId] = contest.entryIds
    await giveVerdict(db, { entryId, jurorId: second.id, verdict: VETO }, NOW)
    await giveVerdict(db, { entryId, jurorId: first.id, verdict: APPROVAL }, NOW)
    expectDone(await dismiss(second.id))
    expect((await coDecision()).rungs[0]).toMatchObject({ finding: 'vetoed', vetoes: 1 })
  })

  test('has no say any more: no verdict, no signature, no ladder', async () => {
    const [first] = contest.jurors
    await judge(db, contest, [APPROVAL], NOW)
    expectDone(await dismiss(first.id))
    expect(await sign()).toEqual(refusedAs('may-not-close'))
    const verdict = { entryId: contest.entryIds[0], jurorId: first.id, verdict: VETO }
    expect(await giveVerdict(db, verdict, NOW)).toEqual(refusedAs('not-on-this-panel'))
    const facts = await findContestFacts(db, { id: contest.contestId })
    expect(facts && (await findLadder(db, { facts, viewer: { ...first, roles: [] } }, NOW))).toBeNull()
  })

  test('can be followed by another who may close', async () => {
    const [first, second] = contest.jurors
    await judge(db, contest, [APPROVAL], NOW)
    expectDone(await dismiss(first.id))
    const { contestId, admin } = contest
    expectDone(await seatJuror(db, { contestId, jurorId: second.id, mayClose: true, seatedBy: admin.id }, NOW))
    expect((await sign({ signerId: second.id })).ok).toBe(true)
  })
})

test('a juror finds the contests on whose panel they sit, and no others', async () => {
  const other = await aFrozenContest(db, { now: NOW })
  const panels = await listPanelsOf(db, other.jurors[1].id)
  expect(panels.map(({ contest: { id } }) => id)).toEqual([other.contestId])
})
