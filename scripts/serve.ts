import { createServer, type Server, STATUS_CODES } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { getRequestListener } from '@hono/node-server'
import type { Kysely } from 'kysely'
import type { Config } from '#app/config.server.ts'
import { createAfterwards } from '#app/http/afterwards.server.ts'
import { createEdge, type EdgeOptions } from '#app/http/edge/edge.server.ts'
import { oneEachTurn } from '#app/http/edge/one-each-turn.ts'
import { createScoreDoor, slugOfBoothScore } from '#app/http/edge/score-door.server.ts'
import {
  FILE_SENDING_MS_MOST,
  SENDING_MS_MOST,
  SILENCE_MS_MOST,
  waitForStoring,
  watchSending,
} from '#app/http/edge/sending-time.ts'
import { createLimiter } from '#app/http/rate-limits.server.ts'
import { steadyClock } from '#app/http/steady-clock.ts'
import { followRequestLocale } from '#app/i18n/locale.server.ts'
import type { DecoderDeath } from '#app/images/decode-limits.ts'
import { openPictureWorkshop } from '#app/images/picture-workshop.server.ts'
import { openUnfinishedUploads } from '#app/images/unfinished-uploads.server.ts'
import type { Log } from '#app/log.server.ts'
import { createMailer } from '#app/notifications/mailer.server.ts'
import { startVoteCounter } from '#app/voting/vote-counter.server.ts'
import type { Database } from '#db/schema.ts'
import { closeOnTime } from './close-on-time.ts'
import { comparePictures } from './compare-pictures.ts'
import { finishPictures } from './finish-pictures.ts'
import { publishHourly } from './publish-hourly.ts'
import { type App, builtApp, devApp } from './remix-app.ts'
import { sendLetters } from './send-letters.ts'
import { sweepDaily } from './sweep-daily.ts'
import { watchIntegrity } from './watch-integrity.ts'

const HEADERS_TIMEOUT_MS = 10_000
/** Longer than the 60 s of the usual reverse proxies, so that it is they who end an idle connection. */
const KEEP_ALIVE_TIMEOUT_MS = 65_000
const HEADERS_MAX_BYTES = 16 * 1024
const DRAIN_MS = 10_000

export type ServeOptions = {
  config: Config
  db: Kysely<Database>
  log: Log
  dev?: boolean
  clock?: () => Date
  /** The app to serve, when it is neither the built one nor the one under development: tests bring their own. */
  app?: App
}

export type Running = {
  /** Where it listens, for this machine. */
  address: string
  /** Stops accepting, lets requests in flight and what follows them finish (10 s at most each), then closes the database. */
  stop: () => Promise<void>
}

