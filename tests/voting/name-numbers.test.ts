import { expect, test } from 'vitest'
import { numberNames } from '#app/voting/name-numbers.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

test('names get their numbers in the order in which they come, wherever they stand', () => {
  const numbers = numberNames(['a', 'ab'])
  expect(numbers.numberAt(bytes('- ab -'), 2)).toBe(1)
  expect(numbers.endOfWord()).toBe(4)
  expect(numbers.numberAt(bytes('- a\nab'), 2)).toBe(0)
  expect(numbers.endOfWord()).toBe(3)
  expect(numbers.numberAt(bytes('- a b'), 4)).toBe(2)
  expect(numbers.numberOf('b')).toBe(2)
  expect(numbers.names()).toEqual(['a', 'ab', 'b'])
  expect(numbers.count()).toBe(3)
})

test('a hundred thousand names keep apart, also after there was no room left', () => {
  const numbers = numberNames()
  const names = Array.from({ length: 100_000 }, (_, nth) => (nth * 2_654_435_761).toString(36))
  for (const [nth, name] of names.entries()) if (numbers.numberAt(bytes(name), 0) !== nth) throw new Error(name)
  for (const [nth, name] of names.entries()) if (numbers.numberOf(name) !== nth) throw new Error(name)
  expect(numbers.names()).toEqual(names)
})
