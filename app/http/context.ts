import type { Kysely } from 'kysely'
import type { Config } from '#app/config.server.ts'
import type { Locale } from '#app/i18n/locale.server.ts'
import type { PictureWorkshop } from '#app/images/picture-workshop.server.ts'
import type { UnfinishedUploads } from '#app/images/unfinished-upload.ts'
import type { Log } from '#app/log.server.ts'
import type { Mailer } from '#app/notifications/mailer.server.ts'
import type { VoteCounter } from '#app/voting/vote-counter.server.ts'
import type { Database } from '#db/schema.ts'
import type { Afterwards } from './afterwards.server.ts'
import type { Limiter } from './rate-limits.server.ts'

/** What the process holds for every request: made once by scripts/serve.ts, and by tests on a fresh database. */
export type Services = {
  db: Kysely<Database>
  config: Config
  clock: () => Date
  log: Log
  mailer: Mailer
  pictures: PictureWorkshop
  unfinishedUploads: UnfinishedUploads
  limiter: Limiter
  afterwards: Afterwards
  /** How far the votes that are being counted are. */
  counting: Pick<VoteCounter, 'progressOf'>
}

/** What loaders and actions get as `context`. */
export type RequestContext = Services & {
  requestId: string
  /** Lets the page's own scripts through the Content-Security-Policy of this one response. */
  nonce: string
  locale: Locale
  /** For limits only (IPv6 by its /64): never shown, stored or logged. */
  clientAddress: string
  /** Does something once this request's answer has gone: what must not show in how long the answer takes. */
  afterAnswer: (work: () => Promise<unknown>) => void
  /** Says to the log why this request is answered with 503: part and code in our own words or the system's, never people's data. */
  notReady: (cause: string) => void
}

declare module '@remix-run/server-runtime' {
  interface AppLoadContext extends RequestContext {}
  /** What `data(…)` carries reaches useLoaderData and useActionData with its own types. */
  interface Future {
    v3_singleFetch: true
  }
}
