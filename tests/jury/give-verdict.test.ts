import type { Kysely } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { appointStaff } from '#app/accounts/appoint-staff.server.ts'
import { findContestFacts } from '#app/contests/contests.server.ts'
import { findDocketEntry } from '#app/jury/docket-entry.server.ts'
import { giveVerdict } from '#app/jury/give-verdict.server.ts'
import { findLadder } from '#app/jury/ladder.server.ts'
import { findLightTable } from '#app/jury/light-table.server.ts'
import { verdictSchema } from '#app/jury/verdict.ts'
import type { Database } from '#db/schema.ts'
import { expectDone } from '../contests-in-phases.ts'
import { APPROVAL, aDecidedContest, aFrozenContest, type FrozenContest, VETO } from '../decided-contests.ts'
import { freshDatabase } from '../fresh-database.ts'
import { aJuror, aMember, type TestPerson } from '../people.ts'

const NOW = new Date('2026-05-04T10:00:00.000Z')

let db: Kysely<Database>
let contest: FrozenContest

beforeEach(async () => {
  db = await freshDatabase()
  contest = await aFrozenContest(db, { now: NOW })
})
afterEach(() => db.destroy())

async function facts() {
  const found = await findContestFacts(db, { id: contest.contestId })
  if (!found) throw new Error('The contest is gone.')
  return found
}

const verdicts = () => db.selectFrom('verdict').select(['jurorId', 'kind', 'code', 'reason']).orderBy('id').execute()
const say = (juror: { id: string }, verdict = APPROVAL, entryId = contest.entryIds[0], now = NOW) =>
  giveVerdict(db, { entryId, jurorId: juror.id, verdict }, now)

/** Joined as a member, entered, and was made a juror afterwards. */
/** Nobody is seated whose work stands, but a seat of old is found again by who was dismissed, entered, and was appointed anew. */
async function seat(person: TestPerson): Promise<TestPerson> {
  expectDone(await appointStaff(db, { accountId: person.id, role: 'juror', grantedBy: null }, NOW))
  const { contestId, admin } = contest
  const seated = { seatedBy: admin.id, seatedAt: NOW.toISOString() }
  await db
    .insertInto('panelSeat')
    .values({ contestId, jurorId: person.id, mayClose: 0, ...seated })
    .execute()
  return { ...person, roles: ['juror'] }
}

describe('a verdict', () => {
  test('may be given again, and the last one stands', async () => {
    const [juror] = contest.jurors
    await say(juror, VETO)
    await say(juror, APPROVAL)
    expect((await verdicts()).map(({ kind }) => kind)).toEqual(['veto', 'approve'])
    const table = await findLightTable(db, { facts: await facts(), viewer: juror }, NOW)
    expect(table?.[0]?.mine?.kind).toBe('approve')
    expect(table?.[0]?.heard).toBe(1)
  })

  test('said twice in the same words is said once', async () => {
    await say(contest.jurors[0], VETO)
    expect((await say(contest.jurors[0], VETO)).ok).toBe(true)
    expect(await verdicts()).toHaveLength(1)
  })

  test('is recorded with its ground, in the same transaction', async () => {
    await say(contest.jurors[0], VETO)
    const [happened] = await db.selectFrom('activity').selectAll().where('kind', '=', 'verdict-given').execute()
    expect(happened).toMatchObject({ actorId: contest.jurors[0].id, entryId: contest.entryIds[0] })
    expect(JSON.parse(happened?.particulars ?? '')).toEqual({ kind: 'veto', code: 'cannot-be-made' })
  })

  test('is refused to jurors of other panels, to members and to admins', async () => {
    for (const person of [await aJuror(db), await aMember(db), contest.admin]) {
      expect(await say(person)).toEqual({ ok: false, refusal: 'not-on-this-panel' })
    }
    expect(await verdicts()).toEqual([])
  })

  test('is refused for an entry that nobody counted', async () => {
    expect(await say(contest.jurors[0], APPROVAL, 'no-entry')).toEqual({ ok: false, refusal: 'no-such-entry' })
  })

  test('is refused once the decision is signed, by the verb and by the database', async () => {
    const decided = await aDecidedContest(db, { now: NOW })
    const [entryId] = decided.entryIds
    const jurorId = decided.jurors[0].id
    expect(await giveVerdict(db, { entryId, jurorId, verdict: VETO }, NOW)).toEqual({
      ok: false,
      refusal: 'jury-not-sitting',
    })
    const row = { contestId: decided.contestId, entryId, jurorId, ...VETO, givenAt: NOW.toISOString() }
    await expect(db.insertInto('verdict').values(row).execute()).rejects.toThrow('closed by the decision')
  })

  test('on one’s own work, or a work one had a hand in, is refused', async () => {
    const hand = await aMember(db)
    contest = await aFrozenContest(db, { now: NOW, collaborators: [hand] })
    for (const maker of [contest.designers[0], hand]) {
      const juror = await seat(maker)
      expect(await say(juror)).toEqual({ ok: false, refusal: 'recused' })
      expect((await say(juror, APPROVAL, contest.entryIds[1])).ok).toBe(true)
    }
  })
})

