import { randomBytes, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import type { HttpBindings } from '@hono/node-server'
import { type Context, Hono } from 'hono'
import type { RequestContext, Services } from '#app/http/context.ts'
import { links } from '#app/http/links.ts'
import { chooseLocale, inLocale } from '#app/i18n/locale.server.ts'
import { clientAddress } from '../client-address.ts'
import { bodyMaxBytes, limitBody, readAway } from './body-limit.ts'
import { compressPage } from './compress.server.ts'
import { NOT_READY_SECONDS } from './database-not-ready.ts'
import { answerHealth } from './health.server.ts'
import { HUNG_UP } from './hung-up.ts'
import { chooseLevels, type LevelOf } from './log-levels.ts'
import { type EdgeStatus, refusalPage } from './refusal-page.ts'
import { readTarget } from './request-target.ts'
import type { PatternOf } from './route-patterns.ts'
import { isFromOurPages, isUnsafe } from './same-origin.ts'
import { setSecurityHeaders } from './security-headers.ts'
import type { StaticFiles } from './static-files.server.ts'

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'])

/** Answers to requests of which the rest is not waited for. */
const CLOSING = new Set<EdgeStatus>([400, 408, 413])

export type EdgeOptions = {
  services: Services
  /** The app behind the edge: Remix's request handler. */
  handle: (request: Request, context: RequestContext) => Promise<Response>
  patternOf: PatternOf
  staticFiles: StaticFiles
  dev: boolean
  isStopping: () => boolean
}

type EdgeContext = Context<{ Bindings: HttpBindings }>

/** Everything between the socket and the app: each request is named, judged, bounded, answered, dressed and logged. */
export function createEdge(options: EdgeOptions): Hono<{ Bindings: HttpBindings }> {
  const edge = new Hono<{ Bindings: HttpBindings }>()
  const levelOf = chooseLevels()
  edge.all('*', (c) => answer(c, options, levelOf))
  return edge
}

async function answer(c: EdgeContext, options: EdgeOptions, levelOf: LevelOf): Promise<Response> {
  const { config, log } = options.services
  const startedAt = performance.now()
  const causes: string[] = []
  const context = nameRequest(c, options.services, (cause) => void causes.push(cause))
  const [path = '/'] = (c.env.incoming.url ?? '/').split('?')
  const response = await inLocale(context.locale, () => judge(c, context, options))
    .catch((error: unknown) => {
      log.error({ err: error, id: context.requestId }, 'the edge could not answer')
      return refuse(500, context)
    })
    .then((found) => compressPage(found, c.req.raw.headers.get('Accept-Encoding')))
  const headers = new Headers(response.headers)
  setSecurityHeaders(headers, { nonce: context.nonce, secure: config.secure, dev: options.dev })
  headers.set('X-Request-Id', context.requestId)
  if (options.isStopping()) headers.set('Connection', 'close')
  if (response.status === 503 && !headers.has('Retry-After')) headers.set('Retry-After', String(NOT_READY_SECONDS))
  const status = c.env.outgoing.destroyed ? HUNG_UP : response.status
  if (options.isStopping()) causes.push('stopping')
  const cause = causes.toSorted().join(', ')
  log[levelOf({ status, path, cause })](
    {
      id: context.requestId,
      method: c.req.method,
      route: options.patternOf(path),
      status,
      ms: Math.round((performance.now() - startedAt) * 10) / 10,
      ...(status === 503 && { cause }),
    },
    'request',
  )
  return new Response(response.body, { status: response.status, statusText: response.statusText, headers })
}

function nameRequest(c: EdgeContext, services: Services, notReady: (cause: string) => void): RequestContext {
  const { headers } = c.req.raw
  const socketAddress = c.env.incoming.socket.remoteAddress ?? ''
  const { outgoing } = c.env
  return {
    ...services,
    requestId: randomUUID(),
    nonce: randomBytes(16).toString('base64'),
    locale: chooseLocale(headers.get('Cookie'), headers.get('Accept-Language')),
    clientAddress: clientAddress(
      headers.get('X-Forwarded-For') ?? undefined,
      socketAddress,
      services.config.trustedProxyHops,
    ),
    afterAnswer: (work) =>
      services.afterwards.start(work, outgoing.closed ? Promise.resolve() : once(outgoing, 'close')),
    notReady,
  }
}

/** Refuses what never reaches the app; hands on the rest. The order matters: nothing unsafe passes the origin check. */
async function judge(c: EdgeContext, context: RequestContext, options: EdgeOptions): Promise<Response> {
  const { config } = context
  const { method } = c.req
  // No browser sends one, nothing here reads one, and the rate of a body is watched only where it is read.
  if (!isUnsafe(method) && saysBody(c.req.raw.headers)) return refuse(400, context)
  if (isUnsafe(method) && !isFromOurPages(c.req.raw.headers, config.publicOrigin)) return refuse(403, context)
  const target = readTarget(c.env.incoming.url ?? '/', config.publicOrigin)
  if ('refuse' in target) return refuse(target.refuse, context)
  if (!METHODS.has(method)) return refuse(405, context)
  if ('redirectTo' in target) {
    if (isUnsafe(method)) return refuse(404, context)
    return new Response(null, { status: 301, headers: { Location: target.redirectTo } })
  }
  const { url } = target
  if (url.pathname === links.health()) return answerHealth(context, options.isStopping())
  if (!isUnsafe(method)) {
    const file = options.staticFiles(url.pathname, c.req.raw.headers)
    if (file) return file
  }
  // Remix would answer both: the manifest costs 0.7 s for one request, and `_data` runs an action past its own check.
  if (url.pathname === '/__manifest' || url.pathname.startsWith('/assets/')) return refuse(404, context)
  if (url.searchParams.has('_data')) return refuse(400, context)
  return handOn(c, url, context, options)
}

function saysBody(headers: Headers): boolean {
  return headers.has('Transfer-Encoding') || (headers.get('Content-Length') ?? '0') !== '0'
}

async function handOn(c: EdgeContext, url: URL, context: RequestContext, options: EdgeOptions): Promise<Response> {
  const { method, raw } = c.req
  const maxBytes = bodyMaxBytes(url.pathname, raw.headers.get('Content-Type'))
  if (Number(raw.headers.get('Content-Length') ?? 0) > maxBytes) return refuse(413, context)
  const stop = stopWith(raw.signal)
  let broken: 408 | 413 | undefined
  const onBreak = (status: 408 | 413) => {
    broken = status
    // Aborted, so that what breaks behind the edge is not logged as a fault of the app.
    stop.abort(new Error('The request body was cut.'))
  }
  const bounds = { maxBytes, now: () => performance.now(), onBreak }
  const body = isUnsafe(method) && raw.body ? limitBody(raw.body, bounds) : null
  const headers = honestHeaders(raw.headers, url)
  const request = new Request(url, { method, headers, body, signal: stop.signal, ...(body && { duplex: 'half' }) })
  try {
    const response = await options.handle(request, context)
    void readAway(request.body)
    if (broken) return refuse(broken, context)
    return isLastResort(response) ? refuse(500, context) : response
  } catch (error) {
    if (broken) return refuse(broken, context)
    throw error
  }
}

/**
 * Aborts when the signal does. A function of its own, so that its listener knows the signal and not the request: Node keeps the signal of
 * a request with a body until that request is collected, which would then never be.
 */
function stopWith(signal: AbortSignal): AbortController {
  const stop = new AbortController()
  signal.addEventListener('abort', () => stop.abort(signal.reason), { once: true })
  return stop
}

/** Past the edge nobody needs to know what a proxy or a forger claimed; Remix believes X-Forwarded-Host if it sees it. */
function honestHeaders(found: Headers, url: URL): Headers {
  const headers = new Headers(found)
  for (const name of ['Forwarded', 'X-Forwarded-For', 'X-Forwarded-Host', 'X-Forwarded-Proto', 'X-Forwarded-Port']) {
    headers.delete(name)
  }
  headers.set('Host', url.host)
  if (headers.has('Origin')) headers.set('Origin', url.origin)
  return headers
}

/** Remix's own plain "Unexpected Server Error", sent when even the error page could not be rendered. */
function isLastResort(response: Response): boolean {
  const type = response.headers.get('Content-Type') ?? ''
  return response.status === 500 && !/^(text\/html|text\/x-script|application\/json)\b/.test(type)
}

function refuse(status: EdgeStatus, context: RequestContext): Response {
  const { requestId, nonce, config } = context
  const response = refusalPage(status, { requestId, nonce, origin: config.publicOrigin })
  if (status === 405) response.headers.set('Allow', [...METHODS].join(', '))
  if (CLOSING.has(status)) response.headers.set('Connection', 'close')
  return response
}
