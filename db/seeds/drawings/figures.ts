import { count, n } from './drawing.ts'

/** What a piece of a product is made of: the colourway gives each its colour. */
export type Slot = 'main' | 'second' | 'accent' | 'sole' | 'trim' | 'lining' | 'metal' | 'dark'

/**
 * One drawn piece. `fill`: a surface. `line`: a fold or the edge of a piece. `stitch`: a row of sewing. `cord`: a lace or
 * a strap that is itself a thick line. `shade` and `shine`: where light falls. With `within` it stays inside the outline.
 */
export type Part = {
  draw: 'fill' | 'line' | 'stitch' | 'cord' | 'shade' | 'shine'
  d: string
  slot: Slot
  weight: number
  within: boolean
}

/** A product in its own coordinates, standing on the line y = floor. Paths use only M L C Q Z and absolute numbers. */
export type Figure = {
  width: number
  floor: number
  /** The whole object, for shadows and cut-outs. */
  contour: string
  /** The surface that `within` parts stay inside. */
  outline: string
  parts: Part[]
  /** Where a note may point to, and the word it says. */
  notes: { x: number; y: number; word: string }[]
  /** Where a leg comes out of a shoe. */
  ankle?: { x: number; y: number; width: number }
}

export function fill(slot: Slot, d: string): Part {
  return { draw: 'fill', d, slot, weight: 0, within: false }
}

/** A panel whose outer edge is the outline itself: it may be drawn generously beyond it. */
export function panel(slot: Slot, d: string): Part {
  return { draw: 'fill', d, slot, weight: 0, within: true }
}

export function seam(d: string, weight = 4): Part {
  return { draw: 'line', d, slot: 'dark', weight, within: true }
}

/** A line that may leave the outline. */
export function edge(d: string, weight = 4): Part {
  return { draw: 'line', d, slot: 'dark', weight, within: false }
}

export function stitch(d: string, slot: Slot = 'trim'): Part {
  return { draw: 'stitch', d, slot, weight: 3, within: true }
}

export function cord(slot: Slot, d: string, weight = 14): Part {
  return { draw: 'cord', d, slot, weight, within: false }
}

export function shade(d: string): Part {
  return { draw: 'shade', d, slot: 'dark', weight: 0, within: true }
}

export function shine(d: string): Part {
  return { draw: 'shine', d, slot: 'trim', weight: 0, within: true }
}

/** A circle in four curves, because hands shake only absolute coordinates. */
export function round(x: number, y: number, r: number, high = r): string {
  const k = r * 0.552
  const h = high * 0.552
  const curve = (...at: number[]) => `C${at.map(n).join(' ')}`
  return (
    `M${n(x - r)} ${n(y)}${curve(x - r, y - h, x - k, y - high, x, y - high)}${curve(x + k, y - high, x + r, y - h, x + r, y)}` +
    `${curve(x + r, y + h, x + k, y + high, x, y + high)}${curve(x - k, y + high, x - r, y + h, x - r, y)}Z`
  )
}

export function box(x: number, y: number, w: number, h: number, corner = 0): string {
  const c = Math.min(corner, w / 2, h / 2)
  const to = (...at: number[]) => at.map(n).join(' ')
  if (c === 0) return `M${to(x, y)}L${to(x + w, y)}L${to(x + w, y + h)}L${to(x, y + h)}Z`
  return (
    `M${to(x + c, y)}L${to(x + w - c, y)}Q${to(x + w, y, x + w, y + c)}L${to(x + w, y + h - c)}Q${to(x + w, y + h, x + w - c, y + h)}` +
    `L${to(x + c, y + h)}Q${to(x, y + h, x, y + h - c)}L${to(x, y + c)}Q${to(x, y, x + c, y)}Z`
  )
}

export function eyelets(points: [number, number][], r = 8): Part[] {
  return points.flatMap(([x, y]) => [fill('metal', round(x, y, r)), fill('dark', round(x, y, r * 0.48))])
}

/** Points from one place to another, both included. */
export function along(from: [number, number], to: [number, number], howMany: number): [number, number][] {
  return count(howMany).map((i) => {
    const t = howMany === 1 ? 0 : i / (howMany - 1)
    return [from[0] + (to[0] - from[0]) * t, from[1] + (to[1] - from[1]) * t]
  })
}

/** Laces across a row of eyelets: each runs from its eyelet over the tongue, a little past the middle. */
export function laces(points: [number, number][], dx: number, dy: number, weight = 13): Part[] {
  return points.map(([x, y]) =>
    cord(
      'trim',
      `M${n(x)} ${n(y)}Q${n(x + dx * 0.6 + dy * 0.12)} ${n(y + dy * 0.5)} ${n(x + dx)} ${n(y + dy)}`,
      weight,
    ),
  )
}

export function bow(x: number, y: number, size: number, weight = 11): Part[] {
  const at = (dx: number, dy: number) => `${n(x + dx * size)} ${n(y + dy * size)}`
  return [
    cord(
      'trim',
      `M${at(0, 0)}C${at(-0.5, -0.75)} ${at(-1.25, -0.5)} ${at(-1, 0.02)}C${at(-0.8, 0.35)} ${at(-0.3, 0.2)} ${at(0, 0)}`,
      weight,
    ),
    cord(
      'trim',
      `M${at(0, 0)}C${at(0.4, -0.8)} ${at(1.2, -0.75)} ${at(1.05, -0.15)}C${at(0.9, 0.25)} ${at(0.3, 0.15)} ${at(0, 0)}`,
      weight,
    ),
    cord('trim', `M${at(0, 0)}C${at(-0.1, 0.5)} ${at(-0.5, 0.6)} ${at(-0.55, 1.15)}`, weight),
    cord('trim', `M${at(0, 0)}C${at(0.35, 0.3)} ${at(0.45, 0.7)} ${at(0.85, 0.95)}`, weight),
    fill('trim', round(x, y, weight * 1.05)),
  ]
}
