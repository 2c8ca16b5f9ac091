import type { Kysely } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { appointStaff } from '#app/accounts/appoint-staff.server.ts'
import type { Viewer } from '#app/accounts/roles.ts'
import { findContestFacts } from '#app/contests/contests.server.ts'
import { unseatJuror } from '#app/contests/unseat-juror.server.ts'
import { answerFinalistDuel } from '#app/jury/answer-finalist-duel.server.ts'
import { findFinalistRoom } from '#app/jury/finalist-room.server.ts'
import { findPanelOrder } from '#app/jury/panel-order.server.ts'
import { signDecision } from '#app/jury/sign-decision.server.ts'
import type { DuelAnswer } from '#app/voting/duel.ts'
import type { Database } from '#db/schema.ts'
import { expectDone } from '../contests-in-phases.ts'
import { APPROVAL, aFrozenContest, type FrozenContest, judge } from '../decided-contests.ts'
import { freshDatabase } from '../fresh-database.ts'
import { aJuror, aMember } from '../people.ts'

const NOW = new Date('2026-05-04T10:00:00.000Z')
const DAY_MS = 24 * 60 * 60 * 1000
/** The decision was due before. */
const LATE = new Date(NOW.getTime() + 30 * DAY_MS)

let db: Kysely<Database>
let contest: FrozenContest

beforeEach(async () => {
  db = await freshDatabase()
  contest = await aFrozenContest(db, { now: NOW, entries: 4, jurors: 3, candidates: 3, quorum: 2 })
})
afterEach(() => db.destroy())

async function facts() {
  const found = await findContestFacts(db, { id: contest.contestId })
  if (!found) throw new Error('The contest is gone.')
  return found
}

const entry = (number: number) => contest.entryIds[number] ?? ''
const juror = (number: number) => contest.jurors[number] ?? contest.jurors[0]
const answers = () => db.selectFrom('juryDuel').select(['firstId', 'secondId', 'value']).orderBy('id').execute()

function say(jurorId: string, [first, second]: [string, string], answer: DuelAnswer = 'first', now = NOW) {
  return answerFinalistDuel(db, { contestId: contest.contestId, jurorId, first, second, answer }, now)
}

/** Every pair of the three finalists, the later one in the crowd's order preferred. */
async function compareAll(jurorId: string) {
  for (const [a, b] of [
    [1, 0],
    [2, 0],
    [2, 1],
  ] as const)
    expectDone(await say(jurorId, [entry(a), entry(b)]))
}

const orderFor = async (viewer: Viewer | null, now = NOW) => findPanelOrder(db, { facts: await facts(), viewer }, now)
const roomFor = async (viewer: Viewer, now = NOW) => findFinalistRoom(db, { facts: await facts(), viewer }, now)

/** One more juror on the panel. */
async function aSeated() {
  const person = await aJuror(db)
  const seat = { contestId: contest.contestId, jurorId: person.id, mayClose: 0 as const }
  await db
    .insertInto('panelSeat')
    .values({ ...seat, seatedBy: contest.admin.id, seatedAt: NOW.toISOString() })
    .execute()
  return person
}

async function sign(now = NOW) {
  await judge(db, contest, [APPROVAL], NOW)
  await signAsJudged(now)
}

async function signAsJudged(now: Date) {
  const signing = { contestId: contest.contestId, signerId: juror(0).id, seen: entry(0), letter: '' }
  expectDone(await signDecision(db, signing, now))
}

