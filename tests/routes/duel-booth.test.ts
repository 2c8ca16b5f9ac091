import { afterEach, beforeEach, expect, test } from 'vitest'
import { links } from '#app/http/links.ts'
import * as ballot from '#app/routes/contests.$slug_.ballot/route.tsx'
import * as booth from '#app/routes/contests.$slug_.vote/route.tsx'
import * as answer from '#app/routes/contests.$slug_.vote_.duel/route.tsx'
import * as again from '#app/routes/contests.$slug_.vote_.duel-again/route.tsx'
import * as begin from '#app/routes/contests.$slug_.vote_.duel-begin/route.tsx'
import * as pass from '#app/routes/contests.$slug_.vote_.duel-pass/route.tsx'
import * as score from '#app/routes/contests.$slug_.vote_.score/route.tsx'
import { type AVote, aPerson, aVote, DURING, VOTING_CLOSES } from '#db/seeds/a-vote.ts'
import { answerOf } from '../answer.ts'
import { requestTo, routeContext, type TestContext } from '../route-context.ts'

let context: TestContext
let vote: AVote
let voter: { id: string }

beforeEach(async () => {
  context = await routeContext()
  context.setClock(DURING)
  vote = await aVote(context.db, { entries: 5 })
  await context.db.updateTable('contest').set({ method: 'duels' }).execute()
  voter = { id: await aPerson(context.db) }
})
afterEach(() => context.close())

type Form = Record<string, string>

async function see() {
  const request = await requestTo(context, links.booth(vote.slug), { as: voter })
  return answerOf(booth.loader({ request, params: { slug: vote.slug }, context }))
}

async function send(act: { action: typeof answer.action }, form: Form, as: { id: string } | null = voter) {
  const request = await requestTo(context, `${links.booth(vote.slug)}/act`, { as, form })
  return answerOf(act.action({ request, params: { slug: vote.slug }, context }))
}

const duels = () => context.db.selectFrom('duel').selectAll().execute()

test('beginning hands two designs without their authors, and the two after them to load ahead', async () => {
  expect((await see()).data.duels).toMatchObject({ duel: null, ahead: null, more: true })
  const { status, headers } = await send(begin, {})
  expect([status, headers.get('Location')]).toEqual([303, links.booth(vote.slug)])
  const { data } = await see()
  expect(data.booth).toBeNull()
  expect(data.duels?.duel).toMatchObject({ number: 1 })
  expect(data.duels?.ahead).toMatchObject({ number: 2 })
  expect(await duels()).toHaveLength(1)
  for (const designerId of vote.designerIds) expect(JSON.stringify(data)).not.toContain(designerId)
})

test('a plain form answers and is sent back to the booth, where just what was loaded ahead waits', async () => {
  await send(begin, {})
  const before = (await see()).data.duels
  const { status, headers } = await send(answer, { number: '1', answer: 'second' })
  expect([status, headers.get('Location')]).toEqual([303, links.booth(vote.slug)])
  const { data } = await see()
  expect(data.duels?.duel).toEqual(before?.ahead)
  expect(data.duels?.progress).toMatchObject({ given: 1, gate: 2, missing: 1 })
})

test('the booth’s own request brings the next view with it', async () => {
  await send(begin, {})
  const { status, data } = await send(answer, { number: '1', answer: 'neither', via: 'booth' })
  expect(status).toBe(200)
  expect(data.view.duels?.duel?.number).toBe(2)
})

test('what is no answer, or no duel of theirs, is refused beside the field, and nothing is written', async () => {
  await send(begin, {})
  expect(await send(answer, { number: '1', answer: 'both' })).toMatchObject({
    status: 422,
    data: { errors: { answer: ['Choose one of the two, or say that neither is better.'] } },
  })
  expect((await send(answer, { number: '0', answer: 'first' })).status).toBe(422)
  expect((await send(answer, { number: '7', answer: 'first' })).status).toBe(403)
  expect((await send(score, { entryId: vote.entryIds[0] ?? '', score: '5' })).status).toBe(409)
  expect((await duels()).map(({ value }) => value)).toEqual([null])
})

test('the door that gives back what was passed begins no ballot', async () => {
  expect((await send(again, {})).status).toBe(403)
  expect(await duels()).toEqual([])
})

test('passed pairs are counted and come back when they are asked for', async () => {
  await send(begin, {})
  await send(pass, { number: '1' })
  expect((await see()).data.duels).toMatchObject({ duel: { number: 2 }, progress: { passed: 1, given: 0 } })
  await send(again, {})
  expect((await see()).data.duels).toMatchObject({ duel: { number: 1 }, progress: { passed: 0 } })
})

async function change(to: string) {
  const form = { number: '1', answer: to }
  const request = await requestTo(context, links.ballot(vote.slug), { as: voter, form })
  return answerOf(ballot.action({ request, params: { slug: vote.slug }, context }))
}

test('an answer is changed on the ballot until the close, and not after it', async () => {
  await send(begin, {})
  await send(answer, { number: '1', answer: 'first' })
  expect((await change('second')).status).toBe(303)
  expect((await duels())[0]?.value).toBe(1)
  context.setClock(VOTING_CLOSES)
  expect((await change('first')).status).toBe(409)
  expect((await duels())[0]?.value).toBe(1)
  const request = await requestTo(context, links.ballot(vote.slug), { as: voter })
  const { data } = await answerOf(ballot.loader({ request, params: { slug: vote.slug }, context }))
  expect(data.duels?.lines).toMatchObject([{ number: 1, answer: 'second' }])
})
