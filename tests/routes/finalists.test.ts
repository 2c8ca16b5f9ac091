import { afterEach, beforeEach, expect, test } from 'vitest'
import { links } from '#app/http/links.ts'
import * as result from '#app/routes/contests.$slug_.result/route.tsx'
import * as finalists from '#app/routes/jury.$slug_.finalists/route.tsx'
import { answerOf } from '../answer.ts'
import { aFrozenContest, type FrozenContest } from '../decided-contests.ts'
import { aJuror } from '../people.ts'
import { NOW, requestTo, routeContext, type TestContext } from '../route-context.ts'

type Who = { id: string } | null

let context: TestContext
let contest: FrozenContest

beforeEach(async () => {
  context = await routeContext()
  contest = await aFrozenContest(context.db, { now: NOW })
})
afterEach(() => context.close())

async function args(as: Who, form?: Record<string, string>, path = links.finalists(contest.slug)) {
  return { request: await requestTo(context, path, { as, form }), params: { slug: contest.slug }, context }
}

test('the finalists are compared by their panel only', async () => {
  const visitor = await answerOf(finalists.loader(await args(null)))
  expect([visitor.status, visitor.headers.get('Location')]).toEqual([302, links.signIn(links.finalists(contest.slug))])
  const [first, second] = contest.entryIds
  for (const as of [contest.designers[0], contest.admin, await aJuror(context.db)]) {
    expect((await answerOf(finalists.loader(await args(as)))).status).toBe(403)
    const posted = finalists.action(await args(as, { first, second: second ?? '', answer: 'first' }))
    expect((await answerOf(posted)).status).toBe(403)
  }
})

test('a juror answers what is on the table and gets the next two; after enough nothing lies there until they go on', async () => {
  const [juror] = contest.jurors
  const asked: string[] = []
  for (let compared = 0; compared < 3; compared += 1) {
    const { data } = await answerOf(finalists.loader(await args(juror)))
    const duel = data.room?.duel
    if (!duel) throw new Error('nothing on the table')
    asked.push([duel.first.id, duel.second.id].toSorted().join(' '))
    const form = { first: duel.first.id, second: duel.second.id, answer: 'second' }
    const answered = await answerOf(finalists.action(await args(juror, form)))
    expect([answered.status, answered.headers.get('Location')]).toEqual([303, `${links.finalists(contest.slug)}#table`])
  }
  expect(new Set(asked).size).toBe(3)
  const { data } = await answerOf(finalists.loader(await args(juror)))
  expect(data.room?.progress).toEqual({ compared: 3, enough: 3, pairs: 3 })
  expect([data.goOn, data.room?.duel?.swapped]).toEqual([false, true])
  const on = await answerOf(finalists.loader(await args(juror, undefined, links.finalistsGoOn(contest.slug))))
  expect(on.data.goOn).toBe(true)
})

test('a form without an answer, and one on what is no finalist, say what is wrong', async () => {
  const [juror] = contest.jurors
  const [first, second = ''] = contest.entryIds
  const none = await answerOf(finalists.action(await args(juror, { first, second })))
  expect([none.status, none.data]).toMatchObject([422, { errors: { answer: [expect.any(String)] } }])
  const strange = await answerOf(finalists.action(await args(juror, { first, second: 'none', answer: 'first' })))
  expect(strange.status).toBe(409)
})

test('the result under seal says nothing of the panel’s order', async () => {
  const args = {
    request: await requestTo(context, links.result(contest.slug)),
    params: { slug: contest.slug },
    context,
  }
  const { data } = await answerOf(result.loader(args))
  expect(data.result).toBeNull()
})
