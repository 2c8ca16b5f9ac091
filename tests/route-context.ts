import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AppLoadContext } from '@remix-run/node'
import { openSession } from '#app/accounts/open-session.server.ts'
import { readConfig } from '#app/config.server.ts'
import { createAfterwards } from '#app/http/afterwards.server.ts'
import { createLimiter } from '#app/http/rate-limits.server.ts'
import { writeSessionToken } from '#app/http/session-cookie.server.ts'
import { openPictureWorkshop } from '#app/images/picture-workshop.server.ts'
import { openUnfinishedUploads } from '#app/images/unfinished-uploads.server.ts'
import { createLog } from '#app/log.server.ts'
import { createMailer } from '#app/notifications/mailer.server.ts'
import { startVoteCounter } from '#app/voting/vote-counter.server.ts'
import { freshDatabase } from './fresh-database.ts'

/** When the tests happen unless they say otherwise. */
export const NOW = new Date('2026-05-04T10:00:00.000Z')

export interface TestContext extends AppLoadContext {
  /** Sets the clock that every loader and action reads. */
  setClock(now: Date): void
  /** Why answers with 503 were given. */
  causes: string[]
  close(): Promise<void>
}

/**
 * What scripts/serve.ts hands to every loader and action, on a fresh database and temporary folders. Close it after each test:
 * `beforeEach(async () => { context = await routeContext() })` and `afterEach(() => context.close())`.
 */
export async function routeContext(env: Record<string, string> = {}): Promise<TestContext> {
  const folder = await mkdtemp(join(tmpdir(), 'placet-test-'))
  const config = readConfig({
    NODE_ENV: 'test',
    LOG_LEVEL: 'silent',
    PUBLIC_ORIGIN: 'http://placet.test',
    UPLOADS_DIR: join(folder, 'uploads'),
    MAIL_DIR: join(folder, 'mail'),
    ...env,
  })
  const db = await freshDatabase()
  const pictures = await openPictureWorkshop({ uploadsDir: config.uploadsDir, workers: 1 })
  const log = createLog(config)
  const afterwards = createAfterwards(log)
  const causes: string[] = []
  let now = NOW
  return {
    db,
    config,
    pictures,
    unfinishedUploads: openUnfinishedUploads(config.unfinishedUploadsDir),
    clock: () => now,
    log,
    mailer: createMailer(config),
    limiter: createLimiter(),
    counting: startVoteCounter(db),
    afterwards,
    afterAnswer: (work) => afterwards.start(work, Promise.resolve()),
    notReady: (cause) => void causes.push(cause),
    causes,
    requestId: 'test',
    nonce: 'test',
    locale: 'en',
    clientAddress: '192.0.2.1',
    setClock(later) {
      now = later
    },
    async close() {
      await afterwards.settled()
      await pictures.close()
      await db.destroy()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

type Fields = Record<string, string | readonly string[]>

interface RequestDetails {
  /** Whose session the request carries; a visitor's without. */
  as?: { id: string } | null
  /** Makes it a POST with these fields. */
  form?: Fields
  headers?: Record<string, string>
}

/** A request as a browser would send it, with a session planted for the person who makes it. */
export async function requestTo(
  context: TestContext,
  path: string,
  { as = null, form, headers: extra = {} }: RequestDetails = {},
): Promise<Request> {
  const headers = new Headers(extra)
  if (as) headers.append('Cookie', await sessionCookieOf(context, as))
  const url = new URL(path, context.config.publicOrigin)
  return form === undefined
    ? new Request(url, { headers })
    : new Request(url, { method: 'POST', headers, body: encoded(form) })
}

/** `name=value` of a new session of this person's. */
export async function sessionCookieOf(context: TestContext, { id }: { id: string }): Promise<string> {
  const token = await openSession(context.db, { accountId: id, device: 'Firefox · Linux' }, context.clock())
  return cookiePair(await writeSessionToken(token, context.config))
}

/** 'name=value; Path=/; …' → 'name=value', as the browser sends it back. */
export function cookiePair(setCookie: string): string {
  return setCookie.split(';')[0] ?? ''
}

function encoded(form: Fields): URLSearchParams {
  const body = new URLSearchParams()
  for (const [name, value] of Object.entries(form)) {
    for (const one of typeof value === 'string' ? [value] : value) body.append(name, one)
  }
  return body
}
