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
  const ends = new Set<Socket>()

  const server = createServer((near) => {
    if (state === 'cut') return void near.destroy()
    const far = connect(target, '127.0.0.1')
    for (const [end, other] of [
      [near, far],
      [far, near],
    ] as const) {
      ends.add(end)
      end.on('error', () => undefined)
      end.on('close', () => {
        ends.delete(end)
        other.destroy()
      })
    }
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
    for (const end of ends) if (how === 'cut') end.destroy()
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
      for (const end of ends) end.resume()
    },
    async close() {
      for (const end of ends) end.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}
