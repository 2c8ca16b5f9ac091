import { expect, test } from 'vitest'
import { safeRedirect } from '#app/http/safe-redirect.ts'

const ORIGIN = 'https://placet.example'
const TAB = '\t'

const WAYS_OUT = [
  '//evil.example',
  '///evil.example',
  '////evil.example/a',
  '/\\evil.example',
  '\\\\evil.example',
  '\\/evil.example',
  '/\\/evil.example',
  `/${TAB}/evil.example`,
  `${TAB}//evil.example`,
  '/\n/evil.example',
  '/\r\n/evil.example',
  '\u0000//evil.example',
  'https://evil.example',
  'HTTPS://evil.example',
  'https:evil.example',
  'https:/evil.example',
  'https:///evil.example',
  'http://placet.example',
  'https://placet.example:444',
  'https://placet.example.evil.example',
  'https://placet.example@evil.example',
  'https://ada:secret@placet.example/',
  'javascript:alert(1)',
  'java\nscript:alert(1)',
  'data:text/html,hello',
  'blob:https://placet.example/1',
  'mailto:eve@evil.example',
  '/..//evil.example',
  '/.//evil.example',
  'https://placet.example//evil.example',
  '',
]

test('no way out of the site is followed', () => {
  for (const to of WAYS_OUT) expect(safeRedirect(to, ORIGIN), JSON.stringify(to)).toBe('/')
  for (const to of [undefined, null, 1, ['/page'], { href: '/page' }]) expect(safeRedirect(to, ORIGIN)).toBe('/')
})

test('whatever is answered stays on the site when a browser resolves it', () => {
  for (const to of [...WAYS_OUT, '/%2F%2Fevil.example', '/%5cevil.example', 'evil.example', '?next=//evil.example']) {
    expect(new URL(safeRedirect(to, ORIGIN), ORIGIN).origin, to).toBe(ORIGIN)
  }
})

test('a path of the site is followed with its query, whole addresses of the site too, without the fragment', () => {
  expect(safeRedirect('/contests/boots?page=2', ORIGIN)).toBe('/contests/boots?page=2')
  expect(safeRedirect(`${ORIGIN}/account`, ORIGIN)).toBe('/account')
  expect(safeRedirect('/a#b', ORIGIN)).toBe('/a')
  expect(safeRedirect('//evil.example', ORIGIN, '/account')).toBe('/account')
})
