import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { chanceFrom } from '../../scripts/elections/chance.ts'
import { chainEvents, exportRecord, type RandomRecord, randomRecord } from '../../scripts/elections/random-record.ts'
import { tamper } from '../../scripts/elections/tamper.ts'
import { ensurePython } from '../../scripts/find-python.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const VERIFIERS = {
  'npm run verify': [process.execPath, '--import', 'tsx', 'scripts/verify.ts'],
  'verify.py': [ensurePython(), 'scripts/verify.py'],
}

/** Enough happens in it for every line of the report. */
const record = randomRecord(chanceFrom(3), 'scores')
const events = record.events.length

const decidedExport = drawDecided()

function drawDecided(): string {
  for (let seed = 1; ; seed += 1) {
    const text = exportRecord(randomRecord(chanceFrom(seed)))
    if (text.includes('\ndecided ')) return text
  }
}

function files(...texts: string[]): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'placet-verify-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return texts.map((text, at) => {
    const file = join(folder, `export-${at}.txt`)
    writeFileSync(file, text, 'latin1')
    return file
  })
}

function run([program = '', ...before]: string[], ...given: string[]) {
  const { status, stdout, stderr } = spawnSync(program, [...before, ...given], { cwd: ROOT, encoding: 'utf8' })
  return { status, said: stdout + stderr }
}

/** The same vote as somebody would write it who changes one score and makes everything fit again. */
function rewritten({ contestId, frozenHead, ...vote }: RandomRecord): RandomRecord {
  const at = vote.events.findIndex(({ kind }) => kind === 'score')
  const changed = vote.events.map((event, index) =>
    index === at ? { ...event, value: 5 - (event.value ?? 0) } : event,
  )
  const chained = chainEvents(contestId, changed)
  const anew = <Head extends { sequence: number }>(head: Head) => ({
    ...head,
    hash: chained[head.sequence - 1]?.hash ?? '',
  })
  return { contestId, ...vote, events: chained, frozenHead: anew(frozenHead), heads: vote.heads.map(anew) }
}

for (const [name, command] of Object.entries(VERIFIERS)) {
  test(`${name} finds an export, a receipt and a kept head in order`, { timeout: 60_000 }, () => {
    const [file = ''] = files(exportRecord(record))
    const head = record.heads[0]
    const kept = ['--receipt', record.receipts[0] ?? '', '--head', `${head?.sequence}:${head?.hash}`]
    const { status, said } = run(command, file, ...kept)
    expect(said).toContain('Everything fits')
    expect(said).toContain(`${events} events`)
    expect(status).toBe(0)
  })

  test(`${name} names the event that does not fit`, { timeout: 60_000 }, () => {
    const lines = exportRecord(record).split('\n')
    const at = lines.findIndex((line) => line.startsWith('event 2 '))
    const [file = ''] = files(lines.toSpliced(at, 1).join('\n'))
    const { status, said } = run(command, file)
    expect(said).toContain(`event 2 (line ${at + 1})`)
    expect(status).toBe(1)
  })

  test(`${name} exposes a record rewritten from end to end by what somebody kept`, { timeout: 60_000 }, () => {
    const [file = ''] = files(exportRecord(rewritten(record)))
    expect(run(command, file).status).toBe(0)
    const head = record.heads.at(-1)
    const exposed = run(command, file, '--head', `${head?.sequence}:${head?.hash}`)
    expect(exposed.said).toContain('THE HEAD YOU KEPT DOES NOT LIE ON THE CHAIN')
    expect(exposed.status).toBe(1)
    const without = files(exportRecord({ ...record, receipts: record.receipts.with(0, '0'.repeat(32)) }))
    const missing = run(command, without[0] ?? '', '--receipt', record.receipts[0] ?? '')
    expect(missing.said).toContain('YOUR RECEIPT IS NOT AMONG THE RECEIPTS')
    expect(missing.status).toBe(1)
    const digest = /digest (\w+)/.exec(exportRecord(record))?.[1] ?? ''
    expect(run(command, file, '--digest', digest).status).toBe(1)
  })

  test(`${name} prints the hash of the decision, and holds it against the one somebody kept`, {
    timeout: 60_000,
  }, () => {
    const [file = '', before = ''] = files(decidedExport, exportRecord({ ...record, decision: null }))
    const hash = /decided (\w{64})\n$/.exec(decidedExport)?.[1] ?? ''
    const kept = run(command, file, '--decision', hash)
    expect(kept.said).toContain(hash)
    expect(kept.status).toBe(0)
    for (const [other, given] of [
      [file, '0'.repeat(64)],
      [before, hash],
    ] as const) {
      const exposed = run(command, other, '--decision', given)
      expect(exposed.said).toContain('THE DECISION IS NOT THE ONE WHOSE HASH YOU KEPT')
      expect(exposed.status).toBe(1)
    }
  })

  test(`${name} says what it wants, and that a file cannot be read`, { timeout: 60_000 }, () => {
    expect(run(command).status).toBe(2)
    expect(run(command, 'no-such-file').said).toContain('cannot be read')
    expect(run(command, ...files(exportRecord(record)), '--head', '3').status).toBe(2)
  })
}

test('the verifier in Python finds what is tampered with in the same place as the other', { timeout: 60_000 }, () => {
  const chance = chanceFrom(7)
  const tampered = Array.from({ length: 200 }, () => tamper(exportRecord(randomRecord(chance)), chance))
  const { said } = run(VERIFIERS['verify.py'], ...files(...tampered.map(({ text }) => text)))
  const places = said.split('\n').flatMap((line) => {
    const [, sequence, ofEvent, alone] =
      /NOT EVERYTHING FITS[.] (?:event (\d+) \(line (\d+)\)|line (\d+)):/.exec(line) ?? []
    return ofEvent || alone ? [{ line: Number(ofEvent ?? alone), sequence: sequence ? Number(sequence) : null }] : []
  })
  expect(places).toEqual(tampered.map(({ line, sequence }) => ({ line, sequence })))
})

test('the verifier in Python counts what the app counts', { timeout: 60_000 }, () => {
  const texts = Array.from({ length: 200 }, (_, seed) => exportRecord(randomRecord(chanceFrom(1000 + seed))))
  // A half of them by duels: a generator that drew none would prove nothing of them.
  expect(texts.filter((text) => text.includes('\nmethod duels ')).length).toBeGreaterThan(50)
  const { status, said } = run(VERIFIERS['verify.py'], ...files(...texts))
  expect(said.split('\n').filter((line) => line !== '' && !line.includes('Everything fits'))).toEqual([])
  expect(status).toBe(0)
})
