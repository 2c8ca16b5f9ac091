import { afterEach, beforeEach, expect, test } from 'vitest'
import { links } from '#app/http/links.ts'
import * as desk from '#app/routes/admin.contests.$contestId_.integrity/route.tsx'
import * as exclude from '#app/routes/admin.contests.$contestId_.integrity_.exclude/route.tsx'
import * as propose from '#app/routes/admin.contests.$contestId_.integrity_.propose/route.tsx'
import * as release from '#app/routes/admin.contests.$contestId_.integrity_.release/route.tsx'
import * as work from '#app/routes/admin.contests.$contestId_.integrity_.work/route.tsx'
import * as desks from '#app/routes/admin.integrity/route.tsx'
import { aPerson, DURING } from '#db/seeds/a-vote.ts'
import { answerOf } from '../answer.ts'
import { requestTo, routeContext, type TestContext } from '../route-context.ts'
import { aStuffedVote, lookAndNote, type StuffedVote } from '../voting/desk/a-desk.ts'

let context: TestContext
let vote: StuffedVote
let other: { id: string }

const REASON = 'Eight accounts of one evening, on one device.'

beforeEach(async () => {
  context = await routeContext()
  context.setClock(DURING)
  vote = await aStuffedVote(context.db)
  await lookAndNote(context.db, vote.contestId)
  other = { id: await aPerson(context.db, { role: 'admin' }) }
})
afterEach(() => context.close())

const admin = () => ({ id: vote.adminId })

async function see(state: string, as = admin()) {
  const request = await requestTo(context, links.desk(vote.contestId, { state }), { as })
  return answerOf(desk.loader({ request, params: { contestId: vote.contestId }, context }))
}

type Act = { action: typeof propose.action }
async function send({ action }: Act, form: Record<string, string | string[]>, as = admin()) {
  const request = await requestTo(context, links.ruleAtDesk(vote.contestId, 'propose', 'quarantined'), { as, form })
  return answerOf(action({ request, params: { contestId: vote.contestId }, context }))
}

const idsOf = async (state: string) => (await see(state)).data.cases.map(({ id }) => id)

test('the desk shows its cases in numbers: no voter, no design, no pseudonym in any of its data', async () => {
  const { data } = await see('quarantined')
  expect(data.counts.quarantined).toBe(vote.boughtIds.length)
  const { pseudonym } = await context.db.selectFrom('deskCase').select('pseudonym').executeTakeFirstOrThrow()
  const text = JSON.stringify(data)
  for (const secret of [pseudonym, ...vote.entryIds, ...vote.boughtIds, ...vote.designerIds])
    expect(text).not.toContain(secret)
  for (let number = 1; number <= vote.entryIds.length; number += 1) expect(text).not.toContain(`Design ${number}"`)
})

test('several ballots take one reason, and leave the count only by a second person', async () => {
  const ids = await idsOf('quarantined')
  expect((await send(propose, { 'caseId[]': ids.slice(0, 3), reason: REASON })).status).toBe(303)
  const proposed = await idsOf('exclusion-proposed')
  expect(proposed.toSorted()).toEqual(ids.slice(0, 3).toSorted())
  const alone = await send(exclude, { 'caseId[]': proposed, reason: REASON })
  expect([alone.status, alone.data.errors['']?.[0]]).toEqual([409, expect.stringContaining('Somebody else')])
  expect(alone.data.typed).toMatchObject({ caseId: proposed, reason: REASON })
  expect((await send(exclude, { 'shown[]': proposed, all: 'yes', reason: REASON }, other)).status).toBe(303)
  expect(await idsOf('excluded')).toHaveLength(3)
})

test('where one of several cannot take a ruling, none does', async () => {
  const [first = '', second = ''] = await idsOf('quarantined')
  await send(propose, { 'caseId[]': [first], reason: REASON })
  expect((await send(exclude, { 'caseId[]': [first, second], reason: REASON }, other)).status).toBe(409)
  expect(await idsOf('excluded')).toEqual([])
})

test('a ruling without a reason, or about nothing, is refused with what was typed', async () => {
  const [first = ''] = await idsOf('quarantined')
  const short = await send(release, { 'caseId[]': [first], reason: 'fine' })
  expect([short.status, Object.keys(short.data.errors)]).toEqual([422, ['reason']])
  expect(short.data.typed).toMatchObject({ reason: 'fine', caseId: [first] })
  expect((await send(release, { reason: REASON })).status).toBe(422)
  expect(await idsOf('released')).toEqual([])
})

test('a case is ruled on at its own desk only', async () => {
  const [first = ''] = await idsOf('quarantined')
  const { contestId } = await aStuffedVote(context.db)
  const form = { 'caseId[]': [first], reason: REASON }
  const request = await requestTo(context, links.ruleAtDesk(contestId, 'release', 'quarantined'), { as: admin(), form })
  const { status } = await answerOf(release.action({ request, params: { contestId }, context }))
  expect(status).toBe(404)
})

test('the list of desks has the votes with most to do first, and a juror sees only those of their panels', async () => {
  const list = async (as: { id: string }) => {
    const request = await requestTo(context, links.desks(), { as })
    return (await answerOf(desks.loader({ request, params: {}, context }))).data.desks
  }
  expect(await list(admin())).toMatchObject([{ contestId: vote.contestId, open: vote.boughtIds.length }])
  expect(await list({ id: await aPerson(context.db, { role: 'juror' }) })).toEqual([])
})

test('the proof of work is ordered and lifted as an act with a reason, once each', async () => {
  const order = (wanted: string) => send(work, { wanted, reason: REASON })
  expect((await order('no')).status).toBe(409)
  expect((await order('yes')).status).toBe(303)
  expect((await order('yes')).status).toBe(409)
  expect((await see('noted')).data.work).toMatchObject({ wanted: true, reason: REASON })
  const told = await context.db
    .selectFrom('activity')
    .select('particulars')
    .where('kind', '=', 'work-ordered')
    .execute()
  expect(told).toEqual([{ particulars: JSON.stringify({ wanted: true, reason: REASON }) }])
})
