import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { findContestFacts } from '#app/contests/contests.server.ts'
import { phaseAt } from '#app/contests/schedule.ts'
import { action as move } from '#app/routes/admin.contests.$contestId_.calendar/route.tsx'
import { action as cancel } from '#app/routes/admin.contests.$contestId_.cancel/route.tsx'
import { action as clarify } from '#app/routes/admin.contests.$contestId_.clarify/route.tsx'
import { action as clone } from '#app/routes/admin.contests.$contestId_.clone/route.tsx'
import { loader as panelPage, action as seat } from '#app/routes/admin.contests.$contestId_.panel/route.tsx'
import { action as unseat } from '#app/routes/admin.contests.$contestId_.panel_.$jurorId/route.tsx'
import { answerOf } from '../answer.ts'
import { aContest, type ContestMade } from '../contests-in-phases.ts'
import { aJuror, aMember, anAdmin, type TestPerson } from '../people.ts'
import { NOW, requestTo, routeContext, type TestContext } from '../route-context.ts'

let context: TestContext
let admin: TestPerson

beforeEach(async () => {
  context = await routeContext()
  admin = await anAdmin(context.db)
})
afterEach(() => context.close())

const inPhase = (phase: 'draft' | 'announced' | 'open' | 'voting' | 'jury') =>
  aContest(context.db, { phase, now: NOW, adminId: admin.id })

async function phaseOf({ contestId }: ContestMade) {
  const facts = await findContestFacts(context.db, { id: contestId })
  return facts && phaseAt(facts.schedule, NOW)
}

type Act = typeof move | typeof cancel | typeof clarify | typeof clone | typeof seat | typeof unseat

async function ask(act: Act, { contestId }: ContestMade, form: Record<string, string>, jurorId?: string) {
  const request = await requestTo(context, '/', { as: admin, form })
  const answer = await answerOf<unknown>(act({ request, params: { contestId, jurorId }, context }))
  return { status: answer.status, data: answer.data, to: answer.headers.get('Location') }
}

const reason = 'The printer’s machine broke down.'

describe('the calendar', () => {
  const closeNow = (contest: ContestMade) => ({
    boundary: 'voting-closes',
    act: 'now',
    seenAt: contest.brief.votingClosesAt,
    reason,
  })

  test('closes the voting now; the same page sent twice is refused', async () => {
    const contest = await inPhase('voting')
    expect((await ask(move, contest, closeNow(contest))).status).toBe(303)
    expect(await phaseOf(contest)).toBe('jury')
    expect((await ask(move, contest, closeNow(contest))).status).toBe(409)
  })

  test('takes no reason of three letters, and keeps what was typed', async () => {
    const contest = await inPhase('voting')
    const form = { ...closeNow(contest), reason: 'why' }
    const { status, data } = await ask(move, contest, form)
    expect(status).toBe(422)
    expect(data).toMatchObject({ errors: { reason: [expect.any(String)] }, typed: { reason: 'why' } })
    expect(await phaseOf(contest)).toBe('voting')
  })

  test('reads the new time in the contest’s zone, and says beside it what is wrong with it', async () => {
    const contest = await inPhase('open')
    const later = { boundary: 'voting-opens', act: 'later', seenAt: contest.brief.votingOpensAt, reason }
    for (const [toAt, status] of [
      ['', 422],
      ['soon', 422],
      ['2020-01-01T10:00', 422],
      ['2026-12-24T10:00', 422],
    ] as const) {
      const { data, ...answer } = await ask(move, contest, { ...later, toAt })
      expect([toAt, answer.status]).toEqual([toAt, status])
      expect(data).toMatchObject({ errors: { toAt: [expect.any(String)] } })
    }
    const { status } = await ask(move, contest, { ...later, toAt: '2026-05-25T10:00', carryOn: 'yes' })
    expect(status).toBe(303)
    const facts = await findContestFacts(context.db, { id: contest.contestId })
    expect(facts?.schedule.votingOpensAt).toBe('2026-05-25T08:00:00.000Z')
    expect(await context.db.selectFrom('boundaryMove').select('boundary').execute()).toHaveLength(3)
  })

  test('of a draft is not moved by this act', async () => {
    const contest = await inPhase('draft')
    expect((await ask(move, contest, closeNow(contest))).status).toBe(409)
  })
})

describe('cancelling', () => {
  test('needs a reason and a tick, and then tells everybody why', async () => {
    const contest = await inPhase('open')
    expect((await ask(cancel, contest, { reason })).status).toBe(422)
    expect((await ask(cancel, contest, { sure: 'yes', reason: '' })).status).toBe(422)
    expect((await ask(cancel, contest, { sure: 'yes', reason })).status).toBe(303)
    expect(await phaseOf(contest)).toBe('cancelled')
    expect((await ask(cancel, contest, { sure: 'yes', reason })).status).toBe(409)
  })
})

describe('clarifying', () => {
  test('publishes a new version of the text; from an old page it is refused and kept', async () => {
    const contest = await inPhase('open')
    const form = { summary: 'Clearer.', brief: 'Draw the left boot.', seenVersion: '1' }
    expect((await ask(clarify, contest, form)).status).toBe(303)
    const again = await ask(clarify, contest, { ...form, brief: 'Draw the right boot.' })
    expect(again.status).toBe(409)
    expect(again.data).toMatchObject({ typed: { brief: 'Draw the right boot.' } })
  })

  test('ends when the voting opens', async () => {
    const contest = await inPhase('voting')
    const form = { summary: 'Clearer.', brief: 'Draw the left boot.', seenVersion: '1' }
    expect((await ask(clarify, contest, form)).status).toBe(409)
  })
})

describe('the panel', () => {
  test('seats a juror, and says beside the field that a member is none', async () => {
    const contest = await inPhase('draft')
    const juror = await aJuror(context.db, { name: 'Ifeoma Chukwu' })
    const member = await aMember(context.db)
    expect((await ask(seat, contest, { jurorId: juror.id, mayClose: 'yes' })).status).toBe(303)
    const refused = await ask(seat, contest, { jurorId: member.id })
    expect(refused.status).toBe(422)
    expect(refused.data).toMatchObject({ errors: { jurorId: [expect.any(String)] } })
    expect((await ask(seat, contest, {})).status).toBe(422)
    const request = await requestTo(context, '/', { as: admin })
    const { data } = await answerOf(panelPage({ request, params: { contestId: contest.contestId }, context }))
    expect(data.panel.map(({ name }) => name)).toContain('Ifeoma Chukwu')
  })

  test('does not fall below the quorum it was published with', async () => {
    const contest = await inPhase('open')
    const [, second = ''] = contest.jurorIds
    expect((await ask(unseat, contest, {}, second)).status).toBe(409)
    const draft = await inPhase('draft')
    expect((await ask(unseat, draft, {}, draft.jurorIds[1])).status).toBe(303)
    expect((await ask(unseat, draft, {}, draft.jurorIds[1])).status).toBe(404)
  })
})

describe('a clone', () => {
  test('is made under its own title and lands in its editor', async () => {
    const contest = await inPhase('jury')
    expect((await ask(clone, contest, { title: '' })).status).toBe(422)
    const { status, to } = await ask(clone, contest, { title: 'A boot for snow' })
    expect(status).toBe(303)
    expect(to).not.toContain(contest.contestId)
  })
})
