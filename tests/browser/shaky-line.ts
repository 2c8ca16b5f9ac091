import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'

/** A line to a server on this machine that can be cut, stopped and mended, and that counts what is sent over it. */
export interface ShakyLine {
  port: number
  /** Where the line leads, once that is known. */
  leadTo(port: number): void
  /** Bytes from the browser to the server so far. */
  sent(): number
  /** Goes dead, for new connections too, once this many more bytes have been sent. */
  cutAfter(bytes: number): void
  /** Lets no byte through after this many more, and says nothing about it. */
  stallAfter(bytes: number): void
  mend(): void
  close(): Promise<void>
}

export async function openShakyLine(): Promise<ShakyLine> {
  let target = 0
  let sent = 0
  let state: 'well' | 'cut' | 'stalled' = 'well'
  let trouble: { at: number; how: 'cut' | 'stalled' } | null = null
  const nears = new Set<Socket>()
  const fars = new Set<Socket>()

  const server = createServer((near) => {
    if (state === 'cut') return void near.destroy()
    const far = connect(target, '127.0.0.1')
    nears.add(near)
    fars.add(far)
    for (const end of [near, far]) end.on('error', () => undefined)
    near.on('close', () => {
      nears.delete(near)
      // What was sent arrives, however long the server takes to read it.
      far.resume().end()
    })
    far.on('close', () => {
      fars.delete(far)
      near.destroy()
    })
    far.pipe(near)
    near.on('data', (bytes: Buffer) => {
      sent += bytes.length
      far.write(bytes)
      if (trouble && sent >= trouble.at) fail(trouble.how)
      if (state === 'stalled') near.pause()
    })
    if (state === 'stalled') near.pause()
  })

  function fail(how: 'cut' | 'stalled'): void {
    trouble = null
    state = how
    if (how === 'cut') for (const near of nears) near.destroy()
  }

  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The system gave no port.')
  return {
    port: address.port,
    leadTo(port) {
      target = port
    },
    sent: () => sent,
    cutAfter(bytes) {
      trouble = { at: sent + bytes, how: 'cut' }
    },
    stallAfter(bytes) {
      trouble = { at: sent + bytes, how: 'stalled' }
    },
    mend() {
      state = 'well'
      trouble = null
      for (const near of nears) near.resume()
    },
    async close() {
      for (const end of [...nears, ...fars]) end.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}
