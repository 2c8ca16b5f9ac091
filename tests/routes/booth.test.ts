import { afterEach, beforeEach, expect, test } from 'vitest'
import { links } from '#app/http/links.ts'
import * as ballot from '#app/routes/contests.$slug_.ballot/route.tsx'
import * as booth from '#app/routes/contests.$slug_.vote/route.tsx'
import * as again from '#app/routes/contests.$slug_.vote_.again/route.tsx'
import * as begin from '#app/routes/contests.$slug_.vote_.begin/route.tsx'
import * as buy from '#app/routes/contests.$slug_.vote_.buy/route.tsx'
import * as pass from '#app/routes/contests.$slug_.vote_.pass/route.tsx'
import * as report from '#app/routes/contests.$slug_.vote_.report/route.tsx'
import * as score from '#app/routes/contests.$slug_.vote_.score/route.tsx'
import * as buyOnEntry from '#app/routes/entries.$entryId_.buy/route.tsx'
import { action as reportOnEntry } from '#app/routes/entries.$entryId_.report/route.tsx'
import { CROWD_VOTERS, solveWork } from '#app/voting/proof/work.ts'
import { type AVote, anEntryRow, aPerson, aVote, DURING, VOTING_CLOSES, VOTING_OPENS } from '#db/seeds/a-vote.ts'
import { fillBallot } from '#db/seeds/fill-ballot.ts'
import { answerOf } from '../answer.ts'
import { requestTo, routeContext, type TestContext } from '../route-context.ts'

let context: TestContext
let vote: AVote
let voter: { id: string }

beforeEach(async () => {
  context = await routeContext()
  context.setClock(DURING)
  vote = await aVote(context.db, { entries: 5 })
  voter = { id: await aPerson(context.db) }
})
afterEach(() => context.close())

type Form = Record<string, string>

async function see(as: { id: string } | null = voter) {
  const request = await requestTo(context, links.booth(vote.slug), { as })
  return answerOf(booth.loader({ request, params: { slug: vote.slug }, context }))
}

async function send(act: { action: typeof score.action }, form: Form, as: { id: string } | null = voter) {
  const request = await requestTo(context, `${links.booth(vote.slug)}/act`, { as, form })
  return answerOf(act.action({ request, params: { slug: vote.slug }, context }))
}

async function beginVoting(): Promise<string> {
  await send(begin, {})
  const { data } = await see()
  return data.booth?.entry?.id ?? ''
}

const exposures = () => context.db.selectFrom('exposure').selectAll().execute()
const scores = () => context.db.selectFrom('score').selectAll().execute()

test('looking at the booth, as often as one likes, hands nothing', async () => {
  for (let times = 0; times < 3; times += 1) expect((await see()).data.booth?.entry).toBeNull()
  expect(await exposures()).toEqual([])
})

test('beginning hands one design, without its author, and the picture after it to load ahead', async () => {
  const { status, headers } = await send(begin, {})
  expect([status, headers.get('Location')]).toEqual([303, links.booth(vote.slug)])
  const { data } = await see()
  expect(data.booth?.entry?.pictures).toHaveLength(1)
  expect(data.booth?.ahead).not.toBeNull()
  expect(await exposures()).toHaveLength(1)
  for (const designerId of vote.designerIds) expect(JSON.stringify(data)).not.toContain(designerId)
})

test('a plain form scores and is sent back to the booth, where the next design waits', async () => {
  const entryId = await beginVoting()
  const { status, headers } = await send(score, { entryId, score: '4' })
  expect([status, headers.get('Location')]).toEqual([303, links.booth(vote.slug)])
  const { data } = await see()
  expect(data.booth?.entry?.id).not.toBe(entryId)
  expect(data.booth?.progress).toMatchObject({ given: 1, scorable: 5, gate: 2, missing: 1 })
})

test('who has finished is offered a design that came late, and has it by the button that goes on', async () => {
  await fillBallot(context.db, { contestId: vote.contestId, voterId: voter.id }, () => 3)
  expect((await see()).data.booth).toMatchObject({ entry: null, more: false })
  const designerId = await aPerson(context.db)
  const late = await anEntryRow(context.db, { contestId: vote.contestId, designerId, index: 9 })
  expect((await see()).data.booth).toMatchObject({ entry: null, more: true })
  expect((await send(begin, {})).status).toBe(303)
  expect((await see()).data.booth?.entry?.id).toBe(late)
})

test('the booth’s own request is answered with the next design at once', async () => {
  const entryId = await beginVoting()
  const { status, data } = await send(score, { entryId, score: '0', via: 'booth' })
  expect(status).toBe(200)
  expect(data.view.booth?.entry?.id).toEqual(expect.any(String))
  expect(data.view.booth?.entry?.id).not.toBe(entryId)
  expect(await scores()).toMatchObject([{ entryId, value: 0 }])
})

