import { expect, test } from 'vitest'
import { gallerySeed, placePage, shuffleBySeed } from '#app/entries/gallery-order.ts'

const ids = Array.from({ length: 60 }, (_, index) => `entry${index}`)
const morning = new Date('2026-05-04T06:00:00.000Z')
const evening = new Date('2026-05-04T22:00:00.000Z')
const tomorrow = new Date('2026-05-05T06:00:00.000Z')

test('the order holds still for a viewer all day, whatever order the entries come in', () => {
  const first = shuffleBySeed(ids, gallerySeed('c', 'ada', morning))
  expect(shuffleBySeed([...ids].reverse(), gallerySeed('c', 'ada', evening))).toEqual(first)
  expect([...first].sort()).toEqual([...ids].sort())
})

test('another day and another viewer have another order', () => {
  const first = shuffleBySeed(ids, gallerySeed('c', 'ada', morning))
  expect(shuffleBySeed(ids, gallerySeed('c', 'ada', tomorrow))).not.toEqual(first)
  expect(shuffleBySeed(ids, gallerySeed('c', null, morning))).not.toEqual(first)
})

test('over many seeds each entry comes first about as often as any other', () => {
  const firsts = new Map<string, number>()
  const four = ids.slice(0, 4)
  for (let seed = 0; seed < 4000; seed++) {
    const [first = ''] = shuffleBySeed(four, `seed${seed}`)
    firsts.set(first, (firsts.get(first) ?? 0) + 1)
  }
  for (const id of four) expect(firsts.get(id)).toBeGreaterThan(880)
})

test('a page that is not there is the nearest that is', () => {
  expect(placePage(0, 50)).toEqual({ page: 1, pages: 3 })
  expect(placePage(99, 50)).toEqual({ page: 3, pages: 3 })
  expect(placePage(Number.NaN, 50)).toEqual({ page: 1, pages: 3 })
  expect(placePage(1, 0)).toEqual({ page: 1, pages: 1 })
})
