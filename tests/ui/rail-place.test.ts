import { expect, test } from 'vitest'
import { placeOnRail } from '#app/ui/rail-place.ts'

const boundaries = [
  { name: 'opens', label: 'Entries open', at: '2026-11-01T00:00:00.000Z' },
  { name: 'voting-opens', label: 'Voting opens', at: '2026-11-11T00:00:00.000Z' },
  { name: 'voting-closes', label: 'Voting closes', at: '2026-11-13T00:00:00.000Z' },
]

test('before the first boundary the dot waits at the beginning', () => {
  const { share, next } = placeOnRail(boundaries, '2026-10-01T00:00:00.000Z')
  expect({ share, next: next?.name }).toEqual({ share: 0, next: 'opens' })
})

test('ticks are evenly spaced and the dot walks between them by time', () => {
  expect(placeOnRail(boundaries, '2026-11-06T00:00:00.000Z').share).toBe(0.25)
  expect(placeOnRail(boundaries, '2026-11-12T00:00:00.000Z').share).toBe(0.75)
})

test('at a boundary the one after it comes next', () => {
  const { share, next } = placeOnRail(boundaries, '2026-11-11T00:00:00.000Z')
  expect({ share, next: next?.name }).toEqual({ share: 0.5, next: 'voting-closes' })
})

test('after the last boundary nothing comes next', () => {
  expect(placeOnRail(boundaries, '2026-12-01T00:00:00.000Z')).toEqual({ share: 1, next: undefined })
})
