import { mkdirSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { handleInDevelopment } from '../../scripts/remix-app.ts'
import { ORIGIN, runningEdge } from './running-edge.ts'

test('a page that breaks answers 500 with the app’s error page, and the log can be found by the id on the answer', async () => {
  const edge = await runningEdge()
  const { status, headers, body } = await edge.send('/throws')
  expect(status).toBe(500)
  expect(body).toContain('<h1>Something broke</h1>')
  const line = edge.lines.map((text) => JSON.parse(text)).find((entry) => entry.err)
  expect(line).toMatchObject({ level: 'error', id: headers['x-request-id'], err: { message: 'the till is empty' } })
})

test('neither message nor stack nor path reaches the reader', async () => {
  const edge = await runningEdge()
  for (const path of ['/throws', '/throws.data', '/unrenderable', '/unrenderable.data']) {
    const { status, body } = await edge.send(path)
    expect(status, path).toBe(500)
    expect(body, path).not.toMatch(/the till|node_modules|\.tsx?\b|\bat .*:\d+/)
  }
})

test('when even the error page breaks, a page in both languages stands in, with the id', async () => {
  const edge = await runningEdge()
  const { status, headers, body } = await edge.send('/unrenderable')
  expect(status).toBe(500)
  expect(body).toContain('Something broke on our side')
  expect(body).toContain('<p lang="it">Qualcosa si è rotto')
  expect(body).toContain(headers['x-request-id'])
  expect(body).toContain(`href="${ORIGIN}/"`)
})

test('a page or an act that does not exist is no fault of ours: it is answered and not logged as one', async () => {
  const edge = await runningEdge()
  const headers = { Origin: ORIGIN }
  expect((await edge.send('/throws', { method: 'POST', headers })).status).toBe(405)
  expect((await edge.send('/nowhere.data')).status).toBe(404)
  expect(edge.lines.filter((line) => JSON.parse(line).level === 'error')).toEqual([])
})

test('a request is logged by its route, without query, handle or address', async () => {
  const edge = await runningEdge({ TRUSTED_PROXY_HOPS: '1' })
  const headers = { 'X-Forwarded-For': '203.0.113.9', Cookie: 'session=abc', 'User-Agent': 'Adas' }
  await edge.send('/people/ada-lovelace?from=mail', { headers })
  const text = edge.lines.join('')
  expect(text).not.toMatch(/lovelace|mail\b.*from|203\.0|abc|Adas/)
  const line = edge.lines.map((entry) => JSON.parse(entry)).find((entry) => entry.msg === 'request')
  expect(line).toEqual({
    level: 'info',
    time: expect.any(String),
    id: expect.any(String),
    method: 'GET',
    route: '/people/:handle',
    status: 200,
    ms: expect.any(Number),
    msg: 'request',
  })
})

test('health is 200 while the database answers and uploads can be written, and says which is not so', async () => {
  const edge = await runningEdge()
  const well = await edge.send('/healthz')
  expect([well.status, JSON.parse(well.body)]).toEqual([
    200,
    { healthy: true, database: true, uploads: true, stopping: false },
  ])
  rmSync(`${edge.folder}/uploads`, { recursive: true })
  const noUploads = await edge.send('/healthz')
  expect([noUploads.status, JSON.parse(noUploads.body)]).toMatchObject([503, { database: true, uploads: false }])
  await edge.db.destroy()
  const neither = await edge.send('/healthz')
  expect([neither.status, JSON.parse(neither.body)]).toMatchObject([503, { database: false, uploads: false }])
})

test('every 503 says in the log of its request why, once, and nothing else does', async () => {
  const edge = await runningEdge()
  const said = () =>
    edge.lines
      .map((line) => JSON.parse(line))
      .flatMap(({ level, route, status, cause }) =>
        status === 503 ? [[level, route, cause]] : cause ? [['not a 503', cause]] : [],
      )
  await edge.send('/page')
  await edge.send('/unready')
  rmSync(`${edge.folder}/uploads`, { recursive: true })
  await edge.send('/healthz')
  expect(said()).toEqual([
    ['error', '/unready', 'the till/EMPTY'],
    ['error', '(none)', 'uploads/ENOENT'],
  ])
  await edge.db.destroy()
  await edge.send('/healthz')
  expect(said().at(-1)).toEqual(['error', '(none)', 'database/Error, uploads/ENOENT'])
})

test('health is asked for all the time: the log says when its answer changes, and not each time it is the same', async () => {
  const edge = await runningEdge()
  const uploads = `${edge.folder}/uploads`
  const twice = async () => {
    for (let times = 0; times < 2; times += 1) await edge.send('/healthz')
  }
  await twice()
  rmSync(uploads, { recursive: true })
  await twice()
  mkdirSync(uploads)
  await twice()
  const polls = edge.lines
    .map((line) => JSON.parse(line))
    .filter(({ msg, route }) => msg === 'request' && route === '(none)')
  expect(polls.map(({ level, status, cause }) => [level, status, cause])).toEqual([
    ['error', 503, 'uploads/ENOENT'],
    ['info', 200, undefined],
  ])
})

test('a page that finds the database full answers 503 and when to come back, as a page and as its data, and once there is room it is done', async () => {
  const edge = await runningEdge()
  const headers = { Origin: ORIGIN }
  await sql`PRAGMA max_page_count = 1`.execute(edge.db)
  for (const path of ['/full', '/full.data']) {
    const full = await edge.send(path, { method: 'POST', headers })
    expect([full.status, full.headers['retry-after']], path).toEqual([503, expect.stringMatching(/^[1-9]\d*$/)])
  }
  const said = edge.lines.map((line) => JSON.parse(line))
  expect(said.filter(({ err }) => err).map(({ msg, err }) => [msg, err.code])).toEqual([
    ['the database was not ready', 'SQLITE_FULL'],
    ['the database was not ready', 'SQLITE_FULL'],
  ])
  expect(said.flatMap(({ status, cause }) => (status ? [[status, cause]] : []))).toEqual([
    [503, 'SQLITE_FULL'],
    [503, 'SQLITE_FULL'],
  ])
  await sql`PRAGMA max_page_count = 1000000`.execute(edge.db)
  expect((await edge.send('/full', { method: 'POST', headers })).status).toBe(200)
})

test('the app under development says it as well, and not that something broke', async () => {
  const edge = await runningEdge({}, undefined, handleInDevelopment)
  await sql`PRAGMA max_page_count = 1`.execute(edge.db)
  const full = await edge.send('/full', { method: 'POST', headers: { Origin: ORIGIN } })
  expect([full.status, full.headers['retry-after']]).toEqual([503, expect.stringMatching(/^[1-9]\d*$/)])
})

test('where a service keeps the pictures, the folder of the disk says nothing about our health', async () => {
  const token = Buffer.from(JSON.stringify({ apiKey: 'sk_live_x', appId: 'app', regions: ['sea1'] })).toString('base64')
  const edge = await runningEdge({ PICTURE_STORE: 'uploadthing', UPLOADTHING_TOKEN: token })
  rmSync(`${edge.folder}/uploads`, { recursive: true, force: true })
  const health = await edge.send('/healthz')
  expect([health.status, JSON.parse(health.body)]).toMatchObject([200, { healthy: true, uploads: true }])
})

test('a client that hangs up before the answer is noted, and is no fault', async () => {
  const edge = await runningEdge()
  const { hostname, port } = new URL(edge.address)
  const asking = request({ hostname, port, path: '/slow', agent: false })
  asking.on('error', () => {})
  asking.end()
  const { signal } = await edge.slowRequest
  const noticed = new Promise((resolve) => signal.addEventListener('abort', resolve))
  asking.destroy()
  await noticed
  edge.letGo()
  await edge.stop()
  const lines = edge.lines.map((text) => JSON.parse(text))
  expect(lines.filter((line) => line.level === 'error')).toEqual([])
  expect(lines.find((line) => line.route === '/slow')).toMatchObject({ level: 'info', status: 499 })
})

test('stopping lets a request in flight finish, and takes no new one', async () => {
  const edge = await runningEdge()
  const slow = edge.send('/slow')
  await edge.slowRequest
  const stopped = edge.stop()
  await expect(edge.send('/page')).rejects.toThrow('ECONNREFUSED')
  edge.letGo()
  const answer = await slow
  expect([answer.status, answer.body, answer.headers.connection]).toEqual([200, 'at last', 'close'])
  await stopped
})
