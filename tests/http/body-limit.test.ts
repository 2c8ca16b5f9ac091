import { once } from 'node:events'
import { Agent } from 'node:http'
import { connect } from 'node:net'
import { describe, expect, test } from 'vitest'
import {
  BODY_BYTES_PER_SECOND_LEAST,
  BODY_GRACE_SECONDS,
  bodyMaxBytes,
  FORM_MAX_BYTES,
  limitBody,
  UPLOAD_MAX_BYTES,
} from '#app/http/edge/body-limit.ts'
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

describe('how slowly a body may come', () => {
  const second = (bytes: number) => Buffer.alloc(bytes)
  const drip = (bytesPerSecond: number, seconds: number) => Array<Buffer>(seconds).fill(second(bytesPerSecond))

  test('one byte a second is cut after the grace, which is less than two minutes', async () => {
    const { cut, secondsRead } = await read(drip(1, 600))
    expect(cut).toEqual([408])
    expect(secondsRead).toBe(BODY_GRACE_SECONDS + 1)
  })

  test('the largest picture arrives over a line of 128 kbit/s', async () => {
    const rate = BODY_BYTES_PER_SECOND_LEAST
    const { cut, bytes } = await read(drip(rate, PICTURE_BYTES_MOST / rate))
    expect(cut).toEqual([])
    expect(bytes).toBe(PICTURE_BYTES_MOST)
  })

  test('a line that stood still for the grace and then keeps the rate is waited for; one that stands still again is not', async () => {
    const rate = BODY_BYTES_PER_SECOND_LEAST
    const still = drip(0, BODY_GRACE_SECONDS - 1)
    expect((await read([...still, ...drip(rate, 600)])).cut).toEqual([])
    expect((await read([...still, ...drip(rate, 600), ...drip(0, 2), second(1)])).cut).toEqual([408])
  })

  /** A chunk for every second that passes. */
  async function read(chunks: Buffer[]) {
    let [seconds, bytes] = [0, 0]
    const cut: number[] = []
    const body = new ReadableStream<Uint8Array>(
      {
        pull(controller) {
          const chunk = chunks[seconds]
          if (!chunk) return controller.close()
          seconds += 1
          // A stream takes no chunk of nothing; time passes all the same.
          controller.enqueue(chunk.length > 0 ? chunk : new Uint8Array(0))
        },
      },
      { highWaterMark: 0 },
    )
    const limited = limitBody(body, {
      maxBytes: UPLOAD_MAX_BYTES,
      now: () => seconds * 1000,
      onBreak: (status) => cut.push(status),
    })
    try {
      const reader = limited.getReader()
      for (let next = await reader.read(); !next.done; next = await reader.read()) bytes += next.value.byteLength
    } catch {
      // Cut.
    }
    return { cut, bytes, secondsRead: seconds }
  }
})

test('a request that may have no body is refused when it says it has one, and its connection is closed', async () => {
  const edge = await runningEdge()
  const { hostname, port } = new URL(edge.address)
  const heads = ['GET /page', 'HEAD /page', 'GET /production/1/file', 'OPTIONS /page']
  const saying = ['Content-Length: 1000000000', 'Transfer-Encoding: chunked']
  for (const first of heads.flatMap((head) => saying.map((said) => `${head} HTTP/1.1\r\nHost: x\r\n${said}`))) {
    const socket = connect(Number(port), hostname)
    let answer = ''
    socket.setEncoding('utf8').on('data', (text) => {
      answer += text
    })
    // And then nothing more, for ever.
    socket.write(`${first}\r\n\r\n1`)
    await once(socket, 'close')
    expect(answer, first).toMatch(/^HTTP\/1.1 400 /)
    expect(answer.toLowerCase(), first).toContain('connection: close')
  }
  const headers = { 'Content-Length': '0' }
  expect((await edge.send('/page', { headers })).status).toBe(200)
})
