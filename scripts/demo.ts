import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import { type Config, readConfig, settleMode } from '#app/config.server.ts'
import { createLog } from '#app/log.server.ts'
import { openDatabase } from '#db/database.server.ts'
import { migrateToLatest } from '#db/migrate.server.ts'
import { buildIsStale } from './build-age.ts'
import { compileMessages } from './compile-messages.ts'
import { clearDemo, DEMO_SETTINGS, findSeededDemo, makeRoom, markSeeded, type SeededDemo } from './demo-folder.ts'
import { endWithSentences } from './end-with-sentences.ts'

const USAGE = 'npm run demo keeps the demo that is there; npm run demo -- --fresh starts over.'
const startedAt = performance.now()

await endWithSentences(async () => {
  const options = process.argv.slice(2)
  if (options.some((option) => option !== '--fresh')) return [USAGE]
  settleMode('production')
  const config = readConfig({ LOG_LEVEL: 'warn', ...process.env, ...DEMO_SETTINGS })
  if (!(await isFree(config))) {
    return [
      `Something listens on ${config.host}:${config.port} already. Stop it, or choose another: PORT=4748 npm run demo`,
    ]
  }
  return show(config, options.includes('--fresh'))
})

async function show(config: Config, fresh: boolean): Promise<string[]> {
  // Until there is something to stop in order; leaving by process.exit takes the build along.
  const leave = () => process.exit(130)
  process.once('SIGINT', leave).once('SIGTERM', leave)
  await compileMessages()
  const stale = buildIsStale()
  const there = fresh ? undefined : findSeededDemo()
  // The build takes one core while the pictures are drawn on the other.
  const seeding = there ?? seed(config)
  const [built, demo] = await Promise.all([stale ? build() : true, seeding])
  if (!built) return ['The build failed; what it said stands above.']
  process.off('SIGINT', leave).off('SIGTERM', leave)
  await serveDemo(config, demo)
  return []
}

async function seed(config: Config): Promise<SeededDemo> {
  clearDemo()
  makeRoom(config)
  // Only now: it all stands on the messages, which a fresh clone does not have yet.
  const { makeDemo } = await import('./make-demo.ts')
  const demo = await makeDemo(config, new Date(), tell)
  markSeeded(demo)
  return demo
}

async function serveDemo(config: Config, demo: SeededDemo): Promise<void> {
  makeRoom(config)
  const log = createLog(config)
  const db = openDatabase(config.databaseFile)
  await migrateToLatest(db)
  const { serve, stopOnSignals } = await import('./serve.ts')
  const { welcome } = await import('./demo-welcome.ts')
  stopOnSignals(await serve({ config, db, log }), log)
  tell('Serving')
  console.log(welcome(config, demo))
}

/** In a process of its own; says nothing unless it fails. */
function build(): Promise<boolean> {
  const program = fileURLToPath(new URL('./build.ts', import.meta.url))
  const child = spawn(process.execPath, ['--import', 'tsx', program], { stdio: ['ignore', 'pipe', 'pipe'] })
  process.once('exit', () => child.kill())
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (words) => {
      said += words
    })
  }
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0) tell('App built')
      else console.error(said)
      resolve(code === 0)
    })
  })
}

/** Better to know before a minute of work than after it. */
function isFree({ host, port }: Config): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', ({ code }: NodeJS.ErrnoException) => resolve(code !== 'EADDRINUSE'))
    probe.listen(port, host, () => probe.close(() => resolve(true)))
  })
}

function tell(what: string): void {
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
  console.log(`${seconds.padStart(6)} s  ${what}`)
}