describe('the light table', () => {
  test('names no author before the decision, anywhere', async () => {
    const [juror] = contest.jurors
    await say(juror)
    const asked = { facts: await facts(), viewer: juror }
    const seen = JSON.stringify([
      await findLightTable(db, asked, NOW),
      await findDocketEntry(db, { ...asked, entryId: contest.entryIds[0] }, NOW),
      await findLadder(db, asked, NOW),
    ])
    for (const { id, name, handle } of contest.designers) {
      for (const trace of [id, name, handle]) expect(seen).not.toContain(trace)
    }
  })

  test('lies in the order of the crowd', async () => {
    const table = await findLightTable(db, { facts: await facts(), viewer: contest.jurors[0] }, NOW)
    expect(table?.map(({ entry }) => entry.id)).toEqual(contest.entryIds)
  })

  test('is closed to who is not on the panel, and an admin is not', async () => {
    for (const viewer of [contest.admin, await aJuror(db)]) {
      expect(await findLightTable(db, { facts: await facts(), viewer }, NOW)).toBeNull()
      expect(await findLadder(db, { facts: await facts(), viewer }, NOW)).toBeNull()
    }
  })

  test('no longer shows what was taken down', async () => {
    const entryId = contest.entryIds[1]
    const takenDown = { entryId, reason: 'Copied.', takenDownBy: contest.admin.id, takenDownAt: NOW.toISOString() }
    await db.insertInto('takedown').values(takenDown).execute()
    const table = await findLightTable(db, { facts: await facts(), viewer: contest.jurors[0] }, NOW)
    expect(table?.map(({ entry }) => entry.id)).not.toContain(entryId)
    expect(await say(contest.jurors[0], APPROVAL, entryId)).toEqual({ ok: false, refusal: 'no-such-entry' })
  })
})

describe('the others’ verdicts', () => {
  test('open to a juror once they have given their own', async () => {
    const [silent, spoken] = contest.jurors
    await say(spoken, VETO)
    const asked = { facts: await facts(), viewer: silent, entryId: contest.entryIds[0] }
    expect((await findDocketEntry(db, asked, NOW))?.others).toBeNull()
    await say(silent)
    expect((await findDocketEntry(db, asked, NOW))?.others).toMatchObject([{ jurorName: 'Juror 2', kind: 'veto' }])
  })

  test('stay closed to a juror who is recused', async () => {
    const recused = await seat(contest.designers[0])
    await say(contest.jurors[1], VETO)
    const asked = { facts: await facts(), viewer: recused, entryId: contest.entryIds[0] }
    expect((await findDocketEntry(db, asked, NOW))?.others).toBeNull()
  })

  test('cannot be read off the ladder either', async () => {
    const [silent, spoken] = contest.jurors
    await say(spoken, VETO)
    const read = async () => findLadder(db, { facts: await facts(), viewer: silent }, NOW)
    const before = await read()
    expect(before?.lines[0]).toMatchObject({ owed: true, verdicts: [], rung: { finding: 'awaiting', vetoes: 0 } })
    expect(JSON.stringify(before)).not.toContain(VETO.reason)
    await say(silent)
    expect((await read())?.lines[0]).toMatchObject({ owed: false, rung: { finding: 'vetoed', vetoes: 1 } })
  })
})

describe('the verdict form', () => {
  const errorsOf = (form: object) => verdictSchema.safeParse(form).error?.issues.map(({ path }) => path.join('.')) ?? []

  test('asks a veto for its ground and forty characters, and changes for words', () => {
    expect(errorsOf({ kind: 'veto', code: '', reason: 'too short' })).toEqual(['code', 'reason'])
    expect(errorsOf({ kind: 'approve-with-changes', code: '', reason: ' ' })).toEqual(['reason'])
    expect(errorsOf({ kind: 'approve', code: '', reason: '' })).toEqual([])
    expect(errorsOf({ kind: 'recuse' })).toEqual(['kind'])
  })

  test('counts characters as the database does', async () => {
    const reason = '👢'.repeat(39)
    expect(errorsOf({ kind: 'veto', code: 'cost', reason })).toEqual(['reason'])
    const enough = verdictSchema.parse({ kind: 'veto', code: 'cost', reason: `${reason}👢` })
    expect((await say(contest.jurors[0], enough)).ok).toBe(true)
  })

  test('drops a ground that belongs to no veto', () => {
    expect(verdictSchema.parse({ kind: 'approve', code: 'cost', reason: '' }).code).toBeNull()
  })
})
