import { describe, expect, test } from 'vitest'
import { planSchema } from '#app/production/run-forms.ts'
import { closedGate, closedLaunch, isLate, mayDecide, STAGES, stageAfter } from '#app/production/stages.ts'

const NOW = new Date('2026-05-04T10:00:00.000Z')
const FILE = { handedInAt: NOW.toISOString(), ruling: 'approved' } as const
const OPEN = { unsigned: [], signed: 1, go: true, file: FILE }

describe('the gates of a run', () => {
  test('are closed at the agreement, the files and go / no-go, and by a no-go anywhere', () => {
    expect(STAGES.map((stage) => closedGate(stage, OPEN, NOW))).toEqual(STAGES.map(() => null))
    const closed = STAGES.map((stage) => closedGate(stage, { unsigned: ['ada'], signed: 0, go: null, file: null }, NOW))
    expect(closed.filter(Boolean)).toEqual(['agreement-unsigned', 'file-missing', 'go-missing'])
    for (const stage of STAGES) expect(closedGate(stage, { ...OPEN, go: false }, NOW)).toBe('no-go')
  })

  test('lead from each stage to the next, and nowhere from the launch', () => {
    expect(STAGES.map(stageAfter)).toEqual([...STAGES.slice(1), null])
  })

  test('let a product be launched from the making alone', () => {
    expect(STAGES.filter((stage) => closedLaunch(stage, OPEN, NOW) === null)).toEqual(['making'])
  })

  test('let a go be given at its stage and a no-go until the launch', () => {
    expect(STAGES.filter((stage) => mayDecide(true, stage))).toEqual(['go-no-go'])
    expect(STAGES.filter((stage) => !mayDecide(false, stage))).toEqual(['launched'])
  })
})

test('a stage is late after its due instant, not at it, and only while the run stands there or before', () => {
  const due = '2026-05-10T21:59:00.000Z'
  expect(isLate(due, null, new Date(due))).toBe(false)
  expect(isLate(due, null, new Date('2026-05-10T21:59:00.001Z'))).toBe(true)
  expect(isLate(due, '2026-05-12T00:00:00.000Z', new Date('2026-05-13'))).toBe(false)
  expect(isLate(null, null, new Date('2026-05-13'))).toBe(false)
})

test('a due date is a real day or none', () => {
  const dueOn = (day: string) => planSchema.safeParse({ stage: 'files', dueOn: day }).success
  expect(['', '2028-02-29'].map(dueOn)).toEqual([true, true])
  expect(['2027-02-29', '2026-13-01', '1.5.2026', 'tomorrow'].map(dueOn)).toEqual([false, false, false, false])
})
