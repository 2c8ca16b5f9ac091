import { FINGERPRINT_POINTS, FINGERPRINT_SIDE } from './fingerprint.ts'

/**
 * Where a picture that is looked up might lie on one that is kept: turned by `turn` radians around its middle, its sides `wide` and
 * `high` of the kept one's, its middle moved by `right` and `down`, where half a side is 1.
 */
export interface PlaneView {
  turn: number
  wide: number
  high: number
  right: number
  down: number
}

const DEGREE = Math.PI / 180
/** Close enough to each other that whatever was turned by up to 5° lies within 0.6° of one of them. */
const TURNS_DEGREES = [0, 1.2, -1.2, 2.4, -2.4, 3.6, -3.6, 4.8, -4.8]
/** What shows less than the kept picture, by a tenth or a twentieth; as much; more, by the corners that a turn adds. */
const SCALES = [0.9, 0.95, 1, 1.08]
const CUT = 0.05

/** All places that are tried, the likeliest first. */
export const VIEWS: readonly PlaneView[] = [
  ...TURNS_DEGREES.flatMap((degrees) =>
    SCALES.map((scale) => ({ turn: degrees * DEGREE, wide: scale, high: scale, right: 0, down: 0 })),
  ),
  ...[0, 2 * DEGREE, -2 * DEGREE].flatMap((turn) => [
    { turn, wide: 1 - CUT, high: 1, right: CUT, down: 0 },
    { turn, wide: 1 - CUT, high: 1, right: -CUT, down: 0 },
    { turn, wide: 1, high: 1 - CUT, right: 0, down: CUT },
    { turn, wide: 1, high: 1 - CUT, right: 0, down: -CUT },
  ]),
]

/** A point of the kept picture's plane, as columns and rows of the one that is looked up: `x0 + i * xi + j * xj`, and y alike. */
export interface Placing {
  x0: number
  xi: number
  xj: number
  y0: number
  yi: number
  yj: number
}

/** `aspect` is width over height: a turn in the square plane of a wide picture is slanted. */
export function placingOf({ turn, wide, high, right, down }: PlaneView, aspect: number): Placing {
  const half = FINGERPRINT_SIDE / 2
  const [xi, xj] = [Math.cos(turn) / wide, -Math.sin(turn) / aspect / wide]
  const [yi, yj] = [(Math.sin(turn) * aspect) / high, Math.cos(turn) / high]
  const [left, top] = [0.5 - half - right * half, 0.5 - half - down * half]
  return {
    ...{ x0: xi * left + xj * top + half - 0.5, xi, xj },
    ...{ y0: yi * left + yj * top + half - 0.5, yi, yj },
  }
}

const LAST = FINGERPRINT_SIDE - 1.001

/** The plane as it would lie on the kept picture; beyond its edge the edge goes on, or NaN stands where nothing is known. */
export function placed(plane: Float32Array, placing: Placing, beyond: 'edge' | 'unknown'): Float32Array {
  const { x0, xi, xj, y0, yi, yj } = placing
  const out = new Float32Array(FINGERPRINT_POINTS)
  for (let j = 0; j < FINGERPRINT_SIDE; j++) {
    for (let i = 0; i < FINGERPRINT_SIDE; i++) {
      const x = x0 + i * xi + j * xj
      const y = y0 + i * yi + j * yj
      const inside = x > -0.5 && y > -0.5 && x < FINGERPRINT_SIDE - 0.5 && y < FINGERPRINT_SIDE - 0.5
      out[j * FINGERPRINT_SIDE + i] = inside || beyond === 'edge' ? valueAt(plane, clamp(x), clamp(y)) : Number.NaN
    }
  }
  return out
}

/** Between the four nearest points; x and y lie within the plane. */
export function valueAt(plane: Float32Array, x: number, y: number): number {
  const column = x | 0
  const row = y | 0
  const fx = x - column
  const fy = y - row
  const at = row * FINGERPRINT_SIDE + column
  const upper = (plane[at] ?? 0) * (1 - fx) + (plane[at + 1] ?? 0) * fx
  const lower = (plane[at + FINGERPRINT_SIDE] ?? 0) * (1 - fx) + (plane[at + FINGERPRINT_SIDE + 1] ?? 0) * fx
  return upper * (1 - fy) + lower * fy
}

export function mirrored(plane: Float32Array): Float32Array {
  return plane.map((_, at) => plane[at - (at % FINGERPRINT_SIDE) + FINGERPRINT_SIDE - 1 - (at % FINGERPRINT_SIDE)] ?? 0)
}

function clamp(value: number): number {
  return value < 0 ? 0 : Math.min(value, LAST)
}
