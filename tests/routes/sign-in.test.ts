import { afterEach, beforeEach, expect, test } from 'vitest'
import { findSessionViewer } from '#app/accounts/sessions.server.ts'
import { readSessionToken } from '#app/http/session-cookie.server.ts'
import { loader as accountPage } from '#app/routes/account/route.tsx'
import { action as signIn, loader as signInPage } from '#app/routes/sign-in/route.tsx'
import { action as signOut } from '#app/routes/sign-out/route.tsx'
import { answerOf } from '../answer.ts'
import { aMember, PASSWORD, type TestPerson } from '../people.ts'
import { cookiePair, requestTo, routeContext, sessionCookieOf, type TestContext } from '../route-context.ts'

let context: TestContext
let ada: TestPerson

beforeEach(async () => {
  context = await routeContext()
  ada = await aMember(context.db, { name: 'Ada', email: 'ada@example.org' })
})
afterEach(() => context.close())

async function post(form: Record<string, string>, headers: Record<string, string> = {}, clientAddress?: string) {
  const request = await requestTo(context, '/sign-in', { form, headers })
  const from = { ...context, clientAddress: clientAddress ?? context.clientAddress }
  return answerOf(signIn({ request, params: {}, context: from }))
}

async function viewerWith(cookie: string) {
  const request = new Request(context.config.publicOrigin, { headers: { Cookie: cookie } })
  const token = await readSessionToken(request.headers, context.config)
  return token ? findSessionViewer(context.db, token, context.clock()) : null
}

test('the right password sets a cookie that scripts cannot read, and goes where the person was going', async () => {
  const { status, headers } = await post({ email: ' ADA@example.org ', password: PASSWORD, next: '/account?a=1' })
  expect([status, headers.get('Location')]).toEqual([303, '/account?a=1'])
  const cookie = headers.get('Set-Cookie') ?? ''
  expect(cookie).toMatch(/^placet=[^;]+; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/)
  expect(await viewerWith(cookiePair(cookie))).toMatchObject({ id: ada.id })
})

test('over https the cookie is bound to this host', async () => {
  await context.close()
  context = await routeContext({ PUBLIC_ORIGIN: 'https://placet.test' })
  await aMember(context.db, { email: 'ada@example.org' })
  const { headers } = await post({ email: 'ada@example.org', password: PASSWORD })
  expect(headers.get('Set-Cookie')).toMatch(
    /^__Host-placet=[^;]+; Max-Age=2592000; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
  )
})

test.each([
  '//evil.example',
  '/\\evil.example',
  'https://evil.example',
  'https:evil.example',
  '/\t/evil.example',
  'javascript:alert(1)',
  'http://placet.test@evil.example/',
])('signing in never leads off the site: %s', async (next) => {
  const { headers } = await post({ email: 'ada@example.org', password: PASSWORD, next })
  expect(new URL(headers.get('Location') ?? '', context.config.publicOrigin).origin).toBe(context.config.publicOrigin)
  const page = await answerOf(
    signInPage({ request: await requestTo(context, `/sign-in?next=${encodeURIComponent(next)}`), params: {}, context }),
  )
  expect(page.data.next).toMatch(/^\/(?!\/)/)
})

test('a wrong password and an unknown address get the same answer, with the address kept and no password', async () => {
  const wrong = await post({ email: 'ada@example.org', password: 'not this one' })
  const unknown = await post({ email: 'eve@example.org', password: 'not this one' })
  expect(wrong.status).toBe(403)
  expect(wrong.data.typed).toEqual({ email: 'ada@example.org' })
  expect(unknown).toEqual({ ...wrong, data: { ...wrong.data, typed: { email: 'eve@example.org' } } })
})

test('after ten wrong passwords in a quarter of an hour not even the right one is looked at', async () => {
  for (let turn = 0; turn < 10; turn += 1) await post({ email: 'ada@example.org', password: 'not this one' })
  const answer = await post({ email: 'Ada@example.org', password: PASSWORD })
  expect(answer.status).toBe(429)
  expect(Number(answer.headers.get('Retry-After'))).toBeGreaterThan(0)
  expect(answer.data.errors).toEqual({ '': [expect.stringContaining('Wait 15 minutes')] })
  const unknown = Array.from({ length: 11 }, () => post({ email: 'eve@example.org', password: 'x' }))
  expect((await Promise.all(unknown)).map(({ status }) => status).filter((status) => status === 429)).toHaveLength(1)
})

test('a stranger’s wrong passwords do not keep the owner out, and a hundred from many addresses stop everybody', async () => {
  for (let turn = 0; turn < 40; turn += 1) {
    await post({ email: 'ada@example.org', password: 'x' }, {}, `198.51.100.${turn % 2}`)
  }
  expect((await post({ email: 'ada@example.org', password: PASSWORD })).status).toBe(303)
  for (let turn = 0; turn < 100; turn += 1) await context.limiter.spend('signInPerAccount', 'ada@example.org')
  expect((await post({ email: 'ada@example.org', password: PASSWORD })).status).toBe(429)
})

test('a cookie planted before signing in is worthless afterwards', async () => {
  const planted = await sessionCookieOf(context, await aMember(context.db))
  const { headers } = await post({ email: 'ada@example.org', password: PASSWORD }, { Cookie: planted })
  expect(cookiePair(headers.get('Set-Cookie') ?? '')).not.toBe(planted)
  expect(await viewerWith(planted)).toBeNull()
})

test('after signing out the old cookie leads to the sign-in page', async () => {
  const cookie = await sessionCookieOf(context, ada)
  const request = await requestTo(context, '/sign-out', { form: {}, headers: { Cookie: cookie } })
  const { status, headers } = await answerOf(signOut({ request, params: {}, context }))
  expect([status, headers.get('Location')]).toEqual([303, '/'])
  expect(headers.get('Set-Cookie')).toContain('placet=; Max-Age=0')

  const replayed = await requestTo(context, '/account', { headers: { Cookie: cookie } })
  const answer = await answerOf(accountPage({ request: replayed, params: {}, context }))
  expect([answer.status, answer.headers.get('Location')]).toEqual([302, '/sign-in?next=%2Faccount'])
})

test('somebody who chose a language gets it when they sign in', async () => {
  await aMember(context.db, { email: 'bea@example.org', language: 'it' })
  const { headers } = await post({ email: 'bea@example.org', password: PASSWORD })
  expect(headers.get('Set-Cookie')).toContain('placet_language=it')
})