export async function serve({ config, db, log, dev = false, ...rest }: ServeOptions) {
  followRequestLocale()
  const clock =
    rest.clock ??
    steadyClock(Date.now, (backMs) =>
      log.warn({ backMs }, 'the clock was set back: time stands still until it is reached again'),
    )
  const counter = startVoteCounter(db)
  const server = createServer({ maxHeaderSize: HEADERS_MAX_BYTES })
  const app = rest.app ?? (dev ? await devApp(server) : await builtApp())
  const { pictureStore, uploadsDir, uploadThing, pictureWorkers: workers } = config
  const onDecoderDeath = (death: DecoderDeath) => log.warn({ death }, 'a picture decoder ended over a file')
  const onDecoderReady = (ms: number) => log.debug({ ms: Math.round(ms) }, 'a picture decoder is ready')
  const pictures = await openPictureWorkshop({
    ...{ pictureStore, uploadsDir, uploadThing, workers, onDecoderReady, onDecoderDeath },
    startsAhead: true,
  })
  const services = {
    ...{ config, db, log, clock, pictures },
    unfinishedUploads: openUnfinishedUploads(config.unfinishedUploadsDir),
    mailer: createMailer(config),
    limiter: createLimiter(),
    afterwards: createAfterwards(log),
    counting: counter,
  }
  let stopping: Promise<void> | undefined
  const edgeOptions: EdgeOptions = { services, dev, isStopping: () => stopping !== undefined, ...app }
  const listener = getRequestListener(createEdge(edgeOptions).fetch)
  const inTurn = oneEachTurn()
  const scoreDoor = createScoreDoor(services, edgeOptions.isStopping)
  server.on('request', (incoming, outgoing) => {
    const onLate = () => endWith(408, incoming.socket)
    const slug = slugOfBoothScore(incoming)
    if (slug !== null) {
      watchSending(incoming, onLate, SENDING_MS_MOST)
      void scoreDoor(slug, incoming, outgoing)
      return
    }
    watchSending(incoming, onLate)
    waitForStoring(incoming, outgoing)
    if (app.beforeEdge) app.beforeEdge(incoming, outgoing, () => listener(incoming, outgoing))
    else inTurn(() => listener(incoming, outgoing))
  })
  server.on('clientError', answerUnreadable)
  server.headersTimeout = HEADERS_TIMEOUT_MS
  server.requestTimeout = FILE_SENDING_MS_MOST
  server.keepAliveTimeout = KEEP_ALIVE_TIMEOUT_MS
  server.timeout = SILENCE_MS_MOST
  await listen(server, config)
  const sending = sendLetters(services)
  const closing = closeOnTime({ db, log, clock, counter })
  const publishing = publishHourly(db, log, clock)
  const sweeping = sweepDaily(services)
  const finishing = finishPictures(services)
  const comparing = comparePictures(services)
  const integrity = watchIntegrity(services)
  async function close() {
    await drain(server)
    await services.afterwards.settled()
    await closing.stop()
    await sending.stop()
    await publishing.stop()
    await sweeping.stop()
    await comparing.stop()
    await integrity.stop()
    await app.close?.()
    await Promise.all([finishing.stop(), pictures.close()])
    await db.destroy()
  }
  const running: Running = {
    address: `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${portOf(server)}`,
    stop: () => {
      stopping ??= close()
      return stopping
    },
  }
  log.info({ mail: services.mailer.destination, listening: running.address }, 'serving')
  return running
}

/** Ends the process in order when it is told to, and at once, with a log line, when something was left unhandled. */
export function stopOnSignals(running: Running, log: Log): void {
  const stop = (signal: string) => {
    log.info({ signal }, 'stopping')
    running.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.fatal({ err: error }, 'could not stop in order')
        process.exit(1)
      },
    )
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
  process.on('uncaughtException', (error) => {
    log.fatal({ err: error }, 'unhandled')
    process.exit(1)
  })
}

function listen(server: Server, config: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(config.port, config.host, () => {
      server.off('error', reject)
      resolve()
    })
  })
}

function portOf(server: Server): number {
  const address: AddressInfo | string | null = server.address()
  return typeof address === 'object' && address ? address.port : 0
}

async function drain(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  // A connection that goes idle after close() was called would otherwise be kept for its next request.
  const idle = setInterval(() => server.closeIdleConnections(), 100)
  const late = setTimeout(() => server.closeAllConnections(), DRAIN_MS)
  await closed
  clearInterval(idle)
  clearTimeout(late)
}

/** What cannot even be read as HTTP gets a status and the headers that every answer has, in as few bytes as will do. */
function answerUnreadable(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
  endWith(error.code === 'HPE_HEADER_OVERFLOW' ? 431 : error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400, socket)
}

function endWith(status: 400 | 408 | 431, socket: Duplex): void {
  const headers = [
    'Connection: close',
    'Content-Length: 0',
    'Cache-Control: no-store',
    'X-Content-Type-Options: nosniff',
    `Content-Security-Policy: default-src 'none'; frame-ancestors 'none'`,
  ]
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${headers.join('\r\n')}\r\n\r\n`)
}
