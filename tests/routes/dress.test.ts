import { afterEach, beforeEach, expect, test } from 'vitest'
import { action as chooseLanguage } from '#app/routes/language/route.tsx'
import { action as chooseTheme } from '#app/routes/theme/route.tsx'
import { answerOf } from '../answer.ts'
import { requestTo, routeContext, type TestContext } from '../route-context.ts'

let context: TestContext
beforeEach(async () => {
  context = await routeContext()
})
afterEach(() => context.close())

async function post(action: typeof chooseLanguage, path: string, form: Record<string, string>) {
  return answerOf(action({ request: await requestTo(context, path, { form }), params: {}, context }))
}

test('a language is remembered and the reader stays where they were', async () => {
  const { status, headers } = await post(chooseLanguage, '/language', { language: 'it', to: '/contests?page=2' })
  expect({ status, to: headers.get('Location') }).toEqual({ status: 302, to: '/contests?page=2' })
  expect(headers.get('Set-Cookie')).toMatch(/^placet_language=it; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax$/)
})

test('a ground is remembered and the reader stays where they were', async () => {
  const { headers } = await post(chooseTheme, '/theme', { theme: 'dark', to: '/products' })
  expect(headers.get('Location')).toBe('/products')
  expect(headers.get('Set-Cookie')).toMatch(/^placet_theme=dark;/)
})

test('behind https the choice travels by https alone', async () => {
  await context.close()
  context = await routeContext({ PUBLIC_ORIGIN: 'https://placet.test' })
  const { headers } = await post(chooseTheme, '/theme', { theme: 'dark' })
  expect(headers.get('Set-Cookie')).toContain('; Secure')
})

test.each(['https://evil.example/', '//evil.example', '/\\evil.example'])(
  'no choice leads off the site: %s',
  async (to) => {
    const { headers } = await post(chooseLanguage, '/language', { language: 'en', to })
    expect(headers.get('Location')).toBe('/')
  },
)

test('a language or a ground that we do not have is refused', async () => {
  expect((await post(chooseLanguage, '/language', { language: 'xx' })).status).toBe(400)
  expect((await post(chooseTheme, '/theme', { theme: 'neon' })).status).toBe(400)
})
