import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { readSessionViewer, touchSession } from '#app/accounts/sessions.server.ts'
import { readPublishedId } from '#app/contests/contests.server.ts'
import { chooseLocale, inLocale } from '#app/i18n/locale.server.ts'
import { codeOf } from '#app/log.server.ts'
import { refused } from '#app/outcome.ts'
import { type Score, scoreFormSchema } from '#app/voting/ballot.ts'
import { scoreBeside } from '#app/voting/cast-score.server.ts'
import type { Whence } from '#app/voting/trace.ts'
import type { Statements } from '#db/sqlite-connection.server.ts'
import { writingTogether } from '#db/write-together.server.ts'
import { boothSpendings } from '../booth-limits.ts'
import { clientAddress } from '../client-address.ts'
import type { Services } from '../context.ts'
import { readDevice } from '../device-cookie.ts'
import { spend } from '../limit.server.ts'
import { inWords, type Refusal } from '../refusals.ts'
import type { ScoreAnswer } from '../score-answer.ts'
import { NOT_READY_SECONDS } from './database-not-ready.ts'
import { HUNG_UP } from './hung-up.ts'
import { isFromOurPages } from './same-origin.ts'
import { setSecurityHeaders } from './security-headers.ts'
import { type Holders, rememberHolders } from './session-holders.server.ts'

/** An id and a digit, with room. */
const BODY_BYTES_MOST = 1024

const SCORE_PATH = /^\/contests\/([^/?]+)\/vote\/score$/

/** Of a request that is the booth's own, a score as JSON to the address of the form: the slug of its contest; null of any other. */
export function slugOfBoothScore({ method, url = '', headers }: IncomingMessage): string | null {
  if (method !== 'POST' || headers['content-type'] !== 'application/json') return null
  return SCORE_PATH.exec(url)?.[1] ?? null
}

interface Answer {
  status: number
  body: ScoreAnswer
  retryAfter?: number
}

/** Said in the language of whoever asks, and only then looked up. */
type Said = Answer | Refusal

/**
 * The booth's own way to give a score: the same guard, origin, limit and verb as the form's (routes/contests.$slug_.vote_.score), past the
 * page and past the edge that dresses pages. A crowd that votes at once is the one thing here that must cost next to nothing.
 */
export function createScoreDoor(services: Services, isStopping: () => boolean) {
  const { config, log } = services
  const dress = new Headers({
    'Content-Type': 'application/json',
    'Content-Security-Policy': `default-src 'none'; frame-ancestors 'none'`,
  })
  setSecurityHeaders(dress, { nonce: '', secure: config.secure, dev: false })
  const headers = [...dress].flat()
  const holders = rememberHolders(services)

  return async (slug: string, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const startedAt = performance.now()
    const id = randomUUID()
    let cause: string | undefined
    const said = await takeScore(slug, incoming, services, holders).catch((error: unknown): Said => {
      cause = codeOf(error)
      // Who hangs up in the middle of a request is nobody's fault.
      if (incoming.complete) log.error({ err: error, id }, 'the score door could not answer')
      return UNREADY
    })
    const { status, body, retryAfter } = inWordsOf(incoming, said)
    const text = JSON.stringify(body)
    // Its length said, all goes out in one piece.
    const own = ['X-Request-Id', id, 'Content-Length', String(Buffer.byteLength(text))]
    if (retryAfter !== undefined) own.push('Retry-After', String(retryAfter))
    if (isStopping() || status === 413) own.push('Connection', 'close')
    const isGone = outgoing.destroyed
    outgoing.writeHead(status, headers.concat(own))
    outgoing.end(text)
    const ms = Math.round((performance.now() - startedAt) * 10) / 10
    const line = { id, method: 'POST', route: '/contests/:slug/vote/score', ms }
    if (isGone) log.info({ ...line, status: HUNG_UP }, 'request')
    else if (cause !== undefined) log.error({ ...line, status, cause }, 'request')
    else log.info({ ...line, status }, 'request')
  }
}

const UNREADY = 'database-not-ready' satisfies Refusal

async function takeScore(slug: string, incoming: IncomingMessage, services: Services, holders: Holders): Promise<Said> {
  const { db, config, clock } = services
  const asked = { get: (name: string) => headerOf(incoming, name) }
  if (!isFromOurPages(asked, config.publicOrigin)) return 'not-from-our-pages'
  const text = await readBody(incoming)
  if (text === null) return 'body-too-long'
  const now = clock()
  const cookies = incoming.headers.cookie ?? ''
  const holder = holders.known(cookies) ?? (await holders.find(cookies, now))
  if (!holder) return 'not-signed-in'
  const form = scoreFormSchema.safeParse(parse(text))
  if (!form.success) return 'score-unreadable'
  const whence = whenceOf(incoming, services)
  const wait = await spend(services, boothSpendings(holder.accountId, whence))
  if (wait) return { status: wait.status, body: { sentence: wait.sentence }, retryAfter: wait.seconds }
  const posted = { ...whence, token: holder.token, slug, entryId: form.data.entryId, value: form.data.score }
  const outcome = await writingTogether(db, (statements) => castAs(statements, posted, now))
  return outcome.ok ? { status: 200, body: { entryId: outcome.value.entryId } } : outcome.refusal
}

interface Posted extends Whence {
  token: string
  slug: string
  entryId: string
  value: Score
}

/** Who holds the session, what they may, the score, and whence it came: looked up and done in one go. */
function castAs(statements: Statements, { token, slug, entryId, value, address, device }: Posted, now: Date) {
  const session = readSessionViewer(statements, token, now)
  if (!session) return refused('not-signed-in')
  if (session.needsTouch) touchSession(statements, token, now)
  const contestId = readPublishedId(statements, slug)
  if (contestId === null) return refused('contest-not-found')
  return scoreBeside(statements, { contestId, voter: session.viewer, entryId, value, whence: { address, device } }, now)
}

function whenceOf(incoming: IncomingMessage, { config }: Services): Whence {
  const socketAddress = incoming.socket.remoteAddress ?? ''
  const forwarded = headerOf(incoming, 'X-Forwarded-For') ?? undefined
  const address = clientAddress(forwarded, socketAddress, config.trustedProxyHops)
  return { address, device: readDevice(headerOf(incoming, 'Cookie'), config) }
}

function inWordsOf(incoming: IncomingMessage, said: Said): Answer {
  if (typeof said === 'object') return said
  const locale = chooseLocale(headerOf(incoming, 'Cookie'), headerOf(incoming, 'Accept-Language'))
  const { status, sentence } = inLocale(locale, () => inWords(said))
  return { status, body: { sentence }, ...(said === UNREADY && { retryAfter: NOT_READY_SECONDS }) }
}

function headerOf({ headers }: IncomingMessage, name: string): string | null {
  const value = headers[name.toLowerCase()]
  return typeof value === 'string' ? value : null
}

/** All of a short body; null for one that is longer, or that does not say how long it is. Fails when whoever sends it hangs up. */
function readBody(incoming: IncomingMessage): Promise<string | null> {
  if (!(Number(incoming.headers['content-length']) <= BODY_BYTES_MOST)) return Promise.resolve(null)
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
    incoming.once('end', () => resolve(Buffer.concat(chunks).toString()))
    incoming.once('error', reject)
  })
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}
