import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureBrowser } from './find-browser.ts'
import { ensurePython } from './find-python.ts'

/**
 * Everything that must hold: types, lint and the build, side by side because each keeps one core busy; tests of rules, verbs, routes
 * and the architecture; and the journeys in a real browser on what was built. `npm test`, and nothing else, is the CI.
 */
const ROOT = fileURLToPath(new URL('..', import.meta.url))
const RESULTS = join(ROOT, 'tests/results')
const UNIT = join(RESULTS, 'unit.json')
const BROWSER = join(RESULTS, 'browser.json')

interface Step {
  name: string
  command: string[]
  env?: Record<string, string>
}

const bin = (name: string) => join(ROOT, 'node_modules/.bin', name)

rmSync(RESULTS, { recursive: true, force: true })
mkdirSync(RESULTS, { recursive: true })
const chromium = ensureBrowser()
const python = ensurePython()

/** One after the other; the steps of each at once. */
const STAGES: Step[][] = [
  [{ name: 'messages', command: [process.execPath, '--import', 'tsx', 'scripts/compile-messages.ts'] }],
  [
    { name: 'types', command: [bin('tsc'), '--noEmit'] },
    { name: 'lint', command: [bin('biome'), 'check', '--error-on-warnings', '.'] },
    { name: 'build', command: [process.execPath, '--import', 'tsx', 'scripts/build.ts'] },
  ],
  [
    {
      name: 'rules, verbs, routes and architecture',
      command: [
        bin('vitest'),
        'run',
        '--config',
        'tests/vitest.config.ts',
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${UNIT}`,
      ],
      env: { PYTHON_PATH: python },
    },
  ],
  [
    {
      name: 'journeys in the browser',
      command: [bin('playwright'), 'test', '--config', 'tests/playwright.config.ts'],
      env: { CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: BROWSER },
    },
  ],
]

let broken = false
for (const stage of STAGES) {
  const held = await Promise.all(stage.map((step) => holds(step, stage.length > 1)))
  broken = held.includes(false)
  if (broken) break
}

const counts = [countUnit(), countBrowser()]
const passed = counts.reduce((sum, count) => sum + count.passed, 0)
const failed = counts.reduce((sum, count) => sum + count.failed, 0)
console.log(`\n${passed} passed, ${failed} failed`)
process.exit(broken || failed > 0 || passed === 0 ? 1 : 0)

/** What steps say that run beside others is printed when they end, so that it stays together. */
async function holds({ name, command, env }: Step, isBesideOthers: boolean): Promise<boolean> {
  const startedAt = performance.now()
  const [program = '', ...rest] = command
  console.log(`\n== ${name}`)
  const child = spawn(program, rest, {
    cwd: ROOT,
    stdio: ['ignore', isBesideOthers ? 'pipe' : 'inherit', isBesideOthers ? 'pipe' : 'inherit'],
    env: { ...process.env, ...env },
  })
  const said: Buffer[] = []
  for (const words of [child.stdout, child.stderr]) words?.on('data', (some: Buffer) => said.push(some))
  const [status] = await once(child, 'close')
  process.stdout.write(Buffer.concat(said))
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
  console.log(`== ${name}: ${status === 0 ? 'holds' : 'FAILED'} (${seconds} s)`)
  return status === 0
}

interface Count {
  passed: number
  failed: number
}

function countUnit(): Count {
  if (!existsSync(UNIT)) return { passed: 0, failed: 0 }
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(UNIT, 'utf8'))
  return { passed: numPassedTests, failed: numFailedTests }
}

function countBrowser(): Count {
  if (!existsSync(BROWSER)) return { passed: 0, failed: 0 }
  const { stats } = JSON.parse(readFileSync(BROWSER, 'utf8'))
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected }
}
