import { mirrored, type PlaneView, placed, placingOf } from './picture-views.ts'
import { agreementOf, compareCells, type Plane } from './plane-agreement.ts'

/** What seems to have been done to one picture to make the other. */
export const LIKENESS_WAYS = ['same-file', 'mirrored', 'turned', 'cut', 'inverted'] as const
export type LikenessWay = (typeof LIKENESS_WAYS)[number]

export interface Likeness {
  /** How much of what is drawn does not agree once one picture lies on the other as well as it can: 0 is nothing, 100 everything. */
  distance: number
  ways: LikenessWay[]
}

/**
 * Two pictures this near or nearer are shown to moderators. Tuned on generated designs (`npm run bench -- originality` measures on
 * others): copies lie below 12 nearly always; other prints on one and the same template begin at 11.
 */
export const NEAR_DISTANCE_MOST = 15

/** Where a look begins: how the hashes say that the pictures may lie on each other. */
export interface Start {
  view: PlaneView
  mirrored: boolean
}

const STARTS_LOOKED_AT = 4
const STARTS_SETTLED = 2
/** What agrees by less after a first move of everything is another picture. */
const WORTH_A_LOOK = 0.3
/** A picture with fewer drawn cells shows too little to tell it from others. */
const DRAWN_CELLS_LEAST = 3
/** Copies agree by 0.85 and more after the first rough look, and hardly anything else by this much. */
const WORTH_SETTLING = 0.55

const TURNED_DEGREES_LEAST = 0.7
const CUT_LEAST = 0.025

/**
 * Lays the picture on the kept one, moves it until they agree best, and counts the cells in which what is drawn agrees. Cell by cell
 * and either way up, so that other colours do not hide a copy; only what both show, so that a cut does not either.
 */
export function lookClosely(picture: Plane, kept: Float32Array, starts: readonly Start[]): Likeness | null {
  const keptMirrored = mirrored(kept)
  const targetOf = (start: Start) => (start.mirrored ? keptMirrored : kept)
  const glances = starts
    .slice(0, STARTS_LOOKED_AT)
    .map((start) => ({ start, ...settle(picture, targetOf(start), start.view, GLANCE) }))
    .filter(({ agreement }) => agreement >= WORTH_A_LOOK)
    .sort(bestFirst)
  const first = glances
    .slice(0, STARTS_SETTLED)
    .map(({ start, view }) => ({ start, ...settle(picture, targetOf(start), view, COARSE) }))
    .sort(bestFirst)[0]
  if (!first || first.agreement < WORTH_SETTLING) return null
  const target = targetOf(first.start)
  const { view } = settle(picture, target, first.view, FINE)
  const laid = placed(picture.points, placingOf(view, picture.aspect), 'unknown')
  const cells = compareCells(laid, target)
  if (cells.drawn < DRAWN_CELLS_LEAST) return null
  return { distance: Math.round(100 * (1 - cells.agreeing)), ways: waysOf(view, first.start.mirrored, cells.sign) }
}

function waysOf({ turn, wide, high }: PlaneView, isMirrored: boolean, sign: number): LikenessWay[] {
  const ways: LikenessWay[] = []
  if (isMirrored) ways.push('mirrored')
  if (Math.abs(turn) > (TURNED_DEGREES_LEAST * Math.PI) / 180) ways.push('turned')
  if (Math.abs(wide - 1) > CUT_LEAST || Math.abs(high - 1) > CUT_LEAST) ways.push('cut')
  if (sign < 0) ways.push('inverted')
  return ways
}

interface Search {
  /** Every point, or every second one of every second row. */
  stride: 1 | 2
  /** How far each measure is moved at first, in the units of PlaneView; halved each round. */
  steps: PlaneView
  /** Each tries every measure twice; half a round, once. */
  rounds: number
}

const DEGREE = Math.PI / 180
const GLANCE: Search = {
  stride: 2,
  steps: { turn: 1.2 * DEGREE, wide: 0.04, high: 0.04, right: 0.04, down: 0.04 },
  rounds: 0.5,
}
const COARSE: Search = { ...GLANCE, rounds: 3 }
const FINE: Search = {
  stride: 1,
  steps: { turn: 0.15 * DEGREE, wide: 0.005, high: 0.005, right: 0.005, down: 0.005 },
  rounds: 2,
}
const MEASURES = ['turn', 'wide', 'high', 'right', 'down'] as const
/** A little beyond what is promised: whoever may bend a picture at will makes any two simple ones alike. */
const TURN_MOST = 6.5 * DEGREE
const SCALE_LEAST = 0.86
const SCALE_MOST = 1.16
/** Of one side's scale to the other's: a turn that keeps its corners lengthens a wide picture more in one direction. */
const STRETCH_MOST = 1.1

/** Moves one measure at a time, as long as the agreement grows. */
function settle(picture: Plane, target: Float32Array, from: PlaneView, { stride, steps, rounds }: Search) {
  let view = from
  let agreement = agreementOf(picture, target, view, stride)
  for (let round = 0; round < rounds * 2; round++) {
    const shrink = 0.5 ** Math.floor(round / 2)
    for (const measure of MEASURES) {
      for (const step of [steps[measure] * shrink, -steps[measure] * shrink]) {
        const moved = { ...view, [measure]: view[measure] + step }
        if (!isWithin(moved)) continue
        const next = agreementOf(picture, target, moved, stride)
        if (next <= agreement) continue
        view = moved
        agreement = next
        break
      }
    }
  }
  return { view, agreement }
}

function isWithin({ turn, wide, high }: PlaneView): boolean {
  const [least, most] = [Math.min(wide, high), Math.max(wide, high)]
  return least >= SCALE_LEAST && most <= SCALE_MOST && most <= STRETCH_MOST * least && Math.abs(turn) <= TURN_MOST
}

function bestFirst(one: { agreement: number }, other: { agreement: number }): number {
  return other.agreement - one.agreement
}
