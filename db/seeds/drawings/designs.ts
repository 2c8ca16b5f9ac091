import { apart, mixed } from './colours.ts'
import {
  between,
  moved,
  n,
  nth,
  pick,
  type Random,
  randomFrom,
  type Some,
  shape,
  type View,
  type Words,
} from './drawing.ts'
import type { Figure } from './figures.ts'
import { HANDS } from './hands.ts'
import type { Coat, Hand } from './painting.ts'
import { PALETTES, type Palette } from './palettes.ts'
import { patternOf } from './patterns.ts'

/** A model that can be drawn: its name and the function that draws its silhouette with the seed's own details. */
export type Model = { name: Words; draw: (random: Random) => Figure }

export type Design = {
  seed: number
  name: Words
  figure: Figure
  palette: Palette
  coat: Coat
  hand: Hand
  /** The ground that sets the product off best. */
  ground: string
  patternIndex: number
}

/** Everything that the pictures of one entry share: silhouette, colours, cloth and the hand that drew it. */
export function designOf(subject: string, models: Some<Model>, seed: number): Design {
  const random = randomFrom(subject, 'design', seed)
  const model = nth(models, seed * 5 + Math.floor(seed / models.length))
  const figure = model.draw(random)
  const palette = nth(PALETTES, seed * 7 + subject.length * 5)
  const hand = nth(HANDS, seed * 5 + Math.floor(seed / HANDS.length) * 3 + subject.length)
  const patternIndex = seed * 5 + subject.length
  const coat = coatOf(palette, patternIndex, random)
  const ground = groundFor(palette, coat, random)
  return { seed, name: model.name, figure, palette, coat, hand, ground, patternIndex }
}

export function coatOf(palette: Palette, patternIndex: number, random: Random): Coat {
  const [a, b, c, pale] = palette.colours
  const [main, second, accent] = pick(random, [
    [a, b, c],
    [a, c, b],
    [b, a, c],
    [pale, a, b],
    [a, pale, b],
    [c, a, pale],
    [a, b, pale],
  ] as const)
  const trim =
    [pale, palette.ground, palette.ink].find((colour) => apart(colour, main) > 120 && apart(colour, second) > 60) ??
    pale
  const sole = pick(random, [pale, pale, palette.ink, b, '#e3cda4', '#f6f1e6'])
  const printed = pick(random, [[], ['main'], [], ['second'], ['accent'], ['main', 'lining']] as const)
  return {
    fills: {
      main,
      second,
      accent,
      sole: apart(sole, main) < 40 ? pale : sole,
      trim,
      lining: mixed(palette.ink, main, 0.25),
      metal: pick(random, ['#d9b25f', '#c9ccd0', '#b87b4b']),
      dark: palette.ink,
    },
    ink: palette.ink,
    paper: palette.ground,
    dye: { ground: main, one: second, two: accent, three: trim },
    print: printed.length > 0 ? patternOf(patternIndex).draw : undefined,
    printed: [...printed],
    unit: between(random, 60, 130),
  }
}

/** Of the palette's colours the one that stands farthest from what it must carry, with a little chance. */
function groundFor(palette: Palette, coat: Coat, random: Random): string {
  const choices = [
    palette.ground,
    ...palette.colours,
    mixed(palette.ground, '#ffffff', 0.35),
    mixed(palette.ground, palette.colours[1], 0.35),
  ]
  const fit = choices.filter(
    (colour) =>
      apart(colour, coat.fills.main) > 110 && apart(colour, coat.ink) > 150 && apart(colour, coat.fills.second) > 45,
  )
  return random() < 0.45 ? palette.ground : (fit[Math.floor(random() * fit.length)] ?? palette.ground)
}

export type Standing = {
  x: number
  floor: number
  width: number
  flip?: boolean
  turn?: number
  hand?: Hand
  coat?: Coat
  shadow?: 'long' | 'flat' | 'none'
}

/** The product drawn with its middle at x, standing on `floor`, `width` wide. */
export function stood(design: Design, at: Standing): string {
  const { figure } = design
  const scale = at.width / figure.width
  const drawn = (at.hand ?? design.hand)(
    figure,
    at.coat ?? design.coat,
    randomFrom('hand', design.seed, n(at.x), n(at.width)),
  )
  const cast = shadowOf(design, at.shadow ?? 'none')
  const centred = moved(cast + drawn, -at.width / 2, -figure.floor * scale, scale)
  const turned = at.flip ? `<g transform="scale(-1 1)">${centred}</g>` : centred
  return moved(turned, at.x, at.floor, 1, at.turn ?? 0)
}

function shadowOf({ figure, coat }: Design, kind: 'long' | 'flat' | 'none'): string {
  if (kind === 'none') return ''
  if (kind === 'long') {
    const lie = `transform="matrix(1 0 -.95 .34 ${n(0.95 * figure.floor)} ${n(0.66 * figure.floor)})"`
    return shape(figure.contour, coat.ink, `fill-opacity=".2" ${lie}`)
  }
  const { width: w, floor } = figure
  return `<ellipse cx="${n(w / 2)}" cy="${n(floor - 4)}" rx="${n(w * 0.5)}" ry="${n(w * 0.028)}" fill="${coat.ink}" opacity=".22"/>`
}

/** How high the product stands over its floor when it is drawn `width` wide. */
export function heightOf({ figure }: Design, width: number): number {
  const free = figure.parts.filter((part) => !part.within && part.draw !== 'line')
  const ys = free.flatMap((part) => (part.d.match(/-?\d+(\.\d+)?/g) ?? []).filter((_, i) => i % 2 === 1).map(Number))
  return ((figure.floor - Math.min(...ys)) * width) / figure.width
}

/** Width that keeps a product inside a frame of w by h. */
export function fitted(design: Design, w: number, h: number): number {
  return Math.min(w, (h * w) / heightOf(design, w))
}

export function altOf(design: Design, view: View, how: Words): Words {
  const looks = {
    hero: { en: '', it: '' },
    detail: { en: 'detail of a ', it: 'particolare: ' },
    sketch: { en: 'study of a ', it: 'studio: ' },
  }[view]
  const begun = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
  return {
    en: begun(`${looks.en}${design.name.en} in ${design.palette.name.en}, ${how.en}`),
    it: begun(`${looks.it}${design.name.it} nei toni ${design.palette.name.it}, ${how.it}`),
  }
}
