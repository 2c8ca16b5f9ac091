import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { sendTo } from '../http/running-edge.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

test('told to stop, the process answers what it had begun, then ends with 0', async () => {
  const child = run('tests/scripts/small-server.ts', { PORT: '0' })
  const address = JSON.parse(await child.line('"serving"')).listening
  const slow = sendTo(address, '/slow', {})
  await child.line('slow arrived')
  child.process.kill('SIGTERM')
  expect(await slow).toMatchObject({ status: 200, body: 'at last' })
  expect(await child.ended).toBe(0)
})

test('a wrong setting stops the start with its sentence and nothing else', async () => {
  const child = run('scripts/start.ts', { PORT: 'many', LOG_LEVEL: 'loud' })
  expect(await child.ended).toBe(1)
  expect(child.errors()).toBe(
    'PORT must be a whole number from 0 to 65535.\nLOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent.\n',
  )
})

test('the database is made and brought up to date by script, once', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'placet-migrate-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const DATABASE_FILE = join(folder, 'deep/placet.sqlite')
  const first = run('scripts/migrate.ts', { DATABASE_FILE })
  expect(await first.ended).toBe(0)
  expect(first.output()).toMatch(/^Applied \S+\.$/m)
  const second = run('scripts/migrate.ts', { DATABASE_FILE })
  expect(await second.ended).toBe(0)
  expect(second.output()).toBe(`${DATABASE_FILE} is up to date.\n`)
})

function run(script: string, environment: Record<string, string>) {
  const folder = mkdtempSync(join(tmpdir(), 'placet-serve-'))
  const child: ChildProcess = spawn(process.execPath, ['--import', 'tsx', script], {
    cwd: ROOT,
    env: {
      NODE_ENV: 'test',
      PATH: process.env.PATH,
      UPLOADS_DIR: join(folder, 'uploads'),
      MAIL_DIR: join(folder, 'mail'),
      ...environment,
    },
  })
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await ended
    rmSync(folder, { recursive: true })
  })
  let output = ''
  let errors = ''
  child.stdout?.on('data', (chunk) => {
    output += chunk
  })
  child.stderr?.on('data', (chunk) => {
    errors += chunk
  })
  /** The first line of output that contains `words`, as soon as there is one. */
  const line = (words: string) =>
    new Promise<string>((resolve, reject) => {
      const look = () => {
        const found = output.split('\n').find((candidate) => candidate.includes(words))
        if (found) resolve(found)
      }
      child.stdout?.on('data', look)
      child.once('close', () => reject(new Error(`ended without “${words}”: ${output}${errors}`)))
      look()
    })
  return { process: child, ended, line, output: () => output, errors: () => errors }
}
