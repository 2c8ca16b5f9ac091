import { apart, mixed } from './colours.ts'
import {
  type Area,
  areaPath,
  between,
  clipped,
  count,
  type Drawing,
  disc,
  FORMATS,
  finished,
  line,
  moved,
  n,
  nth,
  type Random,
  randomFrom,
  rect,
  shape,
  type View,
  type Words,
} from './drawing.ts'
import { scribbles } from './lettering.ts'
import { PALETTES } from './palettes.ts'
import { type Dye, patternOf } from './patterns.ts'

const SIDE = 1200
const SHEET: Area = { x: 0, y: 0, w: SIDE, h: SIDE }

/** A square scarf: a field, a border or two, corners or a medallion. */
export function drawScarf(seed: number, view: View = 'hero'): Drawing {
  const palette = nth(PALETTES, seed * 13 + 9)
  const [a, b, c, pale] = palette.colours
  const dark = apart(a, palette.ground) > 60 ? a : palette.ink
  const dye: Dye = { ground: palette.ground, one: dark, two: b, three: c }
  const inner = patternOf(seed * 9 + 1)
  const silk = scarf(seed, dye, pale, palette.ink)
  const [area, content, how] = shown(silk, dye, palette.ink, seed, view)
  const alt = {
    en: `Square scarf with ${inner.en} in ${palette.name.en}, ${how.en}`,
    it: `Foulard quadrato con ${inner.it} nei toni ${palette.name.it}, ${how.it}`,
  }
  return finished(area, content, alt)
}

function scarf(seed: number, dye: Dye, pale: string, ink: string): string {
  const random = randomFrom('scarf', seed)
  const edge = between(random, 60, 110)
  const inset = (by: number): Area => ({ x: by, y: by, w: SIDE - 2 * by, h: SIDE - 2 * by })
  const border = patternOf(seed * 9 + 6).draw(
    SHEET,
    { ground: dye.one, one: pale, two: dye.two, three: dye.three },
    between(random, 95, 130),
    random,
  )
  const field = inset(edge * 2.2)
  const cloth = clipped(
    areaPath(field),
    patternOf(seed * 9 + 1).draw(
      field,
      { ...dye, ground: seed % 3 ? dye.ground : pale },
      between(random, 110, 200),
      random,
    ),
  )
  const rims = rect(inset(edge), ink) + rect(inset(edge + 14), pale) + rect(inset(edge * 2.2 - 20), dye.two)
  return clipped(areaPath(SHEET), rect(SHEET, dye.two) + border + rims + cloth + middle(seed, dye, pale, ink, random))
}

function middle(seed: number, dye: Dye, pale: string, ink: string, random: Random): string {
  const at = SIDE / 2
  if (seed % 4 === 0) return ''
  if (seed % 4 === 1) {
    const petals = count(12).map((i) =>
      moved(shape('M0 0C60 -90 60 -210 0 -290C-60 -210 -60 -90 0 0Z', i % 2 ? dye.one : dye.two), at, at, 1, i * 30),
    )
    return (
      disc(at, at, 330, pale) +
      disc(at, at, 312, ink) +
      petals.join('') +
      disc(at, at, 96, dye.three) +
      disc(at, at, 60, pale) +
      disc(at, at, 26, ink)
    )
  }
  if (seed % 4 === 2) {
    const r = between(random, 250, 330)
    const rays = count(24).map((i) =>
      moved(
        shape(`M-16 ${n(-r * 0.6)}L0 ${n(-r * 1.16)}L16 ${n(-r * 0.6)}Z`, i % 2 ? dye.one : dye.two),
        at,
        at,
        1,
        i * 15,
      ),
    )
    const face = line(
      'M-90 -30q40 -30 80 0M20 -30q40 -30 80 0M4 -20q20 50 -10 66q10 10 26 6M-50 90q50 40 104 -4',
      ink,
      9,
      'stroke-linecap="round"',
    )
    return (
      disc(at, at, r * 1.3, pale) +
      rays.join('') +
      disc(at, at, r * 0.64, dye.two) +
      disc(at, at, r * 0.58, pale) +
      moved(face, at - 4, at, r / 280)
    )
  }
  return [
    [0, 0],
    [1, 0],
    [1, 1],
    [0, 1],
  ]
    .map(([x, y]) =>
      [4, 3, 2, 1]
        .map((ring) =>
          disc((x ?? 0) * SIDE, (y ?? 0) * SIDE, ring * 92, [ink, dye.two, pale, dye.one][ring - 1] ?? ink),
        )
        .join(''),
    )
    .join('')
}

/** Spread out, pinned up, folded on a shelf of colours, or as a trial on paper. */
function shown(silk: string, dye: Dye, ink: string, seed: number, view: View): [Area, string, Words] {
  if (view === 'detail')
    return [
      FORMATS.landscape,
      moved(silk, seed % 2 ? -900 : -100, seed % 3 ? -800 : -60, 1.8),
      { en: 'seen from near', it: 'da vicino' },
    ]
  if (view === 'sketch') {
    const chips = [dye.ground, dye.one, dye.two, dye.three, ink].map((colour, i) =>
      rect(
        { x: 760 + (i % 3) * 130, y: 120 + Math.floor(i / 3) * 130, w: 110, h: 110 },
        colour,
        'stroke="#22242c" stroke-width="1.5"',
      ),
    )
    const folded = moved(clipped('M0 0L1200 0L0 1200Z', silk), 760, 430, 0.26)
    return [
      FORMATS.landscape,
      rect(FORMATS.landscape, '#f3eee3') +
        moved(silk, 70, 80, 0.53, -1) +
        chips.join('') +
        folded +
        scribbles(1000, 640, 150, 4, '#22242c'),
      { en: 'a quarter-size trial with its inks', it: 'una prova in piccolo con i suoi inchiostri' },
    ]
  }
  if (seed % 3 === 1) {
    const area = FORMATS.portrait
    const wall = mixed(dye.two, '#ffffff', 0.55)
    const drop =
      'M480 120C560 300 900 620 860 760C760 900 620 1000 480 1130C340 1000 200 900 100 760C60 620 400 300 480 120Z'
    const folds = line(
      'M480 130C460 420 330 640 240 820M480 130C500 420 600 640 700 830M480 130L480 1110',
      ink,
      10,
      'stroke-opacity=".16"',
    )
    return [
      area,
      rect(area, wall) +
        shape(drop, ink, 'fill-opacity=".14" transform="translate(16 20)"') +
        clipped(drop, moved(silk, 480, -150, 0.98, 45) + folds) +
        disc(480, 122, 24, ink) +
        disc(480, 116, 15, '#d9b25f'),
      { en: 'hanging from a nail', it: 'appeso a un chiodo' },
    ]
  }
  return [
    FORMATS.square,
    seed % 3
      ? rect(FORMATS.square, mixed(dye.one, '#ffffff', 0.75)) +
        rect({ x: 94, y: 98, w: 1032, h: 1032 }, ink, 'fill-opacity=".18"') +
        moved(silk, 84, 84, 0.86)
      : silk,
    { en: 'spread out', it: 'disteso' },
  ]
}
