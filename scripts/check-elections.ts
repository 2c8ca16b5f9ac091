import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { checkContest } from '#app/jury/export/check-contest.ts'
import { NODE_HASHING } from '#app/voting/export/node-hashing.server.ts'
import { chanceFrom } from './elections/chance.ts'
import { contradictions, playElection } from './elections/played/play.ts'
import { openStage } from './elections/played/stage.ts'
import { exportRecord, randomRecord } from './elections/random-record.ts'
import { tamper } from './elections/tamper.ts'
import { endWithSentences } from './end-with-sentences.ts'
import { ensurePython } from './find-python.ts'

/**
 * Holds the two verifiers against random records of votes, by scores and by duels (changes, withdrawals, quarantines, releases, exclusions, staff, ties), and
 * against exports in which one byte or one row was tampered with: each must be found at its line and with the number of its event. With
 * --app elections are played through the app's own verbs on a real database instead, from the brief to the jury's vetoes and the signed
 * decision: the verifiers must agree with what the app then publishes.
 */
const [ELECTIONS, TAMPERINGS, SEED] = [1000, 10_000, 1]
const USAGE = [
  'npm run check:elections -- [ELECTIONS] [TAMPERINGS] [SEED]   (1000, 10000 and 1 when not said)',
  'npm run check:elections -- --app [ELECTIONS] [SEED]          (1000 and 1 when not said)',
]
const TAMPERINGS_A_RECORD = 20
/** What one call of the other verifier is given to read. */
const FILES_A_CALL = 500

interface Place {
  line: number
  sequence: number | null
}

interface Expected {
  text: string
  what: string
  /** null for an export in which everything fits. */
  place: Place | null
}

await endWithSentences(async () => {
  const words = process.argv.slice(2)
  const app = words[0] === '--app'
  const given = words.slice(app ? 1 : 0).map(Number)
  if (given.length > (app ? 2 : 3) || given.some((number) => !Number.isInteger(number) || number < 1)) return USAGE
  const python = ensurePython()
  if (app) return checkPlayed(given[0] ?? ELECTIONS, given[1] ?? SEED, python)
  const [elections = ELECTIONS, tamperings = TAMPERINGS, seed = SEED] = given
  return [
    ...(await check('random elections', drawElections(elections, seed), python)),
    ...(await check('tamperings', drawTamperings(tamperings, seed), python)),
  ]
})

async function checkPlayed(elections: number, seed: number, python: string): Promise<string[]> {
  const stage = await openStage()
  const wrong: string[] = []
  async function* play(): AsyncGenerator<Expected> {
    const chance = chanceFrom(seed)
    for (let made = 1; made <= elections; made += 1) {
      const played = await playElection(stage, chance)
      wrong.push(...contradictions(played).map((sentence) => `election ${made}: ${sentence}`))
      yield { text: played.export, what: `election ${made}`, place: null }
    }
  }
  try {
    wrong.push(...(await check('elections played through the app', play(), python)))
    for (const [what, times] of [...stage.happened].sort()) console.log(`  ${times} ${what}`)
    return wrong
  } finally {
    await stage.close()
  }
}

function* drawElections(elections: number, seed: number): Generator<Expected> {
  const chance = chanceFrom(seed)
  for (let made = 0; made < elections; made += 1)
    yield { text: exportRecord(randomRecord(chance)), what: `election ${made + 1}`, place: null }
}

function* drawTamperings(tamperings: number, seed: number): Generator<Expected> {
  const chance = chanceFrom(seed + 1)
  let text = ''
  for (let made = 0; made < tamperings; made += 1) {
    if (made % TAMPERINGS_A_RECORD === 0) text = exportRecord(randomRecord(chance))
    const { what, line, sequence, text: tampered } = tamper(text, chance)
    yield { text: tampered, what: `tampering ${made + 1}, ${what}`, place: { line, sequence } }
  }
}

/** A sentence for each export of which a verifier says something else than is so. */
async function check(
  name: string,
  exports: Iterable<Expected> | AsyncIterable<Expected>,
  python: string,
): Promise<string[]> {
  const wrong: string[] = []
  let all = 0
  let batch: Expected[] = []
  const askPython = () => {
    placesByPython(python, batch).forEach((found, at) => {
      if (!isSame(found, batch[at]?.place ?? null)) wrong.push(`verify.py: ${batch[at]?.what}: ${inWords(found)}`)
    })
    batch = []
  }
  for await (const each of exports) {
    all += 1
    const found = placeByUs(each.text)
    if (!isSame(found, each.place)) wrong.push(`verify.ts: ${each.what}: ${inWords(found)}`)
    batch.push(each)
    if (batch.length === FILES_A_CALL) askPython()
  }
  askPython()
  console.log(`${all} ${name}: ${wrong.length} times a verifier said something else than is so`)
  return wrong
}

function placeByUs(text: string): Place | null {
  const checking = checkContest({ hashing: NODE_HASHING, kept: {} })
  checking.add(text)
  const { misfit } = checking.end()
  return misfit && { line: misfit.line, sequence: misfit.sequence }
}

function placesByPython(python: string, exports: readonly Expected[]): (Place | null)[] {
  if (exports.length === 0) return []
  const folder = mkdtempSync(join(tmpdir(), 'placet-elections-'))
  try {
    const files = exports.map(({ text }, at) => {
      const file = join(folder, `${at}.txt`)
      writeFileSync(file, text, 'latin1')
      return file
    })
    const program = fileURLToPath(new URL('./verify.py', import.meta.url))
    const { stdout } = spawnSync(python, [program, ...files], { encoding: 'utf8', maxBuffer: 1 << 28 })
    const verdicts = stdout.split('\n').filter((line) => /Everything fits|NOT EVERYTHING FITS/.test(line))
    if (verdicts.length !== exports.length) throw new Error(`verify.py judged ${verdicts.length} of ${exports.length}`)
    return verdicts.map(readPlace)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function readPlace(verdict: string): Place | null {
  if (verdict.includes('Everything fits')) return null
  const [, sequence, ofEvent, alone] = /FITS[.] (?:event (\d+) \(line (\d+)\)|line (\d+)):/.exec(verdict) ?? []
  return { line: Number(ofEvent ?? alone), sequence: sequence ? Number(sequence) : null }
}

function isSame(a: Place | null, b: Place | null): boolean {
  return a?.line === b?.line && a?.sequence === b?.sequence
}

function inWords(found: Place | null): string {
  return found ? `said line ${found.line}, event ${found.sequence ?? '-'}` : 'said that everything fits'
}
