import { expect, test } from 'vitest'
import { ORIGIN, runningEdge } from './running-edge.ts'

const ASKED = {
  'a page': ['GET', '/page'],
  'a page’s .data': ['GET', '/page.data'],
  'a resource': ['GET', '/resource'],
  'a page that broke': ['GET', '/throws'],
  'a page whose error page broke': ['GET', '/unrenderable'],
  'no page': ['GET', '/nowhere'],
  'no file': ['GET', '/assets/nothing.js'],
  'the health': ['GET', '/healthz'],
  'a redirect': ['GET', '/page/'],
  'a refused post': ['POST', '/page'],
  'a method nobody takes': ['OPTIONS', '/page'],
  'an unreadable address': ['GET', '/%00'],
  'only the headers': ['HEAD', '/page'],
} as const

for (const [what, [method, path]] of Object.entries(ASKED)) {
  test(`the answer with ${what} carries the security headers`, async () => {
    const edge = await runningEdge()
    const { headers } = await edge.send(path, { method })
    const policy = String(headers['content-security-policy'])
    expect(policy).toMatch(/script-src 'self' 'nonce-[A-Za-z0-9+/=]{24}';/)
    for (const directive of [`object-src 'none'`, `base-uri 'none'`, `frame-ancestors 'none'`, `form-action 'self'`]) {
      expect(policy).toContain(directive)
    }
    expect(policy.match(/script-src[^;]*/)?.[0]).not.toContain('unsafe')
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': expect.stringContaining('camera=()'),
      'cache-control': expect.stringContaining('no-store'),
      'x-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
    })
    expect(headers['strict-transport-security']).toBeUndefined()
  })
}

test('where people come by https, they are told to keep to it for a year', async () => {
  const edge = await runningEdge({ PUBLIC_ORIGIN: 'https://placet.example' })
  const { headers } = await edge.send('/page')
  expect(headers['strict-transport-security']).toBe('max-age=31536000')
  expect(headers['content-security-policy']).toContain('upgrade-insecure-requests')
})

test('every script of a page carries the nonce of its own answer, and no two answers share one', async () => {
  const edge = await runningEdge()
  const nonces = []
  for (const path of ['/page', '/page', '/throws']) {
    const { headers, body } = await edge.send(path)
    const nonce = /'nonce-([^']+)'/.exec(String(headers['content-security-policy']))?.[1] ?? ''
    const scripts = body.match(/<script\b[^>]*>/g) ?? []
    expect(scripts.length).toBeGreaterThan(2)
    for (const script of scripts) expect(script).toContain(`nonce="${nonce}"`)
    nonces.push(nonce)
  }
  expect(new Set(nonces).size).toBe(3)
})

test('a page comes compressed as the browser takes it, and says that it varies', async () => {
  const edge = await runningEdge()
  const encodings: Record<string, string | undefined> = {
    'gzip, deflate, br': 'br',
    gzip: 'gzip',
    'br;q=0, gzip;q=0.5': 'gzip',
    '': undefined,
  }
  for (const [accepted, encoding] of Object.entries(encodings)) {
    for (const path of ['/page', '/page.data']) {
      const { headers } = await edge.send(path, { headers: { 'Accept-Encoding': accepted } })
      expect(headers['content-encoding'], `${path} for “${accepted}”`).toBe(encoding)
      expect(headers.vary).toContain('Accept-Encoding')
    }
  }
})

test('neither Host nor X-Forwarded-Host reaches the app: it sees the configured origin', async () => {
  const edge = await runningEdge()
  const headers = { Host: 'evil.example:81', 'X-Forwarded-Host': 'evil.example', 'X-Forwarded-Proto': 'gopher' }
  await edge.send('/page?a=1', { headers })
  const [seen] = edge.seen
  expect(seen?.url).toBe(`${ORIGIN}/page?a=1`)
  expect(seen?.headers.get('Host')).toBe('placet.example')
  expect(seen?.headers.get('X-Forwarded-Host')).toBeNull()
})
