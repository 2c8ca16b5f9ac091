import { join } from 'node:path'
import { z } from 'zod'

const DEFAULT_PORT = 4747
const MODES = ['production', 'development', 'test'] as const
const PICTURE_STORES = ['disk', 'uploadthing'] as const
const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

const Environment = z.object({
  NODE_ENV: oneOf(MODES, 'production'),
  // 0 lets the system pick a free port, which the tests use.
  PORT: wholeNumber(0, 65_535, DEFAULT_PORT),
  // Only this machine unless the operator says otherwise.
  HOST: text(255, '127.0.0.1'),
  PUBLIC_ORIGIN: value('an http or https address without a path, such as https://design.example.org', readOrigin),
  DATABASE_FILE: text(4096, 'db/placet.sqlite'),
  UPLOADS_DIR: text(4096, 'uploads'),
  UNFINISHED_UPLOADS_DIR: value('at most 4096 characters', (given) => (given.length <= 4096 ? given : undefined)),
  PICTURE_STORE: oneOf(PICTURE_STORES, 'disk'),
  UPLOADTHING_TOKEN: value('a token as the UploadThing dashboard shows it under “API keys”, for version 7', (given) =>
    isUploadThingToken(given) ? given : undefined,
  ),
  UPLOADTHING_API_URL: value('an http or https address', readAddress),
  UPLOADTHING_INGEST_URL: value('an http or https address', readAddress),
  UPLOADTHING_UFS_HOST: value('a host such as ufs.sh', (given) => (/^[\w.-]+(:\d+)?$/.test(given) ? given : undefined)),
  UPLOADTHING_UFS_APP_ID_LOCATION: oneOf(['subdomain', 'path'], 'subdomain'),
  MAIL_DIR: text(4096, 'db/outbox'),
  MAIL_FROM: value('an address, alone or as “Placet <placet@example.org>”', readSender),
  SMTP_URL: value('an address that begins with smtp:// or smtps://', (given) =>
    /^smtps?:\/\/\S+$/.test(given) ? given : undefined,
  ),
  LOG_LEVEL: oneOf(LOG_LEVELS, 'info'),
  BRAND_NAME: text(60, 'Placet'),
  // Any colour: app/ui/accent.ts moves it until it can be read on both grounds.
  BRAND_ACCENT: value(
    'a colour such as #b8321a',
    (given) => (/^#[0-9a-f]{6}$/i.test(given) ? given : undefined),
    '#b8321a',
  ),
  TRUSTED_PROXY_HOPS: wholeNumber(0, 10, 0),
  PICTURE_WORKERS: wholeNumber(1, 16, 2),
})

export type Config = Readonly<{
  mode: (typeof MODES)[number]
  port: number
  host: string
  /** The address people use, such as https://design.example.org. Every absolute link begins with it. */
  publicOrigin: string
  /** Whether people reach us over https: decides cookie names, Secure and HSTS. */
  secure: boolean
  databaseFile: string
  uploadsDir: string
  /** Where uploads lie that arrive in pieces, until they are whole. */
  unfinishedUploadsDir: string
  pictureStore: (typeof PICTURE_STORES)[number]
  /** Given when there is a token, so that files can be moved to a store before it is the chosen one. */
  uploadThing: UploadThing | undefined
  mailDir: string
  /** In two parts, so that a name may hold what means something in a header, such as “Dolce & Co: Shoes”. */
  mailFrom: Readonly<{ name: string; address: string }>
  smtpUrl: string | undefined
  logLevel: (typeof LOG_LEVELS)[number]
  brandName: string
  brandAccent: string
  /** How many reverse proxies of ours append to X-Forwarded-For; 0 means that nobody's word is taken. */
  trustedProxyHops: number
  pictureWorkers: number
}>

type UploadThing = Readonly<{
  token: string
  /** Not given, these are UploadThing's own, as the token and its SDK name them. */
  apiUrl: string | undefined
  ingestUrl: string | undefined
  ufsHost: string | undefined
  ufsAppIdLocation: 'subdomain' | 'path'
}>

/** What the environment got wrong, one plain sentence per problem. */
export class ConfigError extends Error {
  override name = 'ConfigError'
  readonly sentences: readonly string[]
  constructor(sentences: readonly string[]) {
    super(sentences.join('\n'))
    this.sentences = sentences
  }
}

/** The only reader of the environment; an empty one gives a working configuration. Throws a ConfigError. */
export function readConfig(env: Record<string, string | undefined> = process.env): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, setting]) => setting !== ''))
  const read = Environment.safeParse(given)
  if (!read.success) {
    throw new ConfigError(read.error.issues.map((issue) => `${issue.path.join('.')} must be ${issue.message}.`))
  }
  const found = read.data
  if (found.PICTURE_STORE === 'uploadthing' && !found.UPLOADTHING_TOKEN) {
    throw new ConfigError(['UPLOADTHING_TOKEN must be set when PICTURE_STORE is uploadthing.'])
  }
  const publicOrigin = found.PUBLIC_ORIGIN ?? `http://localhost:${found.PORT}`
  return Object.freeze({
    mode: found.NODE_ENV,
    port: found.PORT,
    host: found.HOST,
    publicOrigin,
    secure: publicOrigin.startsWith('https:'),
    databaseFile: found.DATABASE_FILE,
    uploadsDir: found.UPLOADS_DIR,
    unfinishedUploadsDir: found.UNFINISHED_UPLOADS_DIR ?? join(found.UPLOADS_DIR, 'unfinished'),
    pictureStore: found.PICTURE_STORE,
    uploadThing: uploadThingOf(found),
    mailDir: found.MAIL_DIR,
    mailFrom: found.MAIL_FROM ?? { name: found.BRAND_NAME, address: `placet@${new URL(publicOrigin).hostname}` },
    smtpUrl: found.SMTP_URL,
    logLevel: found.LOG_LEVEL,
    brandName: found.BRAND_NAME,
    brandAccent: found.BRAND_ACCENT,
    trustedProxyHops: found.TRUSTED_PROXY_HOPS,
    pictureWorkers: found.PICTURE_WORKERS,
  })
}

