import { afterEach, beforeEach, expect, test } from 'vitest'
import { links } from '#app/http/links.ts'
import * as ballot from '#app/routes/contests.$slug_.ballot/route.tsx'
import * as booth from '#app/routes/contests.$slug_.vote/route.tsx'
import * as begin from '#app/routes/contests.$slug_.vote_.begin/route.tsx'
import { markWouldBuy } from '#app/voting/mark-would-buy.server.ts'
import { type AVote, aPerson, aVote, DURING, people } from '#db/seeds/a-vote.ts'
import { fillBallot } from '#db/seeds/fill-ballot.ts'
import { answerOf } from '../answer.ts'
import { requestTo, routeContext, type TestContext } from '../route-context.ts'

let context: TestContext
let vote: AVote

beforeEach(async () => {
  context = await routeContext()
  context.setClock(DURING)
  vote = await aVote(context.db, { entries: 6 })
})
afterEach(() => context.close())

/** All that a person gets from the pages of the vote. */
async function everythingSeenBy(as: { id: string }): Promise<unknown[]> {
  const params = { slug: vote.slug }
  const get = (path: string) => requestTo(context, path, { as })
  const begun = await requestTo(context, links.boothBegin(vote.slug), { as, form: { via: 'booth' } })
  return [
    (await answerOf(begin.action({ request: begun, params, context }))).data,
    (await answerOf(booth.loader({ request: await get(links.booth(vote.slug)), params, context }))).data,
    (await answerOf(ballot.loader({ request: await get(links.ballot(vote.slug)), params, context }))).data,
  ]
}

test('however others vote, nobody’s pages change by one character while voting is open', async () => {
  const watchers = [
    { id: await aPerson(context.db) },
    { id: vote.designerIds[0] ?? '' },
    { id: await aPerson(context.db, { role: 'juror' }) },
    { id: vote.adminId },
  ]
  const before = await Promise.all(watchers.map(everythingSeenBy))
  const voters = await people(context.db, 8)
  for (const voterId of voters) {
    // Whole ballots, so that exposure, which is live and may steer the queue, is the same for every entry before and after.
    await fillBallot(context.db, { contestId: vote.contestId, voterId }, (id) => vote.entryIds.indexOf(id))
    const [entryId = ''] = vote.entryIds
    await markWouldBuy(context.db, { contestId: vote.contestId, voterId, entryId, wouldBuy: true }, DURING)
  }
  expect(await Promise.all(watchers.map(everythingSeenBy))).toEqual(before)
})

test('the queue follows exposure alone: votes the other way round hand out the same order', async () => {
  const voters = await people(context.db, 6)
  const last = voters.at(-1) ?? ''
  const key = { contestId: vote.contestId, voterId: last }
  for (const voterId of voters.slice(0, -1))
    await fillBallot(context.db, { ...key, voterId }, (id) => vote.entryIds.indexOf(id))
  const order = await fillBallot(context.db, key, () => 3)
  await context.db
    .updateTable('exposure')
    .set((eb) => ({ value: eb(eb.val(5), '-', eb.ref('value')) }))
    .where('value', 'is not', null)
    .execute()
  await context.db.deleteFrom('exposure').where('voterId', '=', last).execute()
  expect(await fillBallot(context.db, key, () => 3)).toEqual(order)
})
