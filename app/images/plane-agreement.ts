import { FINGERPRINT_SIDE } from './fingerprint.ts'
import { type PlaneView, placingOf, valueAt } from './picture-views.ts'

/** A picture to compare: its points evened out, and width over height as it is shown. */
export interface Plane {
  points: Float32Array
  aspect: number
}

const CELL_SIDE = 8
/** Of the spread of the whole picture: a cell with less in it is empty ground, which agrees with any other empty ground. */
const DRAWN_VARIANCE_LEAST = 0.01
/** From which correlation on a cell shows the same on both. */
const AGREEMENT_LEAST = 0.7

/** The correlation of what both show, 0 to 1, whichever way up. Counted some hundred times for a look: its sums are plain numbers. */
export function agreementOf({ points, aspect }: Plane, target: Float32Array, view: PlaneView, stride: number): number {
  const { x0, xi, xj, y0, yi, yj } = placingOf(view, aspect)
  const last = FINGERPRINT_SIDE - 1
  let [count, one, other, ones, others, both] = [0, 0, 0, 0, 0, 0]
  for (let j = 0; j < FINGERPRINT_SIDE; j += stride) {
    for (let i = 0; i < FINGERPRINT_SIDE; i += stride) {
      const x = x0 + i * xi + j * xj
      const y = y0 + i * yi + j * yj
      if (x < 0 || y < 0 || x >= last || y >= last) continue
      const value = valueAt(points, x, y)
      const wanted = target[j * FINGERPRINT_SIDE + i] ?? 0
      count += 1
      one += value
      other += wanted
      ones += value * value
      others += wanted * wanted
      both += value * wanted
    }
  }
  return Math.abs(correlation({ count, one, other, ones, others, both }, 0))
}

/** How much of what is drawn agrees, weighed so that a strong edge counts more than a faint one, but not by all it is stronger. */
export function compareCells(
  laid: Float32Array,
  target: Float32Array,
): { drawn: number; agreeing: number; sign: number } {
  let [drawn, weights, agreeing, sign] = [0, 0, 0, 0]
  for (let top = 0; top < FINGERPRINT_SIDE; top += CELL_SIDE) {
    for (let left = 0; left < FINGERPRINT_SIDE; left += CELL_SIDE) {
      const sums = cellSums(laid, target, top * FINGERPRINT_SIDE + left)
      const variance = Math.max(spread(sums, sums.one, sums.ones), spread(sums, sums.other, sums.others))
      if (sums.count < (CELL_SIDE * CELL_SIDE) / 2 || variance < DRAWN_VARIANCE_LEAST) continue
      const weight = variance ** 0.25
      const cell = correlation(sums, DRAWN_VARIANCE_LEAST / 2)
      drawn += 1
      weights += weight
      sign += weight * cell
      if (Math.abs(cell) > AGREEMENT_LEAST) agreeing += weight
    }
  }
  return { drawn, agreeing: weights === 0 ? 0 : agreeing / weights, sign }
}

function cellSums(laid: Float32Array, target: Float32Array, corner: number): Sums {
  const sums = newSums()
  for (let row = 0; row < CELL_SIDE; row++) {
    for (let column = 0; column < CELL_SIDE; column++) {
      const at = corner + row * FINGERPRINT_SIDE + column
      const value = laid[at] ?? Number.NaN
      if (!Number.isNaN(value)) add(sums, value, target[at] ?? 0)
    }
  }
  return sums
}

interface Sums {
  count: number
  one: number
  other: number
  ones: number
  others: number
  both: number
}

function newSums(): Sums {
  return { count: 0, one: 0, other: 0, ones: 0, others: 0, both: 0 }
}

function add(sums: Sums, one: number, other: number): void {
  sums.count += 1
  sums.one += one
  sums.other += other
  sums.ones += one * one
  sums.others += other * other
  sums.both += one * other
}

function spread({ count }: Sums, sum: number, squares: number): number {
  return count === 0 ? 0 : Math.max(0, squares / count - (sum / count) ** 2)
}

/** `noise` is a variance that both are taken to have besides their own, so that two faint cells do not agree by chance. */
function correlation(sums: Sums, noise: number): number {
  const { count, one, other, ones, others, both } = sums
  if (count === 0) return 0
  const together = both / count - (one / count) * (other / count)
  const apart = Math.sqrt(spread(sums, one, ones) * spread(sums, other, others) + noise * noise)
  return apart < 1e-9 ? 0 : together / apart
}
