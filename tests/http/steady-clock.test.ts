import { expect, test } from 'vitest'
import { steadyClock } from '#app/http/steady-clock.ts'

test('a clock that is set back stands still until it is reached again, and says so once', () => {
  const told: number[] = []
  const readings = [1000, 5000, 2000, 2500, 4999, 5001, 5000, 3000]
  const clock = steadyClock(
    () => readings.shift() ?? 0,
    (backMs) => told.push(backMs),
  )
  const shown = Array.from({ length: 8 }, () => clock().getTime())
  expect(shown).toEqual([1000, 5000, 5000, 5000, 5000, 5001, 5001, 5001])
  expect(told).toEqual([3000, 2001])
})
