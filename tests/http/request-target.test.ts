import { mkdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readTarget } from '#app/http/edge/request-target.ts'
import { loadStaticFiles } from '#app/http/edge/static-files.server.ts'
import { ORIGIN, runningEdge } from './running-edge.ts'

const CLIMBS = [
  '/assets/../../package.json',
  '/assets/..%2f..%2fpackage.json',
  '/assets/%2e%2e/%2e%2e/package.json',
  '/assets/..%5c..%5cpackage.json',
  '/assets/..\\..\\package.json',
  '/assets/%252e%252e/package.json',
  '/assets/....//package.json',
  '/assets/./secret.txt',
  '/assets//secret.txt',
  '/assets/%00',
  '/assets/known.js%00.txt',
  '/assets/secret.txt.br',
  '/.env',
  '/.vite/manifest.json',
  '//evil.example/assets/known.js',
  '/\\evil.example',
  '/%E0%A4%A',
  '/etc/passwd',
  'http://evil.example/page',
  '*',
]

test('no path climbs out of the built files, and odd ones are refused without an error', async () => {
  const folder = join(tmpdir(), `placet-static-${process.pid}`)
  mkdirSync(join(folder, 'client/assets'), { recursive: true })
  writeFileSync(join(folder, 'client/assets/known.js'), 'export {}')
  writeFileSync(join(folder, 'package.json'), 'SECRET')
  const edge = await runningEdge({}, loadStaticFiles(join(folder, 'client')))
  expect((await edge.send('/assets/known.js')).body).toBe('export {}')
  for (const path of CLIMBS) {
    const answer = await edge.send(path)
    expect([400, 404], path).toContain(answer.status)
    expect(answer.body, path).not.toMatch(/SECRET|export|root:/)
  }
})

test('a hashed file may be kept for ever, and is not sent twice to one who has it', async () => {
  const folder = join(tmpdir(), `placet-kept-${process.pid}`)
  mkdirSync(join(folder, 'assets'), { recursive: true })
  writeFileSync(join(folder, 'assets/known-1a2b.js'), 'export {}')
  writeFileSync(join(folder, 'assets/known-1a2b.js.br'), 'squeezed')
  const edge = await runningEdge({}, loadStaticFiles(folder))
  const { headers } = await edge.send('/assets/known-1a2b.js')
  expect(headers).toMatchObject({
    'cache-control': 'public, max-age=31536000, immutable',
    'content-type': 'text/javascript; charset=utf-8',
    vary: 'Accept-Encoding',
  })
  const again = await edge.send('/assets/known-1a2b.js', { headers: { 'If-None-Match': String(headers.etag) } })
  expect([again.status, again.body]).toEqual([304, ''])
  const squeezed = await edge.send('/assets/known-1a2b.js', { headers: { 'Accept-Encoding': 'gzip, br' } })
  expect([squeezed.headers['content-encoding'], squeezed.body]).toEqual(['br', 'squeezed'])
  expect((await edge.send('/assets/known-1a2b.js', { method: 'HEAD' })).headers['content-length']).toBe('9')
})

test('each page has one address: a slash at the end is taken away, inside this site', () => {
  expect(readTarget('/contests/?page=2', ORIGIN)).toEqual({ redirectTo: '/contests?page=2' })
  expect(readTarget('//evil.example/', ORIGIN)).toEqual({ refuse: 404 })
  expect(readTarget('/%2F/evil.example/', ORIGIN)).toEqual({ refuse: 400 })
})

test('a question mark in the query is kept', () => {
  expect(readTarget('/page?next=/a?b', ORIGIN)).toEqual({ url: new URL(`${ORIGIN}/page?next=/a?b`) })
})

test('an address past 2,048 characters is refused', async () => {
  const edge = await runningEdge()
  expect((await edge.send(`/page?q=${'q'.repeat(7000)}`)).status).toBe(414)
})

test('the two doors that Remix would open and we do not use stay shut', async () => {
  const edge = await runningEdge()
  expect((await edge.send('/__manifest?p=/page&version=1')).status).toBe(404)
  expect((await edge.send('/page?_data=routes%2Fpage')).status).toBe(400)
})