describe('an answer on two finalists', () => {
  test('may be given again, and the last one stands; said twice it is said once', async () => {
    const pair: [string, string] = [entry(0), entry(1)]
    expect(expectDone(await say(juror(0).id, pair, 'first')).what).toBe('first')
    expect(expectDone(await say(juror(0).id, pair, 'first')).what).toBe('same')
    expect(expectDone(await say(juror(0).id, pair, 'neither')).what).toBe('changed')
    expect((await answers()).map(({ value }) => value)).toEqual([0, 2])
    const room = await roomFor(juror(0))
    expect(room?.answers).toEqual([{ first: entry(0), second: entry(1), answer: 'neither' }])
    expect(room?.progress).toEqual({ compared: 1, enough: 3, pairs: 3 })
  })

  test('is refused on what is no finalist, and on one and the same', async () => {
    for (const pair of [
      [entry(0), entry(3)],
      [entry(0), 'none'],
      [entry(0), entry(0)],
    ] as [string, string][])
      expect(await say(juror(0).id, pair)).toEqual({ ok: false, refusal: 'not-a-finalist' })
  })

  test('is refused to jurors of other panels, to members and to admins', async () => {
    for (const person of [await aJuror(db), await aMember(db), contest.admin])
      expect(await say(person.id, [entry(0), entry(1)])).toEqual({ ok: false, refusal: 'not-on-this-panel' })
    expect(await answers()).toEqual([])
  })

  test('is refused to who made one of the two; the rest they may compare', async () => {
    const maker = contest.designers[0]
    expectDone(await appointStaff(db, { accountId: maker.id, role: 'juror', grantedBy: null }, NOW))
    const seat = { contestId: contest.contestId, jurorId: maker.id, mayClose: 0 as const }
    await db
      .insertInto('panelSeat')
      .values({ ...seat, seatedBy: contest.admin.id, seatedAt: NOW.toISOString() })
      .execute()
    expect(await say(maker.id, [entry(0), entry(1)])).toEqual({ ok: false, refusal: 'recused' })
    expectDone(await say(maker.id, [entry(1), entry(2)]))
    const room = await roomFor({ ...maker, roles: ['juror'] })
    expect([room?.judgeable, room?.progress.enough]).toEqual([2, 1])
  })

  test('is refused after the decision, and by the database too', async () => {
    await sign()
    expect(await say(juror(0).id, [entry(0), entry(1)])).toEqual({ ok: false, refusal: 'jury-not-sitting' })
    const row = { contestId: contest.contestId, jurorId: juror(0).id, firstId: entry(0), secondId: entry(1), value: 0 }
    const insert = db.insertInto('juryDuel').values({ ...row, answeredAt: NOW.toISOString() })
    await expect(insert.execute()).rejects.toThrow('closed by the decision')
    expect((await roomFor(juror(0)))?.duel).toBeNull()
  })

  test('keeps the seat of who gave it', async () => {
    expectDone(await say(juror(2).id, [entry(0), entry(1)]))
    const unseat = { contestId: contest.contestId, jurorId: juror(2).id, unseatedBy: contest.admin.id }
    expect(await unseatJuror(db, unseat, NOW)).toEqual({ ok: false, refusal: 'juror-has-judged' })
  })

  test('does not move what another juror is asked next', async () => {
    const before = (await roomFor(juror(1)))?.duel
    await compareAll(juror(0).id)
    const after = (await roomFor(juror(1)))?.duel
    expect(after).toEqual(before)
    expect(after).not.toBeNull()
  })

  test('that makes enough is told in the log once, without what was said', async () => {
    await compareAll(juror(0).id)
    expectDone(await say(juror(0).id, [entry(0), entry(1)]))
    const told = await db.selectFrom('activity').selectAll().where('kind', '=', 'finalists-compared').execute()
    expect(told.map(({ actorId, entryId, particulars }) => [actorId, entryId, particulars])).toEqual([
      [juror(0).id, null, '{}'],
    ])
  })
})

