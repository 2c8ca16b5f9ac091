import { expect, test } from 'vitest'
import { latestClose, nextExtension } from '#app/contests/extension.ts'
import type { Schedule } from '#app/contests/schedule.ts'

const SCHEDULE: Schedule = {
  opensAt: '2027-03-01T09:00:00.000Z',
  votingOpensAt: '2027-03-20T09:00:00.000Z',
  votingClosesAt: '2027-03-27T18:00:00.000Z',
  decisionDueAt: '2027-04-03T17:00:00.000Z',
  publishedAt: '2027-02-20T09:00:00.000Z',
  decidedAt: null,
  cancelledAt: null,
  frozenAt: null,
  extendedFrom: null,
}
const CLOSE = new Date(SCHEDULE.votingClosesAt)
const RULE = { minimumScores: 10, extensionDays: 3, zone: 'Europe/Rome' }

const next = (schedule: Partial<Schedule>, now: Date, rule: Partial<typeof RULE> = {}) =>
  nextExtension({ schedule: { ...SCHEDULE, ...schedule }, contest: { ...RULE, ...rule } }, now)

test('voting goes on for a day of the wall clock, and the jury keeps its time', () => {
  // The clocks go forward in the night of 28 March: 19:00 stays 19:00.
  expect(next({}, CLOSE)).toEqual({
    day: 1,
    toAt: '2027-03-28T17:00:00.000Z',
    decisionDueAt: '2027-04-04T16:00:00.000Z',
  })
})

test('days are counted from the close that people set, and there are no more than the brief says', () => {
  const extendedFrom = SCHEDULE.votingClosesAt
  const second = { extendedFrom, votingClosesAt: '2027-03-28T17:00:00.000Z' }
  expect(next(second, new Date(second.votingClosesAt))).toMatchObject({ day: 2, toAt: '2027-03-29T17:00:00.000Z' })
  const last = { extendedFrom, votingClosesAt: '2027-03-30T17:00:00.000Z' }
  expect(next(last, new Date(last.votingClosesAt))).toBeNull()
  expect(latestClose({ contest: RULE, schedule: { ...SCHEDULE, ...last } })).toBe('2027-03-30T17:00:00.000Z')
  expect(latestClose({ contest: RULE, schedule: SCHEDULE })).toBe('2027-03-30T17:00:00.000Z')
})

test('days on which nobody was served are used up', () => {
  expect(next({}, new Date('2027-03-29T12:00:00.000Z'))).toMatchObject({ day: 2, toAt: '2027-03-29T17:00:00.000Z' })
  expect(next({}, new Date('2027-03-30T17:00:00.000Z'))).toBeNull()
})

test('nothing is extended before the close, after the freeze, in a cancelled contest or without the rule', () => {
  expect(next({}, new Date(CLOSE.getTime() - 1))).toBeNull()
  expect(next({ frozenAt: SCHEDULE.votingClosesAt }, CLOSE)).toBeNull()
  expect(next({ cancelledAt: SCHEDULE.opensAt }, CLOSE)).toBeNull()
  expect(next({}, CLOSE, { minimumScores: 0, extensionDays: 0 })).toBeNull()
  expect(latestClose({ contest: { ...RULE, minimumScores: 0, extensionDays: 0 }, schedule: SCHEDULE })).toBe(
    SCHEDULE.votingClosesAt,
  )
})
