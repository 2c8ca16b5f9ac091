import { Agent } from 'node:http'
import { connect } from 'node:net'
import { expect, test } from 'vitest'
import { bodyMaxBytes, FORM_MAX_BYTES, UPLOAD_MAX_BYTES } from '#app/http/edge/body-limit.ts'
import { PICTURE_BYTES_MOST } from '#app/images/picture.ts'
import { ORIGIN, runningEdge } from './running-edge.ts'

const OURS = { Origin: ORIGIN }
const MULTIPART = { ...OURS, 'Content-Type': 'multipart/form-data; boundary=x' }
const CHUNK = Buffer.alloc(64 * 1024, 'a')

function* bytes(count: number): Generator<Buffer> {
  for (let left = count; left > 0; left -= CHUNK.byteLength) yield CHUNK.subarray(0, left)
}

test('a body that says it is too large is refused before it is read', async () => {
  const edge = await runningEdge()
  const headers = { ...OURS, 'Content-Length': String(FORM_MAX_BYTES + 1) }
  const answer = await edge.send('/page', { method: 'POST', headers, body: bytes(FORM_MAX_BYTES + 1) })
  expect(answer.status).toBe(413)
  expect(answer.headers['x-content-type-options']).toBe('nosniff')
  expect(edge.writes).toEqual([])
})

test('a body sent in chunks, without a length, is refused once it passes the limit, and nothing is written', async () => {
  const edge = await runningEdge()
  for (const path of ['/page', '/page.data', '/resource', '/entries/1/pictures']) {
    const answer = await edge.send(path, { method: 'POST', headers: OURS, body: bytes(FORM_MAX_BYTES + 1) })
    expect(answer.status, path).toBe(413)
    expect(answer.headers['content-security-policy'], path).toContain('nonce-')
  }
  expect(edge.writes).toEqual([])
})

test('a body of exactly the limit is taken', async () => {
  const edge = await runningEdge()
  const answer = await edge.send('/resource', { method: 'POST', headers: OURS, body: bytes(FORM_MAX_BYTES) })
  expect(answer.status).toBe(200)
  expect(edge.writes[0]).toHaveLength(FORM_MAX_BYTES)
})

test('six of the largest pictures fit where pictures are taken, and nowhere else', async () => {
  const edge = await runningEdge()
  const size = 6 * PICTURE_BYTES_MOST
  const upload = await edge.send('/entries/1/pictures', { method: 'POST', headers: MULTIPART, body: bytes(size) })
  expect(upload.status).toBe(200)
  expect(edge.writes).toEqual([`${size} bytes`])
  const elsewhere = await edge.send('/page', { method: 'POST', headers: MULTIPART, body: bytes(FORM_MAX_BYTES + 1) })
  expect(elsewhere.status).toBe(413)
})

test('the forms that carry pictures are known by their addresses; all others stay small, multipart or not', () => {
  const multipart = 'multipart/form-data; boundary=x'
  for (const path of [
    '/entries/1/edit/submit',
    '/entries/1/edit/pictures',
    '/entries/1/pictures.data',
    '/admin/contests/1',
    '/production/1/notes',
    '/production/1/launch',
  ]) {
    expect(bodyMaxBytes(path, multipart), path).toBe(UPLOAD_MAX_BYTES)
    expect(bodyMaxBytes(path, 'application/x-www-form-urlencoded'), path).toBe(FORM_MAX_BYTES)
  }
  for (const path of ['/sign-in', '/join.data', '/contests/boots/vote/score', '/account', '/entries/1/edit/withdraw']) {
    expect(bodyMaxBytes(path, multipart), path).toBe(FORM_MAX_BYTES)
  }
})

test('an upload past its own limit is refused', async () => {
  const edge = await runningEdge()
  const headers = { ...MULTIPART, 'Content-Length': String(UPLOAD_MAX_BYTES + 1) }
  expect((await edge.send('/entries/1/pictures', { method: 'POST', headers, body: [CHUNK] })).status).toBe(413)
})

test('a body that is too large is not logged as a fault', async () => {
  const edge = await runningEdge()
  await edge.send('/page', { method: 'POST', headers: OURS, body: bytes(FORM_MAX_BYTES + 1) })
  expect(edge.lines.filter((line) => line.includes('"error"'))).toEqual([])
})

test('headers of more than 16 kB are answered 431, with the security headers', async () => {
  const edge = await runningEdge()
  expect(await rawAnswer(edge.address, `GET / HTTP/1.1\r\nHost: x\r\nCookie: ${'c'.repeat(20_000)}\r\n\r\n`)).toMatch(
    /^HTTP\/1.1 431 [\s\S]*nosniff[\s\S]*default-src 'none'/,
  )
})

test('what is not HTTP is answered 400', async () => {
  const edge = await runningEdge()
  expect(await rawAnswer(edge.address, 'HELLO\r\n\r\n')).toMatch(/^HTTP\/1.1 400 /)
})

function rawAnswer(address: string, request: string): Promise<string> {
  const { hostname, port } = new URL(address)
  return new Promise((resolve, reject) => {
    let answer = ''
    const socket = connect(Number(port), hostname, () => socket.write(request))
    socket.on('data', (chunk) => {
      answer += chunk
    })
    socket.on('end', () => resolve(answer))
    socket.on('error', reject)
  })
}

test('a connection on which a body was refused before its end takes the next request', async () => {
  const edge = await runningEdge()
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const body = Buffer.alloc(400_000, 'a')
  const post = { method: 'POST', headers: { ...OURS, 'Content-Length': String(body.length) }, body: [body], agent }
  expect((await edge.send('/unread', post)).status).toBe(413)
  expect((await edge.send('/resource', post)).status).toBe(200)
  agent.destroy()
})
