import { expect, test } from 'vitest'
import { closer, shownMiddle, WHOLE } from '#app/ui/zoom-view.ts'

const ROOM = { width: 1000, height: 600 }
const PICTURE = { width: 3000, height: 2000 }

test('steps there and back lead to the same view, however many there are', () => {
  const start = { scale: 0.8, middle: { x: 0.3, y: 0.7 } }
  let view = start
  for (let times = 0; times < 5; times += 1) view = closer(view, 1.2, ROOM, PICTURE)
  for (let times = 0; times < 5; times += 1) view = closer(view, 1 / 1.2, ROOM, PICTURE)
  expect(view.scale).toBeCloseTo(start.scale, 9)
  expect(view.middle).toEqual(start.middle)
})

test('what is under the pointer stays under it', () => {
  const at = { x: -200, y: 100 }
  const start = { scale: 0.8, middle: { x: 0.5, y: 0.5 } }
  const under = (view: typeof start) => view.middle.x + at.x / (view.scale * PICTURE.width)
  expect(under(closer(start, 1.5, ROOM, PICTURE, at))).toBeCloseTo(under(start), 9)
})

test('what is between two fingers goes where they go', () => {
  const start = { scale: 1, middle: { x: 0.5, y: 0.5 } }
  const { middle } = closer(start, 1, ROOM, PICTURE, { x: 0, y: 0 }, { x: 300, y: -200 })
  expect(middle.x).toBeCloseTo(0.4, 9)
  expect(middle.y).toBeCloseTo(0.6, 9)
})

test('nobody looks beyond an edge, and a side shorter than its room stands in the middle', () => {
  expect(shownMiddle({ scale: 1, middle: { x: 0.01, y: 2 } }, ROOM, PICTURE)).toEqual({ x: 1 / 6, y: 0.85 })
  expect(shownMiddle({ scale: 0.31, middle: { x: 0.9, y: 0.5 } }, ROOM, PICTURE).x).toBe(0.5)
})

test('it goes no further out than the whole picture, and no closer than three pixels for one', () => {
  expect(closer({ scale: 0.4, middle: { x: 0.2, y: 0.2 } }, 0.5, ROOM, PICTURE)).toEqual(WHOLE)
  expect(closer({ scale: 2.9, middle: { x: 0.2, y: 0.2 } }, 1.4, ROOM, PICTURE).scale).toBe(3)
})
