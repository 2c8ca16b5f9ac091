import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureBrowser } from './find-browser.ts'
import { ensurePython } from './find-python.ts'

/**
 * Everything that must hold, in the order in which it fails fastest: types, lint, tests of rules, verbs, routes and the
 * architecture, the build, and the journeys in a real browser on what was built. `npm test`, and nothing else, is the CI.
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

const STEPS: Step[] = [
  { name: 'messages', command: [process.execPath, '--import', 'tsx', 'scripts/compile-messages.ts'] },
  { name: 'types', command: [bin('tsc'), '--noEmit'] },
  { name: 'lint', command: [bin('biome'), 'check', '--error-on-warnings', '.'] },
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
  { name: 'build', command: [process.execPath, '--import', 'tsx', 'scripts/build.ts'] },
  {
    name: 'journeys in the browser',
    command: [bin('playwright'), 'test', '--config', 'tests/playwright.config.ts'],
    env: { CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: BROWSER },
  },
]

let broken = false
for (const step of STEPS) {
  if (broken) break
  const startedAt = performance.now()
  console.log(`\n== ${step.name}`)
  const [program = '', ...rest] = step.command
  const { status } = spawnSync(program, rest, { cwd: ROOT, stdio: 'inherit', env: { ...process.env, ...step.env } })
  broken = status !== 0
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
  console.log(`== ${step.name}: ${broken ? 'FAILED' : 'holds'} (${seconds} s)`)
}

const counts = [countUnit(), countBrowser()]
const passed = counts.reduce((sum, count) => sum + count.passed, 0)
const failed = counts.reduce((sum, count) => sum + count.failed, 0)
console.log(`\n${passed} passed, ${failed} failed`)
process.exit(broken || failed > 0 || passed === 0 ? 1 : 0)

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
