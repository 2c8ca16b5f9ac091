import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { type Agent, type IncomingHttpHeaders, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ServerBuild } from '@remix-run/node'
import { onTestFinished } from 'vitest'
import { readConfig } from '#app/config.server.ts'
import type { StaticFiles } from '#app/http/edge/static-files.server.ts'
import { createLog } from '#app/log.server.ts'
import { appOf } from '../../scripts/remix-app.ts'
import { serve } from '../../scripts/serve.ts'
import { freshDatabase } from '../fresh-database.ts'
import { type Happenings, smallApp } from './small-app.tsx'

export const ORIGIN = 'http://placet.example'

export type Answer = { status: number; headers: IncomingHttpHeaders; body: string }
export type Sent = {
  method?: string
  headers?: Record<string, string>
  body?: string | Iterable<Buffer>
  /** Keeps connections for the next request. */
  agent?: Agent
}

/** The real server with the small app behind it, on a free port, stopped when the test ends. */
export async function runningEdge(
  environment: Record<string, string> = {},
  staticFiles?: StaticFiles,
  handleOf = (build: ServerBuild) => appOf(build).handle,
) {
  const folder = mkdtempSync(join(tmpdir(), 'placet-edge-'))
  const config = readConfig({
    PORT: '0',
    PUBLIC_ORIGIN: ORIGIN,
    UPLOADS_DIR: join(folder, 'uploads'),
    MAIL_DIR: join(folder, 'mail'),
    ...environment,
  })
  const lines: string[] = []
  const log = createLog(config, { write: (line: string) => void lines.push(line) })
  const arrival = gate<Request>()
  const release = gate<void>()
  const happenings: Happenings = {
    writes: [],
    seen: [],
    slowRequestArrived: arrival.open,
    letGo: release.opened,
  }
  const db = await freshDatabase()
  const build = smallApp(happenings)
  const app = { ...appOf(build), handle: handleOf(build), ...(staticFiles && { staticFiles }) }
  const running = await serve({ config, db, log, app })
  onTestFinished(async () => {
    release.open()
    await running.stop()
    rmSync(folder, { recursive: true })
  })
  const send = (path: string, sent: Sent = {}) => sendTo(running.address, path, sent)
  return { ...running, ...happenings, send, db, folder, lines, slowRequest: arrival.opened, letGo: release.open }
}

/** Writes the request as told, forged headers and odd paths included, which fetch would correct or refuse. */
export function sendTo(
  address: string,
  path: string,
  { method = 'GET', headers = {}, body, agent }: Sent,
): Promise<Answer> {
  // Node sends neither a length nor chunks with DELETE unless told.
  if (typeof body === 'string') headers = { 'Content-Length': String(Buffer.byteLength(body)), ...headers }
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(address)
    let answered = false
    const outgoing = request({ hostname, port, path, method, headers, agent: agent ?? false }, (incoming) => {
      answered = true
      const chunks: Buffer[] = []
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
      incoming.on('error', reject)
      incoming.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8')
        resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body: text })
      })
    })
    // A server that refuses a long body closes while we are still sending: what counts is its answer.
    outgoing.on('error', (error) => answered || reject(error))
    if (typeof body === 'string') outgoing.end(body)
    else if (body) void sendAll(body, outgoing)
    else outgoing.end()
  })
}

async function sendAll(chunks: Iterable<Buffer>, outgoing: ReturnType<typeof request>): Promise<void> {
  const closed = once(outgoing, 'close')
  for (const chunk of chunks) {
    if (outgoing.destroyed) return
    if (!outgoing.write(chunk)) await Promise.race([once(outgoing, 'drain'), closed])
  }
  outgoing.end()
}

function gate<Value>(): { open: (value: Value) => void; opened: Promise<Value> } {
  let open = (_: Value) => {}
  const opened = new Promise<Value>((resolve) => {
    open = resolve
  })
  return { open: (value) => open(value), opened }
}
