import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { Kysely } from 'kysely'
import { type Config, readConfig } from '#app/config.server.ts'
import type { DecoderDeath } from '#app/images/decode-limits.ts'
import { openDatabase } from '#db/database.server.ts'
import { migrateToLatest } from '#db/migrate.server.ts'
import type { Database } from '#db/schema.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** The built app as `npm start` runs it, with a database and a folder of its own, until it is stopped. */
export interface ScratchSite {
  config: Config
  /** The same database file that the server has open. */
  db: Kysely<Database>
  /** Of the server, or of the last one. */
  pid(): number
  /** What the server's log tells of its decoders, as it comes. */
  deaths: DecoderDeath[]
  /** What it logged as its own fault. */
  faults: string[]
  /** Resolves with the first line that it prints, or has printed, like this. */
  printed(like: RegExp): Promise<RegExpExecArray>
  /** The exit code or the signal, once the server is no more. */
  ended(): string | null
  /** Ends the server with SIGKILL, in the middle of whatever it does. */
  kill(): Promise<void>
  /** Another server on the same files and the same port, once it serves. */
  startAgain(): Promise<void>
  stop(): Promise<void>
}

export interface ScratchOptions {
  /** Where its files are kept. */
  disk?: string
  /** Settings beside its own. */
  settings?: Record<string, string>
}

/** `prepare` fills the database before the server opens it. */
export async function openScratchSite<Prepared>(
  prepare: (db: Kysely<Database>, config: Config) => Promise<Prepared>,
  { disk = tmpdir(), settings = {} }: ScratchOptions = {},
): Promise<ScratchSite & { prepared: Prepared }> {
  const folder = await mkdtemp(join(disk, 'placet-scratch-'))
  const { port, letGo } = await holdPort()
  const environment = {
    NODE_ENV: 'production' as const,
    PORT: String(port),
    PUBLIC_ORIGIN: `http://localhost:${port}`,
    DATABASE_FILE: join(folder, 'placet.sqlite'),
    UPLOADS_DIR: join(folder, 'uploads'),
    MAIL_DIR: join(folder, 'outbox'),
    LOG_LEVEL: 'warn',
    ...settings,
  }
  const config = readConfig(environment)
  const db = openDatabase(config.databaseFile)
  await migrateToLatest(db)
  const prepared = await prepare(db, config)
  await letGo()
  const heard: Heard = { deaths: [], faults: [], lines: [], hearers: new Set() }
  let server = await startServer(environment, heard)
  let ending = false
  async function end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    ending = true
    const gone = isRunning(server) ? once(server, 'exit') : undefined
    server.kill(signal)
    await gone
  }
  return {
    ...{ config, db, prepared, deaths: heard.deaths, faults: heard.faults },
    printed: (like) => waitForLine(heard, like),
    pid: () => server.pid ?? 0,
    ended: () => (ending ? null : (server.signalCode ?? server.exitCode?.toString() ?? null)),
    kill: () => end('SIGKILL'),
    async startAgain() {
      server = await startServer(environment, heard)
      ending = false
    },
    async stop() {
      await end('SIGTERM')
      await db.destroy()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

interface Heard {
  deaths: DecoderDeath[]
  faults: string[]
  /** What was printed that is no log line. */
  lines: string[]
  hearers: Set<() => void>
}

function waitForLine({ lines, hearers }: Heard, like: RegExp): Promise<RegExpExecArray> {
  return new Promise((resolve) => {
    const look = () => {
      const found = lines.map((line) => like.exec(line)).find((match) => match !== null)
      if (!found) return
      hearers.delete(look)
      resolve(found)
    }
    hearers.add(look)
    look()
  })
}

async function startServer(environment: NodeJS.ProcessEnv, heard: Heard): Promise<ChildProcess> {
  const server = spawn(process.execPath, ['scripts/start.mjs'], {
    cwd: ROOT,
    // Nothing of ours but the way to programs: settings of the operator's must not reach a scratch server.
    env: { PATH: process.env.PATH, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(server, 'exit').then(() => Promise.reject(new Error('The server did not start.')))
  // Once it serves, its end is met elsewhere.
  ended.catch(() => undefined)
  await Promise.race([listen(server, heard), ended])
  return server
}

function isRunning({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode === null && signalCode === null
}

const FAULTS = new Set(['error', 'fatal'])

/** Resolves when it serves. */
function listen(server: ChildProcess, { deaths, faults, lines, hearers }: Heard): Promise<void> {
  const { stdout } = server
  if (!stdout) throw new Error('The server has no output.')
  return new Promise((serving) => {
    createInterface(stdout).on('line', (line) => {
      if (line.includes(' is at http')) serving()
      if (!line.startsWith('{')) {
        lines.push(line)
        for (const hear of hearers) hear()
        return
      }
      const { level, death, msg } = JSON.parse(line)
      if (death) deaths.push(death)
      // What a request failed by has a line of its own.
      if (FAULTS.has(level) && msg !== 'request') faults.push(line)
    })
  })
}

/** A free port, held until it is let go: while a database is filled, somebody else could be given the same. */
async function holdPort(): Promise<{ port: number; letGo: () => Promise<void> }> {
  const holder = createServer().listen(0, '127.0.0.1')
  await once(holder, 'listening')
  holder.unref()
  const address = holder.address()
  if (address === null || typeof address === 'string') throw new Error('The system gave no port.')
  async function letGo(): Promise<void> {
    holder.close()
    await once(holder, 'close')
  }
  return { port: address.port, letGo }
}
