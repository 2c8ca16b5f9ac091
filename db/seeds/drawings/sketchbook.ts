import { type Design, fitted, heightOf, stood } from './designs.ts'
import { type Area, between, count, disc, FORMATS, line, n, pick, type Random, rect, shaken, shape } from './drawing.ts'
import { inked } from './hands.ts'
import { note, noteWidth, scribbles } from './lettering.ts'
import type { Hand } from './painting.ts'
import type { Scene } from './product-stages.ts'
import { marker, pencil } from './rough-hands.ts'

const SKETCH_HANDS = [pencil, marker, pencil, inked] as const

/** A page of the sketchbook: construction lines, a large study, small thumbnails, notes in the margin. */
export function sketchbook(design: Design, random: Random): Scene {
  const tall = design.figure.floor > 800
  const area = tall ? FORMATS.portrait : FORMATS.landscape
  const { w, h } = area
  const paper = pick(random, ['#f7f2e7', '#f3efe8', '#e9dcc3', '#eef0ec'])
  const ink =
    design.palette.ink === '#eef0ff' || design.palette.ink.startsWith('#f') || design.palette.ink.startsWith('#e')
      ? '#22242c'
      : design.palette.ink
  const coat = { ...design.coat, paper, ink, fills: { ...design.coat.fills, dark: ink } }
  const width = fitted(design, w * 0.66, h * 0.5)
  const x = w * 0.45
  const floor = h * 0.72
  const high = heightOf(design, width)
  const rule = (d: string, weight = 1.6) => line(shaken(d, 3, random), ink, weight, 'stroke-opacity=".38"')
  const guides = [
    rule(`M30 ${n(floor)}L${n(w - 60)} ${n(floor)}`),
    rule(`M${n(x - width / 2)} ${n(floor + 50)}L${n(x - width / 2)} ${n(floor - high - 60)}`),
    rule(`M${n(x + width / 2)} ${n(floor + 50)}L${n(x + width / 2)} ${n(floor - high * 0.8)}`),
    rule(`M${n(x - width * 0.62)} ${n(floor - high * 0.98)}L${n(x + width * 0.6)} ${n(floor - high * 0.98)}`),
    rule(`M${n(x - width * 0.6)} ${n(floor - high)}L${n(x + width * 0.66)} ${n(floor - high * 0.12)}`),
    line(
      `M${n(x - width * 0.5)} ${n(floor - high * 0.4)}C${n(x - width * 0.3)} ${n(floor - high * 1.2)} ${n(x + width * 0.4)} ${n(floor - high)} ${n(x + width * 0.52)} ${n(floor - high * 0.2)}`,
      ink,
      1.4,
      'stroke-opacity=".35"',
    ),
  ]
  const thumbs = count(3).map((i) => {
    const small = fitted(design, w * 0.17, h * 0.15)
    const hand: Hand = i === 1 ? pencil : marker
    return stood(
      design,
      tall
        ? { x: w * (0.2 + i * 0.28), floor: h * 0.955, width: small, hand, coat }
        : { x: w * 0.88, floor: h * (0.26 + i * 0.24), width: small, hand, coat, flip: i === 2 },
    )
  })
  const chips = [coat.fills.main, coat.fills.second, coat.fills.accent, coat.fills.sole].map((colour, i) =>
    blob(w * 0.07 + i * 74, h * 0.1, 26, colour, random),
  )
  const content =
    rect(area, paper) +
    guides.join('') +
    stood(design, { x, floor, width, hand: pick(random, SKETCH_HANDS), coat }) +
    thumbs.join('') +
    chips.join('') +
    pointers(design, { x, floor, width }, ink, area) +
    scribbles(w * (tall ? 0.6 : 0.06), h * (tall ? 0.08 : 0.9), w * 0.26, 3, ink) +
    note(`N. ${design.seed + 1}`, w * 0.9, h * 0.05, ink, 18)
  return {
    area,
    content,
    how: { en: 'sketched with notes and construction lines', it: 'schizzo con appunti e linee di costruzione' },
  }
}

function blob(x: number, y: number, r: number, colour: string, random: Random): string {
  const reach = count(7).map((i) => {
    const angle = (i / 7) * 6.283
    const far = r * between(random, 0.85, 1.2)
    return [x + Math.cos(angle) * far, y + Math.sin(angle) * far] as const
  })
  const middle = (i: number) => {
    const [a, b] = [reach[i % 7] ?? [x, y], reach[(i + 1) % 7] ?? [x, y]]
    return `${n((a[0] + b[0]) / 2)} ${n((a[1] + b[1]) / 2)}`
  }
  return shape(`M${middle(6)}${reach.map(([px, py], i) => `Q${n(px)} ${n(py)} ${middle(i)}`).join('')}Z`, colour)
}

/** A thin line from each note to the place it is about; the words keep clear of the product and of one another. */
export function pointers(
  design: Design,
  at: { x: number; floor: number; width: number },
  ink: string,
  area: Area,
): string {
  const scale = at.width / design.figure.width
  const high = heightOf(design, at.width)
  return design.figure.notes
    .map(({ x, y, word }, i) => {
      const px = at.x - at.width / 2 + x * scale
      const py = at.floor - (design.figure.floor - y) * scale
      const up = i % 2 === 0 && y < design.figure.floor * 0.86
      const wide = noteWidth(word)
      const nx = Math.min(Math.max(px + (px > at.x ? 40 : -40 - wide), area.w * 0.03), area.w * 0.97 - wide)
      const ny = up ? Math.max(at.floor - high - 34 - (i % 3) * 26, area.h * 0.15) : at.floor + 34 + (i % 4) * 24
      const knee = px > nx + wide / 2 ? nx + wide + 8 : nx - 8
      return (
        line(`M${n(px)} ${n(py)}L${n(knee)} ${n(ny + 8)}`, ink, 1.6) + disc(px, py, 4, ink) + note(word, nx, ny, ink)
      )
    })
    .join('')
}
