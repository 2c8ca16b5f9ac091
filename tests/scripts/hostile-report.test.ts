import { expect, test } from 'vitest'
import type { DecoderDeath } from '#app/images/decode-limits.ts'
import { type Answered, brokenPromises, report } from '../../scripts/hostile/hostile-report.ts'

const TAKEN: Answered = { file: 'good.jpg', status: 201, sentence: null, ms: 300 }
const REFUSED: Answered = {
  ...{ file: 'half.jpg', status: 422, ms: 20 },
  sentence: 'This file is damaged or was cut off on the way. Export it again from the program that made it.',
}
const CALM = {
  ...{ deaths: [] as DecoderDeath[], warmMiB: 200, serverEnded: null, wrong: [] },
  memory: { serverMost: 230, decoderMost: 400, decoders: 2 },
}

test('files that are taken or refused for a reason keep every promise, and are counted by it', () => {
  const found = report({ ...CALM, answers: [TAKEN, REFUSED, REFUSED] })
  expect(found).toMatchObject({ count: 3, accepted: 1, refused: { damaged: 2 }, decoderMiB: 400 })
  expect(found.serverMiB.grown).toBe(30)
  expect(brokenPromises(found)).toEqual([])
})

test.each<[string, Partial<Parameters<typeof report>[0]>, RegExp]>([
  ['an answer of 500', { answers: [{ ...TAKEN, status: 500 }] }, /good.jpg was answered 500/],
  ['a refusal without a reason', { answers: [{ ...REFUSED, sentence: null }] }, /without a reason/],
  ['an answer after more than two seconds', { answers: [{ ...REFUSED, ms: 2001 }] }, /half.jpg took 2001 ms/],
  ['a server that ended', { serverEnded: 'SIGSEGV' }, /The server ended/],
  ['a server that grew by 64 MiB', { warmMiB: 166 }, /grew by 64 MiB/],
  ['a decoder of 1 GiB', { memory: { ...CALM.memory, decoderMost: 1024 } }, /decoder took 1024 MiB/],
  ['a decoder that crashed', { deaths: [fallen({ signal: 'SIGSEGV' })] }, /decoder crashed/],
  [
    'a decoder whose heap was corrupted',
    { deaths: [fallen({ signal: 'SIGABRT', lastWords: 'free(): invalid pointer' })] },
    /decoder crashed/,
  ],
  ['a bomb that was taken for something else', { wrong: ['SVG should be refused.'] }, /SVG should be/],
])('%s breaks a promise', (_what, change, complaint) => {
  expect(brokenPromises(report({ ...CALM, answers: [TAKEN], ...change })).join()).toMatch(complaint)
})

test('a decoder that was stopped by its limits is counted, and is no crash', () => {
  const deaths: DecoderDeath[] = [
    fallen({ why: 'over-cpu-limit', code: 87 }),
    fallen({ why: 'over-deadline', signal: 'SIGKILL' }),
    fallen({ why: 'over-memory-cap', signal: 'SIGABRT', lastWords: 'std::bad_alloc' }),
  ]
  const found = report({ ...CALM, answers: [TAKEN], deaths })
  expect(found.decodersStopped).toEqual({ overCpuLimit: 1, overDeadline: 1, overMemoryCap: 1 })
  expect(brokenPromises(found)).toEqual([])
})

function fallen(death: Partial<DecoderDeath>): DecoderDeath {
  return { why: 'fell', code: null, signal: null, lastWords: '', ...death }
}
