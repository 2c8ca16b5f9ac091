import { execFileSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import type { DecodeJob } from '#app/images/decode-child.ts'
import { type DecoderDeath, OVER_CPU_LIMIT, whyEnded } from '#app/images/decode-limits.ts'
import { type DecoderOptions, startDecoder } from '#app/images/decoder.server.ts'
import { flatPng } from '../../scripts/hostile/png-bytes.ts'
import { fourCorners } from './sample-files.ts'

const PLENTY: DecoderOptions = { deadlineMs: 15_000, memoryMiB: 1024 }
const WITHIN = { timeout: 10_000 }
let folder: string
let good: DecodeJob

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'placet-decoder-'))
  good = { path: join(folder, 'good.png'), format: 'png', least: undefined, cpuMsMost: 10_000 }
  await writeFile(good.path, await fourCorners(400, 300).png().toBuffer())
})

afterAll(() => rm(folder, { recursive: true }))

test('a job over its deadline is killed and refused, and the next one is answered by a new child', async () => {
  // A pipe that nobody writes into keeps the child reading for ever, on any machine, however fast.
  const endless = join(folder, 'endless.png')
  execFileSync('mkfifo', [endless])
  const decoder = aDecoder({ ...PLENTY, deadlineMs: 1500 })
  expect(await decoder.decode({ ...good, path: endless })).toEqual({ ok: false, refusal: { reason: 'took-too-long' } })
  expect(await decoder.decode(good)).toMatchObject({ ok: true, value: { width: 400 } })
})

test('a picture that needs more memory than the cap is refused, and the next one is answered', async () => {
  const large = join(folder, 'large.webp')
  await writeFile(large, await fourCorners(8000, 6000).webp({ effort: 0, quality: 1 }).toBuffer())
  const job: DecodeJob = { ...good, path: large, format: 'webp' }
  const capped = aDecoder({ ...PLENTY, memoryMiB: 250 })
  expect(await capped.decode(job)).toEqual({ ok: false, refusal: { reason: 'damaged' } })
  expect(await capped.decode(good)).toMatchObject({ ok: true })
  expect(await aDecoder(PLENTY).decode(job)).toMatchObject({ ok: true, value: { width: 8000 } })
})

test('a picture that takes too much of the processor is refused, whatever the clock says, and the next one is answered', async () => {
  const bomb = join(folder, 'bomb.png')
  await writeFile(bomb, flatPng({ width: 5000, height: 5000, bitDepth: 16, colourType: 6 }, 8))
  const deaths: DecoderDeath[] = []
  const decoder = aDecoder({ ...PLENTY, onDeath: (death) => deaths.push(death) })
  expect(await decoder.decode({ ...good, path: bomb, cpuMsMost: 100 })).toEqual({
    ok: false,
    refusal: { reason: 'took-too-long' },
  })
  expect(deaths).toEqual([{ why: 'over-cpu-limit', code: OVER_CPU_LIMIT, signal: null, lastWords: '' }])
  expect(await decoder.decode(good)).toMatchObject({ ok: true })
})

test('a child is there before the first picture, and another as soon as it died over one', async () => {
  const bomb = join(folder, 'bomb-ahead.png')
  await writeFile(bomb, flatPng({ width: 5000, height: 5000, bitDepth: 16, colourType: 6 }, 8))
  let ready = 0
  const decoder = aDecoder({ ...PLENTY, replacesAtOnce: true, onReady: () => (ready += 1) })
  decoder.getReady()
  await expect.poll(() => ready, WITHIN).toBe(1)
  expect(await decoder.decode({ ...good, path: bomb, cpuMsMost: 100 })).toMatchObject({ ok: false })
  await expect.poll(() => ready, WITHIN).toBe(2)
  expect(await decoder.decode(good)).toMatchObject({ ok: true })
  expect(ready).toBe(2)
})

test.each<[DecoderDeath['why'], number | null, string | null, string]>([
  ['over-cpu-limit', OVER_CPU_LIMIT, null, ''],
  ['over-memory-cap', null, 'SIGKILL', ''],
  ['over-memory-cap', null, 'SIGABRT', "terminate called after throwing an instance of 'std::bad_alloc'"],
  ['over-memory-cap', null, 'SIGTRAP', 'FATAL ERROR: Zone Allocation failed - process out of memory\n 1: 0xb7 node\n'],
  ['over-memory-cap', null, 'SIGTRAP', '(process:7): GLib-ERROR **: gmem.c:136: failed to allocate 8192 bytes'],
  ['fell', null, 'SIGABRT', 'free(): invalid pointer'],
  ['fell', null, 'SIGABRT', 'malloc(): corrupted top size'],
  ['fell', null, 'SIGSEGV', ''],
  ['fell', 1, null, 'TypeError: x is not a function'],
])('a decoder’s end is %s by code %s, signal %s and the words “%s”', (why, code, signal, words) => {
  expect(whyEnded(code, signal, words)).toBe(why)
})

test('a file that is not there is a fault of ours, not a refusal', async () => {
  const decoder = aDecoder(PLENTY)
  await expect(decoder.decode({ ...good, path: join(folder, 'nowhere') })).rejects.toThrow('ENOENT')
  expect(await decoder.decode(good)).toMatchObject({ ok: true })
})

test('a child that cannot start is a fault of ours, and stopping it is no error', async () => {
  const decoder = aDecoder({ ...PLENTY, memoryMiB: -1 })
  await expect(decoder.decode(good)).rejects.toThrow('did not start')
  await decoder.stop()
})

function aDecoder(options: DecoderOptions) {
  const decoder = startDecoder(options)
  onTestFinished(() => decoder.stop())
  return decoder
}
