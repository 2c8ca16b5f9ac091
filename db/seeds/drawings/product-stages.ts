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
  type Words,
} from './drawing.ts'
import { patternOf } from './patterns.ts'

export type Scene = { area: Area; content: string; how: Words }
export type Stage = (design: Design, random: Random) => Scene

/** The product alone, on a floor, with a long shadow. */
export function alone(design: Design, random: Random): Scene {
  const tall = design.figure.floor > 800
  const area = tall
    ? pick(random, [FORMATS.portrait, FORMATS.square])
    : pick(random, [FORMATS.landscape, FORMATS.landscape, FORMATS.square])
  const floor = area.h * between(random, 0.74, 0.8)
  const width = fitted(design, area.w * 0.8, area.h * 0.66)
  const below = mixed(design.ground, design.coat.ink, 0.07)
  const content =
    rect(area, design.ground) +
    rect({ ...area, y: floor - width * 0.06, h: area.h }, below) +
    stood(design, { x: area.w / 2, floor, width, flip: random() < 0.4, shadow: 'long' })
  return { area, content, how: { en: 'on a plain ground', it: 'su fondo liscio' } }
}

/** The cloth as a ground, the product on a plain label. */
export function onCloth(design: Design, random: Random): Scene {
  const area = pick(random, [FORMATS.square, FORMATS.portrait])
  const { w, h } = area
  const pattern = patternOf(design.patternIndex + 3)
  const [a, b, c, pale] = design.palette.colours
  const cloth = clipped(
    areaPath(area),
    pattern.draw(
      area,
      { ground: pale, one: a, two: b, three: c },
      between(random, 110, 170),
      randomFrom('cloth', design.seed),
    ),
  )
  const r = w * 0.4
  const label =
    random() < 0.5
      ? disc(w / 2, h / 2, r, design.palette.ground)
      : rect({ x: w * 0.1, y: h * 0.16, w: w * 0.8, h: h * 0.68 }, design.palette.ground)
  const width = fitted(design, w * 0.68, h * 0.52)
  const tall = heightOf(design, width)
  const content =
    cloth + label + stood(design, { x: w / 2, floor: h / 2 + tall / 2, width, turn: between(random, -8, 8) })
  return { area, content, how: { en: `on a cloth with ${pattern.en}`, it: `su una stoffa con ${pattern.it}` } }
}

/** The same product in six colourways. */
export function sixTimes(design: Design, random: Random): Scene {
  const tall = design.figure.floor > 800
  const area = tall ? FORMATS.landscape : FORMATS.portrait
  const [columns, rows] = tall ? [3, 2] : [2, 3]
  const all = [...design.palette.colours, design.palette.ground]
  const cellW = area.w / columns
  const cellH = area.h / rows
  const tiles = count(6).map((i) => {
    const colour = (step: number) => all[(i + step) % all.length] ?? design.ground
    const fills = {
      ...design.coat.fills,
      main: colour(1),
      second: colour(2),
      accent: colour(3),
      sole: colour(4),
      trim: colour(4),
    }
    const x = (i % columns) * cellW
    const y = Math.floor(i / columns) * cellH
    const width = fitted(design, cellW * 0.88, cellH * 0.8)
    const high = heightOf(design, width)
    const product = stood(design, {
      x: x + cellW / 2,
      floor: y + cellH / 2 + high / 2,
      width,
      coat: { ...design.coat, fills, printed: [], print: undefined },
      flip: i % 2 === 1,
    })
    return rect({ x, y, w: cellW, h: cellH }, colour(0)) + product
  })
  random()
  return {
    area,
    content: tiles.join(''),
    how: { en: 'six times in six colourways', it: 'sei volte in sei varianti di colore' },
  }
}

/** Two of them: one stands, the other leans behind. */
export function asPair(design: Design, random: Random): Scene {
  const tall = design.figure.floor > 800
  const area = tall ? FORMATS.square : pick(random, [FORMATS.landscape, FORMATS.portrait])
  const { w, h } = area
  const width = fitted(design, w * (tall ? 0.56 : 0.66), h * (area === FORMATS.portrait ? 0.34 : 0.6))
  const below = rect({ x: 0, y: h * 0.7, w, h: h * 0.3 }, mixed(design.ground, design.coat.fills.accent, 0.28))
  const stacked = area === FORMATS.portrait
  const far = stacked
    ? { x: w * 0.5, floor: h * 0.45, width: width * 1.36, flip: true, turn: -9 }
    : { x: w * 0.62, floor: h * 0.74, width: width * 0.94 }
  const near = stacked
    ? { x: w * 0.5, floor: h * 0.88, width: width * 1.36, turn: 7 }
    : { x: w * 0.42, floor: h * 0.87, width }
  const ground =
    rect(area, design.ground) +
    (stacked ? line(`M${n(w * 0.5)} 0V${n(h)}`, mixed(design.ground, design.coat.ink, 0.12), 3) : below)
  const content =
    ground +
    stood(design, { ...far, shadow: stacked ? 'none' : 'flat' }) +
    stood(design, { ...near, shadow: stacked ? 'none' : 'flat' })
  return { area, content: group(content), how: { en: 'as a pair', it: 'in coppia' } }
}
