import { expect, test } from 'vitest'
import { ORIGIN, runningEdge } from './running-edge.ts'

const FORM = { 'Content-Type': 'application/x-www-form-urlencoded' }
const TARGETS = {
  'a page': '/page',
  'a page by .data': '/page.data',
  'a page by ?_data': '/page?_data=routes%2Fpage',
  'a resource by ?_data': '/resource?_data=routes%2Fresource',
  'a resource': '/resource',
  'an upload': '/entries/1/pictures',
}
const FORGERIES: Record<string, Record<string, string>> = {
  'another site’s Origin': { Origin: 'https://evil.example' },
  'our host on another port': { Origin: `${ORIGIN}:81` },
  'our host by another scheme': { Origin: 'https://placet.example' },
  'a host that begins like ours': { Origin: `${ORIGIN}.evil.example` },
  'no Origin': {},
  'Origin null': { Origin: 'null' },
  'an Origin that is no address': { Origin: 'placet.example' },
  'an X-Forwarded-Host that agrees with the Origin': {
    Origin: 'https://evil.example',
    'X-Forwarded-Host': 'evil.example',
    'X-Forwarded-Proto': 'https',
  },
  'a Host that agrees with the Origin': { Origin: 'http://evil.example', Host: 'evil.example' },
  'Sec-Fetch-Site cross-site': { 'Sec-Fetch-Site': 'cross-site', Origin: ORIGIN },
  'Sec-Fetch-Site same-site': { 'Sec-Fetch-Site': 'same-site' },
  'Sec-Fetch-Site none': { 'Sec-Fetch-Site': 'none' },
  'a text/plain body': { Origin: 'https://evil.example', 'Content-Type': 'text/plain' },
}

for (const [what, path] of Object.entries(TARGETS)) {
  test(`a post to ${what} from elsewhere answers 403 and changes nothing, however it is forged`, async () => {
    const edge = await runningEdge()
    for (const [forgery, headers] of Object.entries(FORGERIES)) {
      for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
        const answer = await edge.send(path, { method, headers: { ...FORM, ...headers }, body: 'a=1' })
        expect(answer.status, `${method} with ${forgery}`).toBe(403)
      }
    }
    expect(edge.writes).toEqual([])
  })
}

test('a post from one of our own pages is let through, by Sec-Fetch-Site or by Origin', async () => {
  const edge = await runningEdge()
  const bySite = await edge.send('/page', {
    method: 'POST',
    headers: { ...FORM, 'Sec-Fetch-Site': 'same-origin' },
    body: 'a=1',
  })
  expect([bySite.status, bySite.headers.location]).toEqual([302, '/page'])
  const byOrigin = await edge.send('/resource', { method: 'POST', headers: { ...FORM, Origin: ORIGIN }, body: 'a=2' })
  expect(byOrigin.status).toBe(200)
  expect(edge.writes).toEqual(['a=1', 'a=2'])
})

test('a page opened at an address other than the configured one can still post, where the browser vouches for it', async () => {
  const edge = await runningEdge()
  const headers = { ...FORM, 'Sec-Fetch-Site': 'same-origin', Origin: 'http://127.0.0.1:4747', Host: '127.0.0.1:4747' }
  expect((await edge.send('/page', { method: 'POST', headers, body: 'a=1' })).status).toBe(302)
})

test('the refusal says at which address the page works', async () => {
  const edge = await runningEdge()
  const { body } = await edge.send('/page', { method: 'POST', headers: { Host: 'evil.example' } })
  expect(body).toContain(`href="${ORIGIN}/"`)
  expect(body).not.toContain('evil.example')
})
