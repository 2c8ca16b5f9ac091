import { mixed } from './colours.ts'
import { type Design, fitted, heightOf, stood } from './designs.ts'
import {
  type Area,
  areaPath,
  between,
  clipped,
  count,
  disc,
  FORMATS,
  group,
  line,
  n,
  pick,
  type Random,
  randomFrom,
  rect,
} from './drawing.ts'
import { scribbles } from './lettering.ts'
import { patternOf } from './patterns.ts'
import type { Scene } from './product-stages.ts'

/** The same product from very near, one of its noted places in the middle. Beside it the cloth or the colours. */
export function closeUp(design: Design, random: Random): Scene {
  const area = pick(random, [FORMATS.square, FORMATS.landscape, FORMATS.portrait])
  const { w, h } = area
  const { figure, coat } = design
  const spot = figure.notes[Math.floor(random() * figure.notes.length)] ?? { x: figure.width / 2, y: figure.floor / 2 }
  const column = random() < 0.6 ? w * 0.24 : 0
  const width = w * (area === FORMATS.landscape ? 1.25 : 1.7)
  const scale = width / figure.width
  const room = w - column
  const near = Math.min(Math.max(spot.x, figure.width * 0.28), figure.width * 0.72)
  const reach = (h * 0.4) / scale
  const top = figure.floor - heightOf(design, figure.width)
  const nearY = Math.max(Math.min(Math.max(spot.y, top + reach), figure.floor - reach * 0.85), figure.floor * 0.3)
  const product = stood(design, {
    x: room / 2 + (figure.width / 2 - near) * scale,
    floor: h / 2 + (figure.floor - nearY) * scale,
    width,
  })
  const frame = { x: 0, y: 0, w: room, h }
  const content =
    rect(area, design.ground) +
    clipped(areaPath(frame), product) +
    (column ? besideIt(design, { x: room, y: 0, w: column, h }) : '')
  const under = column ? line(`M${n(room)} 0V${n(h)}`, coat.ink, 3) : ''
  return { area, content: content + under, how: { en: 'seen from near', it: 'da vicino' } }
}

function besideIt(design: Design, column: { x: number; y: number; w: number; h: number }): string {
  const { fills, ink } = design.coat
  const half = { ...column, h: column.h * 0.45 }
  const dye = { ground: fills.main, one: fills.second, two: fills.accent, three: fills.trim }
  const cloth = clipped(
    areaPath(half),
    patternOf(design.patternIndex).draw(half, dye, 80, randomFrom('column', design.seed)),
  )
  const colours = [fills.main, fills.second, fills.accent, fills.sole]
  const step = (column.h * 0.55) / 4
  const chips = count(4).map((i) =>
    disc(
      column.x + column.w / 2,
      column.h * 0.45 + step * (i + 0.5),
      Math.min(step, column.w) * 0.36,
      colours[i] ?? ink,
      `stroke="${ink}" stroke-width="2"`,
    ),
  )
  return rect(column, mixed(design.palette.ground, '#ffffff', 0.4)) + cloth + chips.join('')
}

/** A board with the product, the cloth, the colours and a short text. */
export function swatchBoard(design: Design, random: Random): Scene {
  const area = pick(random, [FORMATS.portrait, FORMATS.square])
  const { w, h } = area
  const { ink, fills } = design.coat
  const pattern = patternOf(design.patternIndex)
  const seed = (i: number) => randomFrom('swatch', design.seed, i)
  const swatch = (i: number, at: Area) =>
    clipped(
      areaPath(at),
      patternOf(design.patternIndex + i * 7).draw(
        at,
        {
          ground: i === 1 ? fills.second : fills.main,
          one: i === 1 ? fills.main : fills.second,
          two: fills.accent,
          three: fills.trim,
        },
        64,
        seed(i),
      ),
    )
  const side = w * 0.26
  const top = h - side - h * 0.07
  const cloths = count(3).map((i) => {
    const at = { x: w * 0.07 + i * (side + w * 0.04), y: top, w: side, h: side }
    return group(
      swatch(i, at) + (i === 0 ? line(areaPath(at), ink, 3) : ''),
      `transform="rotate(${n(between(random, -2, 2))} ${n(at.x + side / 2)} ${n(top + side / 2)})"`,
    )
  })
  const chips = [fills.main, fills.second, fills.accent, fills.sole, ink].map((colour, i) =>
    disc(w * 0.1 + i * 62, h * 0.08, 26, colour, `stroke="${ink}" stroke-width="1.5"`),
  )
  const width = fitted(design, w * 0.74, top - h * 0.22)
  const content =
    rect(area, mixed(design.palette.ground, '#ffffff', 0.3)) +
    chips.join('') +
    stood(design, { x: w * 0.5, floor: top - h * 0.06, width, shadow: 'flat' }) +
    cloths.join('') +
    scribbles(w * 0.68, h * 0.065, w * 0.24, 3, ink)
  return {
    area,
    content,
    how: {
      en: `beside its swatches of ${pattern.en} and colours`,
      it: `accanto ai campioni di stoffa con ${pattern.it} e ai colori`,
    },
  }
}
