import { expect, test } from 'vitest'
import type { chanceFrom } from '../../scripts/elections/chance.ts'
import { workTheQueue } from './duel-crowd.ts'

/** Many look in and leave after a duel or two. */
const leaving = (chance: ReturnType<typeof chanceFrom>) => 1 + Math.min(chance.whole(14), chance.whole(14))
const toTheEnd = () => Number.POSITIVE_INFINITY
const SEEDS = [1, 2, 3]

test.each([4, 7, 8, 12, 24, 48])(
  'with sixteen voters at once over %i designs duels stay shared out evenly at all times',
  (designs) => {
    for (const seed of SEEDS) {
      const { spread, sides } = workTheQueue(
        { designs, voters: 120, atOnce: 16, patience: leaving, own: seed === 2 },
        seed,
      )
      expect(spread).toBeLessThanOrEqual(5)
      expect(sides).toBeLessThanOrEqual(4)
    }
  },
)

test('the spread does not grow with the voters who come, only a little with those who are there at once', () => {
  const after = (voters: number) =>
    Math.max(...SEEDS.map((seed) => workTheQueue({ designs: 8, voters, atOnce: 16, patience: leaving }, seed).spread))
  expect(after(1200)).toBeLessThanOrEqual(after(120) + 2)
  for (const seed of SEEDS)
    expect(workTheQueue({ designs: 12, voters: 300, atOnce: 100, patience: leaving }, seed).spread).toBeLessThanOrEqual(
      10,
    )
})

test('where everybody stays to the end all designs have about as many first looks', () => {
  for (const seed of SEEDS) {
    const { end, spread } = workTheQueue({ designs: 9, voters: 40, atOnce: 8, patience: toTheEnd }, seed)
    expect(end).toBeLessThanOrEqual(3)
    expect(spread).toBeLessThanOrEqual(5)
  }
})

test('designs that come late are shown first until they have caught up', () => {
  for (const seed of SEEDS) {
    const crowd = { designs: 12, voters: 240, atOnce: 16, patience: leaving, late: 3 }
    expect(workTheQueue(crowd, seed).end).toBeLessThanOrEqual(5)
  }
})
