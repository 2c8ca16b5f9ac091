import { createHmac, timingSafeEqual } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import busboy from 'busboy'
import type { UploadThingSettings } from '#app/images/uploadthing-store.server.ts'

/**
 * Stands for UploadThing on the loopback, for the real SDK: takes signed uploads, gives files at signed addresses, lists and
 * deletes for whoever has the API key. As strict as the service is known to be, and where reports differ, as the strictest: a
 * customId that was ever used is refused, even after its file was deleted.
 */
export interface StandIn {
  settings: UploadThingSettings
  /** The same app, asked with another key. */
  withKey(apiKey: string): UploadThingSettings
  records: StandInRecord[]
  /** A file that came there without us. */
  add(given: Pick<StandInRecord, 'customId' | 'name'>): void
  /** As on the first day, with the right time. */
  empty(): void
  setClock(now: Date): void
  /** The next uploads break off half-way, as when a connection is lost. */
  breakUploads(count: number): void
  close(): Promise<void>
}

export interface StandInRecord {
  id: string
  key: string
  customId: string | null
  name: string
  size: number
  status: 'Uploading' | 'Uploaded' | 'Failed' | 'Deletion Pending'
  uploadedAt: number
  acl: string
  disposition: string
}

const API_KEY = 'sk_live_stand_in'
const APP_ID = 'standin'

export async function startStandIn(): Promise<StandIn> {
  const folder = await mkdtemp(join(tmpdir(), 'placet-stand-in-'))
  const records: StandInRecord[] = []
  let clock = Date.now
  let broken = 0
  const server = createServer((request, response) => {
    answer(request, response).catch(() => reply(response, 500, { error: 'stand-in' }))
  })
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve))
  const bound = server.address()
  const host = `localhost:${typeof bound === 'object' && bound ? bound.port : 0}`

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', `http://${host}`)
    if (request.method === 'POST') return answerApi(request, response, url)
    // As the service does with an unsigned or wrongly signed request for a private file.
    if (!isSigned(`http://${host}${request.url}`, clock())) return reply(response, 403, { error: 'signature' })
    if (request.method === 'PUT') return takeUpload(request, response, url)
    return giveFile(request, response, url)
  }

  async function takeUpload(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    // The SDK encodes each value once more than the address itself does.
    const given = (name: string) => decodeURIComponent(url.searchParams.get(`x-ut-${name}`) ?? '')
    const key = url.pathname.replace('/ingest/', '')
    const customId = given('custom-id') || null
    if (given('identifier') !== APP_ID) return reply(response, 403, { error: 'app' })
    const taken = records.some((record) => record.key === key || (customId !== null && record.customId === customId))
    if (taken) return reply(response, 500, { error: 'custom id' })
    const record: StandInRecord = {
      ...{ id: key, key, customId, name: given('file-name'), size: Number(given('file-size')), status: 'Uploading' },
      ...{ uploadedAt: clock(), acl: given('acl'), disposition: given('content-disposition') },
    }
    records.push(record)
    if (broken > 0) {
      broken -= 1
      request.socket.destroy()
      return
    }
    await saveMultipart(request, join(folder, key))
    const { size } = await stat(join(folder, key))
    record.status = size === record.size ? 'Uploaded' : 'Failed'
    if (record.status === 'Failed') return reply(response, 400, { error: 'size' })
    const ufsUrl = `http://${host}/a/${APP_ID}/${key}`
    reply(response, 200, { url: ufsUrl, appUrl: ufsUrl, ufsUrl, fileHash: '', serverData: null })
  }

  async function giveFile(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const name = url.pathname.replace(`/a/${APP_ID}/`, '')
    const found = records.find((record) => record.customId === name || record.key === name)
    if (found?.status !== 'Uploaded') return reply(response, 404, { error: 'not found' })
    const [, first, last] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? []
    const [start, end] = first ? [Number(first), Math.min(Number(last), found.size - 1)] : [0, found.size - 1]
    if (first && start >= found.size) return reply(response, 416, { error: 'range' })
    response.writeHead(first ? 206 : 200, {
      'Content-Length': end - start + 1,
      'Content-Disposition': `${found.disposition}; filename="${found.name}"`,
      ...(first ? { 'Content-Range': `bytes ${start}-${end}/${found.size}` } : {}),
    })
    // An empty file has no last byte.
    await pipeline(createReadStream(join(folder, found.key), found.size > 0 ? { start, end } : {}), response)
  }

  async function answerApi(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    if (request.headers['x-uploadthing-api-key'] !== API_KEY) return reply(response, 401, { error: 'key' })
    const asked = JSON.parse(await textOf(request))
    if (url.pathname === '/api/v6/listFiles') {
      const { offset = 0, limit = 500 } = asked
      const files = records.slice(offset, offset + limit).map(({ acl, disposition, ...listed }) => listed)
      return reply(response, 200, { files, hasMore: records.length > offset + limit })
    }
    if (url.pathname !== '/api/v6/deleteFiles') return reply(response, 404, { error: 'no such call' })
    const { fileKeys = [], customIds = [] } = asked
    const meant = records.filter(({ key, customId }) => fileKeys.includes(key) || customIds.includes(customId))
    const deleted = meant.filter(({ status }) => status !== 'Deletion Pending')
    for (const record of deleted) record.status = 'Deletion Pending'
    reply(response, 200, { success: true, deletedCount: deleted.length })
  }

  const places = {
    ...{ apiUrl: `http://${host}/api`, ingestUrl: `http://${host}/ingest`, ufsHost: host },
    ufsAppIdLocation: 'path' as const,
  }
  return {
    settings: { ...places, token: tokenFor(API_KEY) },
    withKey: (apiKey) => ({ ...places, token: tokenFor(apiKey) }),
    records,
    add({ customId, name }) {
      const id = `foreign${records.length}`
      const facts = { size: 1, status: 'Uploaded' as const, uploadedAt: clock(), acl: 'private', disposition: 'inline' }
      records.push({ id, key: id, customId, name, ...facts })
    },
    empty() {
      records.length = 0
      broken = 0
      clock = Date.now
    },
    setClock(now) {
      clock = () => now.getTime()
    },
    breakUploads(count) {
      broken = count
    },
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await rm(folder, { recursive: true })
    },
  }
}

function tokenFor(apiKey: string): string {
  return Buffer.from(JSON.stringify({ apiKey, appId: APP_ID, regions: ['fra1'] })).toString('base64')
}

/** The signature covers the whole address before it, and that has an end. */
function isSigned(address: string, now: number): boolean {
  const [unsigned = '', signature = ''] = address.split('&signature=')
  const wanted = createHmac('sha256', API_KEY).update(unsigned).digest()
  const given = Buffer.from(decodeURIComponent(signature).replace('hmac-sha256=', ''), 'hex')
  const expires = Number(new URL(unsigned).searchParams.get('expires') ?? 0)
  return given.length === wanted.length && timingSafeEqual(given, wanted) && expires > now
}

async function saveMultipart(request: IncomingMessage, path: string): Promise<void> {
  let saved = Promise.resolve()
  const form = busboy({ headers: request.headers }).on('file', (_field, file) => {
    saved = pipeline(file, createWriteStream(path))
  })
  await pipeline(request, form)
  await saved
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of request.setEncoding('utf8')) text += chunk
  return text
}

function reply(response: ServerResponse, status: number, body: object): void {
  if (response.headersSent) return
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body))
}
