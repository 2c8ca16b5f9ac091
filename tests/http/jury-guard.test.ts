import { expect, onTestFinished, test } from 'vitest'
import { requireSeat } from '#app/http/jury-guard.server.ts'
import { links } from '#app/http/links.ts'
import { aPerson, aVote, JUST_BEFORE, VOTING_CLOSES } from '#db/seeds/a-vote.ts'
import { requestTo, routeContext } from '../route-context.ts'

test('a juror who comes at the close finds the vote frozen, not counted on their request, and before it nothing is', async () => {
  const context = await routeContext()
  onTestFinished(() => context.close())
  const { contestId, slug, adminId } = await aVote(context.db, { entries: 3 })
  const juror = { id: await aPerson(context.db, { role: 'juror' }) }
  const seatedAt = JUST_BEFORE.toISOString()
  await context.db
    .insertInto('panelSeat')
    .values({ contestId, jurorId: juror.id, mayClose: 1, seatedBy: adminId, seatedAt })
    .execute()
  const come = async (now: Date) => {
    context.setClock(now)
    return requireSeat(context, await requestTo(context, links.juryRoom(slug), { as: juror }), slug)
  }
  expect((await come(JUST_BEFORE)).facts.frozenAt).toBeNull()
  expect((await come(VOTING_CLOSES)).facts.frozenAt).toBe(VOTING_CLOSES.toISOString())
  expect(await context.db.selectFrom('standing').selectAll().execute()).toEqual([])
})