test.each<Form>([{}, { score: '' }, { score: '6' }, { score: '-1' }, { score: '3.5' }, { score: 'many' }])(
  'a score that is none is refused beside the keys and nothing is kept: %j',
  async (wrong) => {
    const entryId = await beginVoting()
    const { status, data } = await send(score, { entryId, ...wrong })
    expect(status).toBe(422)
    expect(data.errors.score).toEqual(['Choose a score from 0 to 5.'])
    expect(data.typed.entryId).toBe(entryId)
    expect(await scores()).toEqual([])
  },
)

test('a direct link never takes a score', async () => {
  const inHand = await beginVoting()
  const entryId = vote.entryIds.find((id) => id !== inHand) ?? ''
  const { status, data } = await send(score, { entryId, score: '5' })
  expect(status).toBe(403)
  expect(data.errors['']?.[0]).toContain('never by a link')
  expect(await scores()).toEqual([])
})

test('a score that arrives at the closing millisecond is refused in words and leaves nothing', async () => {
  const entryId = await beginVoting()
  context.setClock(VOTING_CLOSES)
  const { status, data } = await send(score, { entryId, score: '5', via: 'booth' })
  expect(status).toBe(409)
  expect(data.errors['']?.[0]).toContain('Voting has closed')
  expect(data.view).toMatchObject({ whyNot: 'voting-over', booth: null })
  expect(await scores()).toEqual([])
})

test('passing brings the next, and the passed one comes again only when asked for', async () => {
  const entryId = await beginVoting()
  await send(pass, { entryId })
  for (let left = 0; left < 4; left += 1) {
    const { data } = await see()
    await send(score, { entryId: data.booth?.entry?.id ?? '', score: String(left) })
  }
  expect((await see()).data.booth).toMatchObject({ entry: null, more: false, progress: { given: 4, passed: 1 } })
  await send(again, {})
  expect((await see()).data.booth?.entry?.id).toBe(entryId)
})

test('“I’d buy it” is marked and taken back in the booth, and no total of it is in any answer', async () => {
  const entryId = await beginVoting()
  const marked = await send(buy, { entryId, wouldBuy: 'yes', via: 'booth' })
  expect(marked.data.view.booth?.entry).toMatchObject({ id: entryId, wouldBuy: true })
  const unmarked = await send(buy, { entryId, wouldBuy: 'no', via: 'booth' })
  expect(unmarked.data.view.booth?.entry?.wouldBuy).toBe(false)
  expect((await send(buy, { entryId, wouldBuy: 'perhaps' })).status).toBe(422)
})

test('“I’d buy it” on the entry’s page needs no turn in the booth, and refuses one’s own work', async () => {
  const [entryId = ''] = vote.entryIds
  const mark = async (as: { id: string }) => {
    const request = await requestTo(context, links.buyEntry(entryId), { as, form: { wouldBuy: 'yes' } })
    return answerOf(buyOnEntry.action({ request, params: { entryId }, context }))
  }
  expect((await mark(voter)).headers.get('Location')).toBe(links.entry(entryId))
  await mark({ id: vote.designerIds[0] ?? '' })
  const marks = await context.db.selectFrom('buyMark').select('accountId').execute()
  expect(marks).toEqual([{ accountId: voter.id }])
})

test('a report is kept with its reason; a refused one comes back with what was typed', async () => {
  const entryId = await beginVoting()
  const refused = await send(report, { entryId, reason: 'copied', detail: '' })
  expect(refused.status).toBe(422)
  expect(refused.data.typed).toMatchObject({ reason: 'copied' })
  expect(refused.data.errors.detail).toHaveLength(1)
  expect((await send(report, { entryId, reason: 'copied', detail: 'Page 4 of a catalogue.' })).status).toBe(303)
  expect(await context.db.selectFrom('report').select(['entryId', 'reason']).execute()).toEqual([
    { entryId, reason: 'copied' },
  ])
})

test('reports are limited per person through both doors together', async () => {
  const entryId = await beginVoting()
  for (let go = 0; go < 20; go++) await context.limiter.spend('reportPerPerson', voter.id)
  const form = { entryId, reason: 'offensive', detail: '' }
  expect(await send(report, form)).toMatchObject({ status: 429, data: { typed: { reason: 'offensive' } } })
  const request = await requestTo(context, links.reportEntry(entryId), { as: voter, form })
  const answer = await answerOf(reportOnEntry({ request, params: { entryId }, context }))
  expect([answer.status, Number(answer.headers.get('Retry-After')) > 0]).toEqual([429, true])
  expect(await context.db.selectFrom('report').select('id').execute()).toEqual([])
})

test('a visitor is sent to sign in and comes back to the booth', async () => {
  const { status, headers } = await see(null)
  expect([status, headers.get('Location')]).toEqual([302, links.signIn(links.booth(vote.slug))])
  expect((await send(score, { entryId: 'x', score: '1' }, null)).status).toBe(302)
})

