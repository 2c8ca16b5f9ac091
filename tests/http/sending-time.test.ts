import { once } from 'node:events'
import { createServer } from 'node:http'
import { connect } from 'node:net'
import { expect, test } from 'vitest'
import {
  FILE_SENDING_MS_MOST,
  SENDING_MS_MOST,
  sendingMsMost,
  waitForStoring,
  watchSending,
} from '#app/http/edge/sending-time.ts'
import { putMsMost } from '#app/images/put-time.ts'

test('a production file has longer to arrive than everything else', () => {
  expect(sendingMsMost('/production/abc/file')).toBe(FILE_SENDING_MS_MOST)
  for (const path of ['/', '/entries/abc/pictures', '/production/abc/notes', '/production/abc/file/ruling']) {
    expect(sendingMsMost(path)).toBe(SENDING_MS_MOST)
  }
})

test('a request that does not arrive in time is told of, and one that has arrived may take as long to be answered', async () => {
  const told: string[] = []
  const server = createServer((incoming, outgoing) => {
    watchSending(incoming, () => told.push(incoming.url ?? ''), 300)
    incoming.resume()
    if (incoming.url === '/slow-answer') incoming.once('end', () => setTimeout(() => outgoing.end('done'), 600))
    else watchSending(incoming, () => outgoing.end('late'), 400)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/slow-answer`, { method: 'POST', body: 'all of it' })
    expect(await answer.text()).toBe('done')
    expect(told).toEqual([])
    const socket = connect(port, '127.0.0.1')
    socket.write('POST /trickle HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nonly a few')
    await once(socket, 'data')
    expect(told).toEqual(['/trickle'])
    socket.destroy()
  } finally {
    server.closeAllConnections()
    server.close()
  }
})

test('keeping a file has longer the larger it is', () => {
  expect(putMsMost(500_000_000)).toBeGreaterThan(500_000)
  expect(putMsMost(25_000_000)).toBeLessThan(180_000)
})

test('who handed in a production file is still connected when it is kept after a long silence, and no other', async () => {
  const server = createServer((incoming, outgoing) => {
    waitForStoring(incoming, outgoing)
    incoming.resume()
    incoming.once('end', () => setTimeout(() => outgoing.end('kept'), 900))
  }).listen(0, '127.0.0.1')
  server.timeout = 300
  await once(server, 'listening')
  const address = server.address()
  const origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
  const post = (path: string) => fetch(`${origin}${path}`, { method: 'POST', body: 'all of it' })
  try {
    expect(await (await post('/production/abc/file')).text()).toBe('kept')
    await expect(post('/production/abc/notes')).rejects.toThrow()
    await expect(post('/production/abc/file/ruling')).rejects.toThrow()
    const silent = connect(Number(new URL(origin).port), '127.0.0.1')
    silent.write('POST /production/abc/file HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nonly a few')
    await once(silent, 'close')
  } finally {
    server.closeAllConnections()
    server.close()
  }
})