describe('the panel’s order', () => {
  test('stays closed to a juror until they have said enough, and until all have', async () => {
    await compareAll(juror(0).id)
    await compareAll(juror(1).id)
    expect(await orderFor(juror(0))).toEqual({ kind: 'waiting', done: 2, needed: 3 })
    expect(await orderFor(juror(2))).toEqual({ kind: 'after-yours' })
    await compareAll(juror(2).id)
    const open = await orderFor(juror(1))
    expect(open).toMatchObject({ kind: 'open', order: { jurors: 3, answers: 9 } })
    const places = open?.kind === 'open' ? open.order.lines.map(({ entryId }) => entryId) : []
    expect(places).toEqual([entry(2), entry(1), entry(0)])
  })

  test('never opens to two of a panel of three whose third has left: each would have the other’s', async () => {
    await compareAll(juror(0).id)
    await compareAll(juror(1).id)
    await db.deleteFrom('roleGrant').where('accountId', '=', juror(2).id).execute()
    expect(await orderFor(juror(0), LATE)).toEqual({ kind: 'too-few', done: 2, needed: 3, mixed: true })
    expect((await roomFor(juror(0)))?.exposed).toBeNull()
  })

  test('of two can be read by the other, and both are told before they begin', async () => {
    await db.deleteFrom('panelSeat').where('jurorId', '=', juror(2).id).execute()
    expect((await roomFor(juror(0)))?.exposed).toBe('to-the-other')
    await compareAll(juror(0).id)
    // Nothing that two have said is mixed with others’: it must not be told so.
    expect(await orderFor(juror(0))).toEqual({ kind: 'too-few', done: 1, needed: 2, mixed: false })
    await compareAll(juror(1).id)
    expect((await orderFor(juror(0)))?.kind).toBe('open')
  })

  test('opens once three and every other who may compare are through, and moves no more, whoever answers anew or sits down later', async () => {
    const fourth = await aSeated()
    for (const number of [0, 1, 2]) await compareAll(juror(number).id)
    expectDone(await say(fourth.id, [entry(0), entry(1)]))
    expectDone(await say(fourth.id, [entry(0), entry(2)]))
    expect(await orderFor(juror(0))).toEqual({ kind: 'waiting', done: 3, needed: 4 })
    expectDone(await say(fourth.id, [entry(1), entry(2)]))
    const open = await orderFor(juror(0))
    expect(open).toMatchObject({ kind: 'open', order: { jurors: 4, answers: 12 } })

    expectDone(await say(juror(1).id, [entry(2), entry(0)], 'second'))
    expectDone(await say(juror(1).id, [entry(0), entry(2)]))
    const fifth = await aSeated()
    expect(await orderFor(fifth)).toEqual({ kind: 'after-yours' })
    await compareAll(fifth.id)
    await db.deleteFrom('roleGrant').where('accountId', '=', fourth.id).execute()
    for (const viewer of [juror(0), fifth]) expect(await orderFor(viewer)).toEqual(open)
    expect(await orderFor(juror(0), LATE)).toEqual(open)
    await sign(LATE)
    expect(await orderFor(null, LATE)).toEqual(open)
  })

  test('that opened because the jury’s time is up moves no more either: what is said, and who leaves, after it changes nothing', async () => {
    const fourth = await aSeated()
    await judge(db, contest, [APPROVAL], NOW)
    for (const number of [0, 1, 2]) await compareAll(juror(number).id)
    const open = await orderFor(fourth, LATE)
    expect(open).toMatchObject({ kind: 'open', order: { jurors: 3, answers: 9 } })
    for (const pair of [
      [entry(0), entry(1)],
      [entry(0), entry(2)],
      [entry(1), entry(2)],
    ] as [string, string][])
      expectDone(await say(fourth.id, pair, 'first', LATE))
    expectDone(await say(juror(2).id, [entry(2), entry(0)], 'second', LATE))
    await db.deleteFrom('roleGrant').where('accountId', '=', juror(2).id).execute()
    expect(await orderFor(juror(0), LATE)).toEqual(open)
    await signAsJudged(LATE)
    expect(await orderFor(null, LATE)).toEqual(open)
  })

  test('of three whole jurors is published with a decision that did not wait for the fourth, without what the fourth began', async () => {
    const fourth = await aSeated()
    for (const number of [0, 1, 2]) await compareAll(juror(number).id)
    expectDone(await say(fourth.id, [entry(0), entry(1)]))
    await judge(db, { ...contest, jurors: [...contest.jurors, fourth] }, [APPROVAL], NOW)
    await signAsJudged(NOW)
    expect(await orderFor(null)).toMatchObject({ kind: 'open', order: { jurors: 3, answers: 9 } })
  })

  test('opens to all who sit there once the jury’s time is up, if enough have spoken', async () => {
    const fourth = await aSeated()
    await compareAll(juror(0).id)
    expect(await orderFor(fourth, LATE)).toEqual({ kind: 'too-few', done: 1, needed: 3, mixed: true })
    await compareAll(juror(1).id)
    await compareAll(juror(2).id)
    expect((await orderFor(fourth, LATE))?.kind).toBe('open')
  })

  test('is nothing to admins, members and visitors before the decision', async () => {
    await compareAll(juror(0).id)
    await compareAll(juror(1).id)
    await compareAll(juror(2).id)
    for (const viewer of [null, contest.admin, contest.designers[0], await aJuror(db)])
      expect(await orderFor(viewer)).toBeNull()
  })

  test('is kept with the decision and public after it, without single answers', async () => {
    await compareAll(juror(0).id)
    await compareAll(juror(1).id)
    await compareAll(juror(2).id)
    await sign()
    const open = await orderFor(null)
    expect(open).toMatchObject({ kind: 'open', order: { jurors: 3, answers: 9 } })
    expect(JSON.stringify(open)).not.toContain(juror(0).id)
    await db
      .insertInto('takedown')
      .values({
        ...{ entryId: entry(2), reason: 'copied', takenDownBy: contest.admin.id },
        takenDownAt: NOW.toISOString(),
      })
      .execute()
    expect(await orderFor(null)).toEqual(open)
    await expect(db.deleteFrom('panelOrder').execute()).rejects.toThrow(/append-only|closed by the decision/)
    await expect(db.updateTable('juryDuel').set({ value: 1 }).execute()).rejects.toThrow(
      /append-only|closed by the decision/,
    )
  })

  test('of too few jurors is not kept: it would tell how one of them answered', async () => {
    await compareAll(juror(0).id)
    await sign()
    expect(await db.selectFrom('panelOrder').selectAll().execute()).toEqual([])
    expect(await orderFor(null)).toBeNull()
    expect(await orderFor(juror(0))).toBeNull()
  })

  test('moves no place and no winner', async () => {
    const before = await db.selectFrom('standing').selectAll().execute()
    await compareAll(juror(0).id)
    await compareAll(juror(1).id)
    await compareAll(juror(2).id)
    await sign()
    expect(await db.selectFrom('standing').selectAll().execute()).toEqual(before)
    const decision = await db.selectFrom('decision').select('winnerEntryId').executeTakeFirst()
    expect(decision?.winnerEntryId).toBe(entry(0))
  })
})

test('before the count the finalists are nobody’s to compare', async () => {
  const { schedule, ...sealed } = await facts()
  const room = await findFinalistRoom(db, { facts: { ...sealed, schedule, countedAt: null }, viewer: juror(0) }, NOW)
  expect(room).toBeNull()
})