test('staff and unconfirmed members see why they cannot vote, and their posts are refused', async () => {
  const unconfirmed = { id: await aPerson(context.db, { confirmed: false }) }
  for (const person of [{ id: vote.adminId }, unconfirmed]) {
    const { status, data } = await see(person)
    expect(status).toBe(403)
    expect(data.sentence).toEqual(expect.any(String))
    expect((await send(begin, {}, person)).status).toBe(403)
    expect((await send(score, { entryId: vote.entryIds[0] ?? '', score: '5' }, person)).status).toBe(403)
  }
  expect(await exposures()).toEqual([])
})

test('before the opening and after the close the booth says so', async () => {
  context.setClock(new Date(VOTING_OPENS.getTime() - 1))
  expect((await see()).data.whyNot).toBe('voting-not-begun')
  expect((await send(begin, {})).status).toBe(409)
  context.setClock(VOTING_CLOSES)
  expect((await see()).data.whyNot).toBe('voting-over')
})

test('a contest that was never announced has no booth', async () => {
  const request = await requestTo(context, links.booth('nowhere'), { as: voter })
  const { status } = await answerOf(booth.loader({ request, params: { slug: 'nowhere' }, context }))
  expect(status).toBe(404)
})

test('the ballot shows a voter their own scores and lets them change one until the close', async () => {
  const entryId = await beginVoting()
  await send(score, { entryId, score: '4' })
  const load = async (as: { id: string }) => {
    const request = await requestTo(context, links.ballot(vote.slug), { as })
    return answerOf(ballot.loader({ request, params: { slug: vote.slug }, context }))
  }
  const change = async (value: string) => {
    const request = await requestTo(context, links.ballot(vote.slug), { as: voter, form: { entryId, score: value } })
    return answerOf(ballot.action({ request, params: { slug: vote.slug }, context }))
  }
  expect((await load(voter)).data.ballot?.lines).toMatchObject([{ entryId, score: 4 }])
  expect((await change('1')).headers.get('Location')).toBe(`${links.ballot(vote.slug)}#entry-${entryId}`)
  expect((await load(voter)).data.ballot?.lines).toMatchObject([{ entryId, score: 1 }])
  expect((await load({ id: await aPerson(context.db) })).data.ballot?.lines).toEqual([])
  expect((await change('9')).status).toBe(422)
  context.setClock(VOTING_CLOSES)
  expect((await change('5')).status).toBe(409)
  expect((await load(voter)).data).toMatchObject({ open: false, closed: true })
  expect(await scores()).toMatchObject([{ value: 1 }])
})

test('under attack a ballot begins with a proof: without one nothing is handed, with one the first design is', async () => {
  const order = { contestId: vote.contestId, wanted: 1, reason: 'Hundreds of new accounts since noon.' }
  await context.db
    .insertInto('workOrder')
    .values({ ...order, orderedBy: vote.adminId, orderedAt: DURING.toISOString() })
    .execute()
  const challenge = (await see()).data.challenge ?? ''
  expect((await send(begin, {})).status).toBe(403)
  // Nor by the door that gives back what was passed.
  expect((await send(again, {})).status).toBe(403)
  const early = await send(begin, { challenge, solution: '' })
  expect([early.status, early.data.view.challenge]).toEqual([403, challenge])
  expect(await exposures()).toEqual([])
  expect((await send(begin, { challenge, solution: await solveWork(challenge) })).status).toBe(303)
  expect(await exposures()).toHaveLength(1)
  expect((await see()).data.challenge).toBeNull()
})

test('who begins many ballots before filling any is asked for a proof once so many young ones came from one address', async () => {
  await context.db.updateTable('contest').set({ voteAccountAgeDays: 0 }).execute()
  const joined = new Date(DURING.getTime() - 86_400_000)
  const statuses: number[] = []
  for (let came = 0; came <= CROWD_VOTERS; came += 1)
    statuses.push((await send(begin, {}, { id: await aPerson(context.db, { joined }) })).status)
  expect(statuses).toEqual([...Array(CROWD_VOTERS).fill(303), 403])
})

test('the booth gives a browser its number once, and none to those who may not vote', async () => {
  const cookie = (await see()).headers.get('Set-Cookie') ?? ''
  expect(cookie).toMatch(/^placet_device=[\w-]{22}; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax$/)
  const request = await requestTo(context, links.booth(vote.slug), { as: voter, headers: { Cookie: cookie } })
  const again = await answerOf(booth.loader({ request, params: { slug: vote.slug }, context }))
  expect(again.headers.get('Set-Cookie')).toBeNull()
  expect((await see({ id: vote.adminId })).headers.get('Set-Cookie')).toBeNull()
})
