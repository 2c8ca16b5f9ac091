import { expect, test } from 'vitest'
import { ballotCounts, gateFor, isOutOfReach, scoresMissing } from '#app/voting/gate.ts'

test('the gate is 30 % of the entries, rounded up, and eight at most', () => {
  const gates = [0, 1, 3, 4, 6, 7, 10, 11, 20, 23, 24, 26, 27, 48, 1000].map(gateFor)
  expect(gates).toEqual([0, 1, 1, 2, 2, 3, 3, 4, 6, 7, 8, 8, 8, 8, 8])
})

test('a ballot says how many scores it still misses and never fewer than none', () => {
  expect([0, 7, 8, 9].map((given) => scoresMissing(given, 48))).toEqual([8, 1, 0, 0])
})

test('an empty ballot counts for nothing even where nothing could be scored', () => {
  expect(ballotCounts(0, 0)).toBe(false)
  expect(ballotCounts(1, 1)).toBe(true)
  expect(ballotCounts(7, 48)).toBe(false)
  expect(ballotCounts(8, 48)).toBe(true)
})

test('a gate is out of reach once nothing is left to score and nothing was passed', () => {
  // Eight of ten designs are the voter's own: the gate is 3, and they may score two.
  const missing = scoresMissing(2, 10)
  expect(isOutOfReach({ missing, passed: 0 })).toBe(true)
  expect(isOutOfReach({ missing, passed: 1 })).toBe(false)
  expect(isOutOfReach({ missing: 0, passed: 0 })).toBe(false)
})
