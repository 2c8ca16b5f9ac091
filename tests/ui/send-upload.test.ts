import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test, vi } from 'vitest'
import { sendUpload } from '#app/ui/uploading/send-upload.ts'
import type { UploadState } from '#app/ui/uploading/upload-state.ts'

const KIB = 1024

afterEach(() => vi.unstubAllGlobals())

test('a line too slow for its pieces is cut, goes on from what was kept in smaller ones, and is told of no fault', async () => {
  const line = await aSlowLine({ bytesBeforeCut: 300 * KIB })
  const file = new Blob([crypto.getRandomValues(new Uint8Array(60 * KIB)), new Uint8Array(2000 * KIB)])
  const states: UploadState[] = []
  const ended = await sendUpload({
    ...{ to: line.address, file, place: { address: null }, signal: new AbortController().signal },
    pauses: { pause: async () => undefined, end: () => undefined },
    turn: async () => undefined,
    onState: (state) => states.push(state),
  })
  await line.close()
  expect(ended).toEqual({ is: 'taken', made: 'hung' })
  expect(line.kept().equals(Buffer.from(await file.arrayBuffer()))).toBe(true)
  expect(states.filter(({ is }) => is === 'lost')).toHaveLength(2)
  expect(line.pieces.slice(2).every((bytes) => bytes <= 256 * KIB)).toBe(true)
})

/** A server in the manner of ours that keeps so much of each piece and then cuts it, for being too slow. */
async function aSlowLine({ bytesBeforeCut }: { bytesBeforeCut: number }) {
  const pieces: number[] = []
  let kept = Buffer.alloc(0)
  const server = createServer(async (incoming, outgoing) => {
    const body = Buffer.concat(await incoming.toArray())
    const end = (status: number, said = '') =>
      outgoing.writeHead(status, { Location: address, 'Upload-Offset': kept.length }).end(said)
    if (incoming.url?.endsWith('/finish')) return outgoing.writeHead(201).end('{"made":"hung"}')
    if (incoming.method !== 'PATCH') return end(incoming.method === 'POST' ? 201 : 200)
    pieces.push(body.length)
    kept = Buffer.concat([kept, body.subarray(0, bytesBeforeCut)])
    if (body.length > bytesBeforeCut) return outgoing.writeHead(408).end('<!doctype html>')
    end(204)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const address = `http://127.0.0.1:${port}`
  vi.stubGlobal('XMLHttpRequest', RequestOverFetch)
  vi.stubGlobal('document', { baseURI: address })
  return { address, pieces, kept: () => kept, close: () => new Promise((resolve) => server.close(resolve)) }
}

/** As much of the browser's XMLHttpRequest as an upload uses. */
class RequestOverFetch {
  upload = {}
  status = 0
  responseText = ''
  responseURL = ''
  onload = () => undefined
  onerror = () => undefined
  private method = ''
  private address = ''
  private headers: Record<string, string> = {}
  private answered = new Headers()

  open(method: string, address: string) {
    this.method = method
    this.address = address
  }

  setRequestHeader(name: string, value: string) {
    this.headers[name] = value
  }

  getResponseHeader(name: string) {
    return this.answered.get(name)
  }

  send(body?: Blob) {
    fetch(this.address, { method: this.method, headers: this.headers, body })
      .then(async (answer) => {
        this.status = answer.status
        this.answered = answer.headers
        this.responseURL = answer.url
        this.responseText = await answer.text()
        this.onload()
      })
      .catch(() => this.onerror())
  }
}
