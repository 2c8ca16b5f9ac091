import { afterEach, beforeEach, expect, test } from 'vitest'
import { issueFirstAdminLink } from '#app/accounts/issue-first-admin-link.server.ts'
import { loader as peoplePage } from '#app/routes/admin.people/route.tsx'
import { loader as personForAdmin } from '#app/routes/admin.people_.$accountId/route.tsx'
import { action as appoint } from '#app/routes/admin.people_.$accountId_.appoint/route.tsx'
import { action as dismiss, loader as dismissPage } from '#app/routes/admin.people_.$accountId_.dismiss/route.tsx'
import { action as openHouse, loader as openHousePage } from '#app/routes/first-admin.$token/route.tsx'
import { loader as personPage } from '#app/routes/people.$handle/route.tsx'
import { answerOf } from '../answer.ts'
import { aContest } from '../contests-in-phases.ts'
import { anEntry } from '../entries-in-contests.ts'
import { mailsIn } from '../mailbox.ts'
import { aJuror, aMember, anAdmin, aProducer, PASSWORD, type TestPerson } from '../people.ts'
import { NOW, requestTo, routeContext, type TestContext } from '../route-context.ts'

const DAY_MS = 86_400_000
let context: TestContext

beforeEach(async () => {
  context = await routeContext()
})
afterEach(() => context.close())

async function page(handle: string, as: TestPerson | null = null) {
  const request = await requestTo(context, `/people/${handle}`, { as })
  return answerOf(personPage({ request, params: { handle }, context }))
}

test('a designer’s page shows an entry to its maker, and to nobody else while the seal hides authors', async () => {
  const ada = await aMember(context.db, { name: 'Ada' })
  const { contestId, adminId } = await aContest(context.db, { phase: 'voting', now: NOW })
  const at = new Date(NOW.getTime() - 10 * DAY_MS)
  const entryId = await anEntry(context.db, { contestId, designer: ada, at })
  const admin = { ...(await anAdmin(context.db)), id: adminId }
  const others = [null, await aMember(context.db), await aJuror(context.db), await aProducer(context.db), admin]
  for (const as of others) expect(JSON.stringify(await page('ada', as))).not.toContain(entryId)
  expect((await page('ada', ada)).data).toMatchObject({ own: true, others: [{ id: entryId }] })
})

test('nobody’s page and a page nobody has confirmed are not there', async () => {
  expect((await page('nobody')).status).toBe(404)
})

test('a page shows no address, no id and no hash', async () => {
  await aMember(context.db, { name: 'Ada', email: 'ada@example.org' })
  const { data } = await page('ada')
  expect(Object.keys(data.person)).toEqual(['name', 'bio', 'createdAt'])
  expect(JSON.stringify(data)).not.toContain('ada@example.org')
})

test('only admins see the list of people and the people in it', async () => {
  const ada = await aMember(context.db, { name: 'Ada' })
  for (const as of [null, ada, await aJuror(context.db), await aProducer(context.db)]) {
    const list = await answerOf(
      peoplePage({ request: await requestTo(context, '/admin/people', { as }), params: {}, context }),
    )
    expect(list.status).toBe(as ? 403 : 302)
    const params = { accountId: ada.id }
    const one = await answerOf(personForAdmin({ request: await requestTo(context, '/x', { as }), params, context }))
    expect(one.status).toBe(as ? 403 : 302)
    const form = { role: 'admin', password: PASSWORD }
    const act = await answerOf(appoint({ request: await requestTo(context, '/x', { as, form }), params, context }))
    expect(act.status).toBe(as ? 403 : 302)
  }
  expect(await context.db.selectFrom('roleGrant').select('role').where('role', '=', 'admin').execute()).toEqual([])
})

test('an admin appoints with their own password, the person gets a letter, and is dismissed the same way', async () => {
  const admin = await anAdmin(context.db)
  const ada = await aMember(context.db, { name: 'Ada', email: 'ada@example.org' })
  const params = { accountId: ada.id }
  const ask = async (form: Record<string, string>) => ({
    request: await requestTo(context, '/x?role=juror', { as: admin, form }),
    params,
    context,
  })
  expect(await answerOf(appoint(await ask({ role: 'juror', password: 'not mine' })))).toMatchObject({ status: 403 })
  expect(await answerOf(appoint(await ask({ role: 'king', password: PASSWORD })))).toMatchObject({ status: 422 })
  expect(await answerOf(appoint(await ask({ role: 'juror', password: PASSWORD })))).toMatchObject({ status: 303 })
  expect(await answerOf(appoint(await ask({ role: 'juror', password: PASSWORD })))).toMatchObject({ status: 409 })
  expect((await answerOf(dismissPage(await ask({})))).data).toMatchObject({ name: 'Ada', role: 'juror' })
  expect(await answerOf(dismiss(await ask({ role: 'juror', password: PASSWORD })))).toMatchObject({ status: 303 })
  expect(await answerOf(dismissPage(await ask({})))).toMatchObject({ status: 404 })
  expect((await mailsIn(context, 'ada@example.org')).map(({ subject }) => subject).sort()).toEqual([
    'One of your roles at Placet has ended',
    'You have a new role at Placet',
  ])
})

test('an admin who takes a second role stays signed in under a new secret', async () => {
  const admin = await anAdmin(context.db)
  const form = { role: 'producer', password: PASSWORD }
  const request = await requestTo(context, '/x', { as: admin, form })
  const { status, headers } = await answerOf(appoint({ request, params: { accountId: admin.id }, context }))
  expect(status).toBe(303)
  expect(headers.get('Set-Cookie')).toMatch(/^placet=/)
})

test('the last admin is not dismissed from the page either', async () => {
  const admin = await anAdmin(context.db)
  const request = await requestTo(context, '/x', { as: admin, form: { role: 'admin', password: PASSWORD } })
  const answer = await answerOf(dismiss({ request, params: { accountId: admin.id }, context }))
  expect(answer).toMatchObject({ status: 409, data: { errors: { '': [expect.stringContaining('last admin')] } } })
})

test('the printed link opens the house once', async () => {
  const issued = await issueFirstAdminLink(context.db, NOW)
  if (!issued.ok) throw new Error(issued.refusal)
  const params = { token: issued.value.token }
  const form = { name: 'Marta', email: 'marta@example.org', password: PASSWORD }
  const ask = async () => ({ request: await requestTo(context, '/x', { form }), params, context })
  expect((await answerOf(openHousePage(await ask()))).data).toEqual({ good: true })
  const opened = await answerOf(openHouse(await ask()))
  expect([opened.status, opened.headers.get('Location')]).toEqual([303, '/admin'])
  expect(opened.headers.get('Set-Cookie')).toMatch(/placet=/)
  expect(await answerOf(openHousePage(await ask()))).toMatchObject({ status: 410 })
  expect(await answerOf(openHouse(await ask()))).toMatchObject({ status: 410 })
})
