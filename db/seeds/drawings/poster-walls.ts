import { mixed } from './colours.ts'
import {
  type Area,
  count,
  disc,
  FORMATS,
  group,
  line,
  moved,
  n,
  rect,
  shape,
  type View,
  type Words,
} from './drawing.ts'
import { scribbles } from './lettering.ts'
import { type Inks, PAGE } from './poster-plates.ts'

/** Bare, on a wall, in a street, from near, or as three small trials. */
export function hang(page: (variant?: Inks) => string, inks: Inks, seed: number, view: View): [Area, string, Words] {
  if (view === 'sketch') return trials(page, inks)
  if (view === 'detail') {
    const [x, y] = [
      [0, 0],
      [-500, -250],
      [-200, -700],
    ][seed % 3] ?? [0, 0]
    return [
      FORMATS.landscape,
      moved(page(), (x ?? 0) * 1.3, (y ?? 0) * 1.3, 1.9),
      { en: 'seen from near', it: 'da vicino' },
    ]
  }
  if (seed % 4 === 1) return framed(page, inks)
  if (seed % 7 === 3) return pasted(page, inks)
  return [PAGE, page(), { en: 'the whole sheet', it: 'il foglio intero' }]
}

function framed(page: () => string, inks: Inks): [Area, string, Words] {
  const area = FORMATS.square
  const wall = mixed(inks.b, inks.paper, 0.62)
  const sofa =
    shape('M120 1200V1010C120 970 150 950 190 950H1010C1050 950 1080 970 1080 1010V1200Z', inks.c) +
    shape(
      'M60 1200V1040C60 1000 150 1000 150 1040V1200ZM1050 1200V1040C1050 1000 1140 1000 1140 1040V1200Z',
      mixed(inks.c, inks.ink, 0.2),
    ) +
    line('M600 955V1200', mixed(inks.c, inks.ink, 0.35), 4)
  const frame =
    rect({ x: 288, y: 92, w: 624, h: 772 }, inks.ink, 'fill-opacity=".16"') +
    rect({ x: 274, y: 72, w: 624, h: 772 }, inks.ink) +
    rect({ x: 288, y: 86, w: 596, h: 744 }, '#fbf9f4')
  return [
    area,
    rect(area, wall) + frame + moved(page(), 306, 101, 0.585) + sofa,
    { en: 'framed over a sofa', it: 'incorniciato sopra un divano' },
  ]
}

function pasted(page: () => string, inks: Inks): [Area, string, Words] {
  const area = FORMATS.landscape
  const wall = mixed(inks.paper, inks.ink, 0.3)
  const bricks = count(17).map(
    (row) =>
      `${count(11)
        .map((i) => `M${n(i * 120 - (row % 2) * 60)} ${row * 50}v50`)
        .join('')}M0 ${row * 50}H1200`,
  )
  const sheets = count(3).map((i) =>
    moved(
      rect({ x: 10, y: 14, w: 960, h: 1200 }, inks.ink, 'fill-opacity=".3"') + page(),
      60 + i * 372,
      132,
      0.35,
      [-0.8, 0.6, -0.3][i] ?? 0,
    ),
  )
  return [
    area,
    rect(area, wall) +
      line(bricks.join(''), mixed(wall, inks.ink, 0.25), 4) +
      sheets.join('') +
      rect({ x: 0, y: 700, w: 1200, h: 100 }, mixed(inks.ink, wall, 0.25)),
    { en: 'pasted three times on a brick wall', it: 'incollato tre volte su un muro di mattoni' },
  ]
}

function trials(page: (variant: Inks) => string, inks: Inks): [Area, string, Words] {
  const area = FORMATS.landscape
  const variants: Inks[] = [
    { ...inks, a: inks.ink, b: mixed(inks.ink, inks.paper, 0.55), c: mixed(inks.ink, inks.paper, 0.3) },
    { ...inks, a: inks.b, b: inks.c, c: inks.a },
    inks,
  ]
  const sheets = variants.map((variant, i) => {
    const tape = rect({ x: 380, y: -46, w: 200, h: 84 }, '#e8d9a8', 'fill-opacity=".8"')
    return moved(
      rect({ x: 12, y: 14, w: 960, h: 1200 }, '#000000', 'fill-opacity=".14"') + page(variant) + tape,
      70 + i * 374,
      96 + (i % 2) * 22,
      0.33,
      [-1.6, 0.9, -0.5][i] ?? 0,
    )
  })
  const chips = [inks.a, inks.b, inks.c, inks.paper, inks.ink].map((colour, i) =>
    disc(100 + i * 70, 660, 27, colour, 'stroke="#22242c" stroke-width="1.5"'),
  )
  return [
    area,
    rect(area, '#efe9dd') +
      group(sheets.join('')) +
      chips.join('') +
      scribbles(480, 640, 300, 3, '#22242c') +
      scribbles(840, 640, 260, 2, '#22242c'),
    { en: 'three trials of its colours', it: 'tre prove di colore' },
  ]
}