/** React picks its build by NODE_ENV when it is first loaded, so scripts that serve settle it before that. */
export function settleMode(mode: Config['mode']): void {
  process.env.NODE_ENV = mode
}

function uploadThingOf(found: z.infer<typeof Environment>): UploadThing | undefined {
  if (!found.UPLOADTHING_TOKEN) return undefined
  return Object.freeze({
    token: found.UPLOADTHING_TOKEN,
    apiUrl: found.UPLOADTHING_API_URL,
    ingestUrl: found.UPLOADTHING_INGEST_URL,
    ufsHost: found.UPLOADTHING_UFS_HOST,
    ufsAppIdLocation: found.UPLOADTHING_UFS_APP_ID_LOCATION,
  })
}

/** JSON in base64 with a key, an app and its regions; anything else would only be noticed at the first upload. */
function isUploadThingToken(given: string): boolean {
  try {
    const { apiKey, appId, regions } = JSON.parse(Buffer.from(given, 'base64').toString())
    return String(apiKey).startsWith('sk_') && typeof appId === 'string' && Array.isArray(regions) && regions.length > 0
  } catch {
    return false
  }
}

// The sentences never repeat what was given: SMTP_URL holds a password.
function value<Value>(mustBe: string, read: (given: string) => Value | undefined): z.ZodType<Value | undefined>
function value<Value>(mustBe: string, read: (given: string) => Value | undefined, fallback: Value): z.ZodType<Value>
function value<Value>(mustBe: string, read: (given: string) => Value | undefined, fallback?: Value) {
  return z
    .string()
    .optional()
    .transform((given, context) => {
      if (given === undefined) return fallback
      const found = read(given.trim())
      if (found === undefined) context.issues.push({ code: 'custom', message: mustBe, input: undefined })
      return found
    })
}

function wholeNumber(smallest: number, largest: number, fallback: number) {
  const read = (given: string) => {
    const number = /^\d{1,9}$/.test(given) ? Number(given) : Number.NaN
    return number >= smallest && number <= largest ? number : undefined
  }
  return value(`a whole number from ${smallest} to ${largest}`, read, fallback)
}

function oneOf<Choice extends string>(choices: readonly Choice[], fallback: Choice) {
  const read = (given: string) => choices.find((choice) => choice === given)
  return value(`one of ${choices.join(', ')}`, read, fallback)
}

function text(largest: number, fallback: string) {
  return value(`at most ${largest} characters`, (given) => (given.length <= largest ? given : undefined), fallback)
}

function readSender(given: string): Config['mailFrom'] | undefined {
  const [, name = '', bracketed, bare] =
    /^(?:([^<>\r\n]+) <([^<>\s@]+@[^<>\s@]+)>|([^<>\s@]+@[^<>\s@]+))$/.exec(given) ?? []
  const address = bracketed ?? bare
  // As a header writes it, a name may stand in quotes.
  return address === undefined ? undefined : { name: name.replace(/^"(.*)"$/, '$1'), address }
}

function readAddress(given: string): string | undefined {
  return URL.canParse(given) && /^https?:$/.test(new URL(given).protocol) ? given : undefined
}

function readOrigin(given: string): string | undefined {
  if (!URL.canParse(given)) return undefined
  const url = new URL(given)
  const bare = url.pathname === '/' && !url.search && !url.hash && !url.username && !url.password
  return bare && /^https?:$/.test(url.protocol) ? url.origin : undefined
}
