import { afterEach, beforeEach, expect, test } from 'vitest'
import { flashCookie } from '#app/http/flash.server.ts'
import { loader } from '#app/root.tsx'
import { answerOf } from '../answer.ts'
import { aMember, anAdmin } from '../people.ts'
import { cookiePair, requestTo, routeContext, type TestContext } from '../route-context.ts'

let context: TestContext
beforeEach(async () => {
  context = await routeContext({ BRAND_NAME: 'Ciabatta', BRAND_ACCENT: '#ffee00' })
})
afterEach(() => context.close())

async function shell(details: Parameters<typeof requestTo>[2] = {}) {
  return answerOf(loader({ request: await requestTo(context, '/', details), params: {}, context }))
}

test('a visitor is nobody to the shell', async () => {
  expect((await shell()).data.viewer).toBeNull()
})

test('the shell knows who is signed in and which rooms are theirs, and nothing else of them', async () => {
  const member = await aMember(context.db, { name: 'Ada Ferri' }, context.clock())
  expect((await shell({ as: member })).data.viewer).toEqual({ name: 'Ada Ferri', handle: 'ada-ferri', roles: [] })
  const admin = await anAdmin(context.db, {}, context.clock())
  expect((await shell({ as: admin })).data.viewer?.roles).toEqual(['admin'])
})

test('what was just done is said once', async () => {
  const cookie = cookiePair(await flashCookie({ tone: 'done', text: 'Saved.' }))
  const { data, headers } = await shell({ headers: { Cookie: cookie } })
  expect(data.flash).toEqual({ tone: 'done', text: 'Saved.' })
  expect(headers.get('Set-Cookie')).toMatch(/^placet_flash=.*Max-Age=0/)
  expect((await shell()).data.flash).toBeNull()
})

test('a ground nobody offered is read as the device’s own', async () => {
  expect((await shell({ headers: { Cookie: 'placet_theme=dark' } })).data.theme).toBe('dark')
  expect((await shell({ headers: { Cookie: 'placet_theme=%22%3E' } })).data.theme).toBe('system')
})

test('the brand’s colour reaches the page in two readable shades', async () => {
  const { brand, accent } = (await shell()).data
  expect(brand).toBe('Ciabatta')
  expect(accent.onLamp).toBe('#ffee00')
  expect(accent.onPaper).not.toBe('#ffee00')
})
