import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Kysely } from 'kysely'
import { type Config, readConfig } from '#app/config.server.ts'
import { openDiskStore } from '#app/images/disk-store.server.ts'
import type { PictureStore } from '#app/images/picture-store.server.ts'
import { openDatabase } from '#db/database.server.ts'
import { migrateToLatest } from '#db/migrate.server.ts'
import type { Database } from '#db/schema.ts'
import { type FoundMail, mailsIn } from '../mailbox.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const FIRST_ADMIN = /(\/first-admin\/\S+)\n/

/** What is there before the server starts: the database that it will open, and the store that it will serve pictures from. */
export interface Ground {
  db: Kysely<Database>
  store: PictureStore
  config: Config
}

export interface Site {
  /** Where a browser finds it. */
  origin: string
  config: Config
  /** The same database file that the server has open. */
  db: Kysely<Database>
  /** The path of the link that the server printed because nobody is admin yet. */
  firstAdminPath: string | null
  /** The letters that were written to this address so far, oldest first. */
  mailsTo(address: string): Promise<FoundMail[]>
  stop(): Promise<void>
}

/**
 * The built app as a process of its own, as `npm start` runs it, on a free port with a database, uploads and letters in a temporary
 * folder. `prepare` fills the database before the server opens it. Stop it in `afterAll`.
 */
export async function openSite(): Promise<Site & { prepared: undefined }>
export async function openSite<Prepared>(
  prepare: (ground: Ground) => Promise<Prepared>,
  env?: Record<string, string>,
): Promise<Site & { prepared: Prepared }>
export async function openSite<Prepared>(
  prepare?: (ground: Ground) => Promise<Prepared>,
  env: Record<string, string> = {},
): Promise<Site & { prepared: Prepared | undefined }> {
  const folder = await mkdtemp(join(tmpdir(), 'placet-site-'))
  const port = await freePort()
  const environment = {
    NODE_ENV: 'production' as const,
    PORT: String(port),
    PUBLIC_ORIGIN: `http://localhost:${port}`,
    DATABASE_FILE: join(folder, 'placet.sqlite'),
    UPLOADS_DIR: join(folder, 'uploads'),
    MAIL_DIR: join(folder, 'outbox'),
    LOG_LEVEL: 'warn',
    PICTURE_WORKERS: '1',
    ...env,
  }
  const config = readConfig(environment)
  const db = openDatabase(config.databaseFile)
  await migrateToLatest(db)
  const prepared = await prepare?.({ db, store: await openDiskStore(config.uploadsDir), config })
  const server = spawn(process.execPath, ['scripts/start.mjs'], {
    cwd: ROOT,
    env: { PATH: process.env.PATH, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const expectsAdmin = !(await hasAdmin(db))
  const said = await started(
    server,
    (words) => words.includes(`is at ${config.publicOrigin}`) && (!expectsAdmin || FIRST_ADMIN.test(words)),
  )

  return {
    origin: config.publicOrigin,
    config,
    db,
    prepared,
    firstAdminPath: FIRST_ADMIN.exec(said)?.[1] ?? null,
    mailsTo: (address) => mailsIn({ config }, address),
    async stop() {
      const gone = server.exitCode === null ? once(server, 'exit') : undefined
      server.kill('SIGTERM')
      await gone
      await db.destroy()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Everything the server printed until it was up, and until the link for the first admin when there is to be one. */
async function started(server: ChildProcess, isUp: (said: string) => boolean): Promise<string> {
  let said = ''
  const up = new Promise<void>((resolve) => {
    const listen = (chunk: Buffer) => {
      said += chunk.toString()
      if (isUp(said)) resolve()
    }
    server.stdout?.on('data', listen)
    server.stderr?.on('data', listen)
  })
  const died = once(server, 'exit').then(() => {
    throw new Error(`The server did not start:\n${said}`)
  })
  died.catch(() => undefined)
  await Promise.race([up, died])
  return said
}

async function hasAdmin(db: Kysely<Database>): Promise<boolean> {
  return (
    (await db.selectFrom('roleGrant').select('accountId').where('role', '=', 'admin').executeTakeFirst()) !== undefined
  )
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('The system gave no port.')
  return address.port
}
