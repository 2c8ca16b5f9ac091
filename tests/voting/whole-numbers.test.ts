import fc from 'fast-check'
import { expect, test } from 'vitest'
import { divide, wholeRoot } from '#app/voting/whole-numbers.ts'

test('a quotient is rounded to the nearest whole number, half up, exactly, also where floating point would slip', () => {
  fc.assert(
    fc.property(fc.integer({ min: -4e15, max: 4e15 }), fc.integer({ min: 1, max: 1e9 }), (dividend, divisor) => {
      const [twice, double] = [2n * BigInt(dividend) + BigInt(divisor), 2n * BigInt(divisor)]
      const floor = twice / double - (twice % double < 0n ? 1n : 0n)
      expect(BigInt(divide(dividend, divisor))).toBe(floor)
    }),
    { numRuns: 2000 },
  )
  expect([divide(1, 2), divide(-1, 2), divide(-3, 2), divide(7, 3)].map((number) => number + 0)).toEqual([1, 0, -1, 2])
})

test('a root is the greatest whole number whose square fits', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9e15 }), (square) => {
      const root = BigInt(wholeRoot(square))
      expect(root * root <= BigInt(square) && (root + 1n) * (root + 1n) > BigInt(square)).toBe(true)
    }),
    { numRuns: 2000 },
  )
})
