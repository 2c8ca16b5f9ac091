import { backdrop } from './backdrops.ts'
import { apart, mixed } from './colours.ts'
import { type Design, fitted, heightOf, stood } from './designs.ts'
import {
  type Area,
  clipped,
  count,
  disc,
  FORMATS,
  line,
  moved,
  n,
  type Random,
  randomFrom,
  rect,
  shape,
} from './drawing.ts'
import { silhouette } from './hands.ts'
import { letters, note, scribbles } from './lettering.ts'
import { patternOf } from './patterns.ts'
import type { Shop } from './workshop.ts'
import { wall } from './workshop-tools.ts'

/** A rack, three boards high, where the finished ones wait. */
export function making(design: Design, random: Random): Shop {
  const area = FORMATS.landscape
  const tone = mixed(design.palette.ground, '#ffffff', 0.3)
  const posts = [60, 590, 1110].map((x) => rect({ x, y: 30, w: 30, h: 770 }, '#5a5f63')).join('')
  const tall = design.figure.floor > 800
  const columns = tall ? 6 : 4
  const rows = [270, 510, 750]
  const cell = 1000 / columns
  const width = fitted(design, cell * 0.86, 200)
  const boards = rows.map((y, row) => {
    const standing = count(columns).map((i) => {
      if (row === 2 && i === columns - 1) return ''
      return stood(design, { x: 100 + cell * (i + 0.5), floor: y, width, flip: random() < 0.06 })
    })
    return (
      rect({ x: 40, y, w: 1120, h: 18 }, '#a8703f') +
      rect({ x: 40, y: y + 18, w: 1120, h: 8 }, '#6f4625') +
      standing.join('')
    )
  })
  return { area, content: wall(area, tone) + posts + boards.join('') }
}

const TISSUE_BEHIND =
  'M632 380C660 290 700 350 740 290C780 340 820 280 870 310C920 270 960 340 1010 290C1050 340 1090 300 1118 380V430H632Z'
const TISSUE_BEFORE =
  'M632 390C680 350 720 400 770 366C820 400 870 360 920 396C970 366 1020 404 1060 370C1090 380 1110 370 1118 390V440H632Z'

/** Stacked cartons with the product's outline on them, one open with tissue paper. */
export function boxes(design: Design, random: Random): Shop {
  const area = FORMATS.landscape
  const [a] = backdrop(design)
  const tone = mixed(design.palette.ground, '#ffffff', 0.2)
  const lid = apart(design.coat.fills.accent, tone) > 60 ? design.coat.fills.accent : design.coat.ink
  const carton = (at: Area, shade: number) => {
    const colour = mixed(a, '#ffffff', shade)
    const mark = Math.min(at.w * 0.34, (at.h * 0.5 * design.figure.width) / heightOf(design, design.figure.width))
    const scale = mark / design.figure.width
    const print = moved(
      silhouette(design.figure, design.coat),
      at.x + at.w * 0.07,
      at.y + at.h * 0.88 - design.figure.floor * scale,
      scale,
    )
    const label =
      rect({ x: at.x + at.w * 0.62, y: at.y + at.h * 0.4, w: at.w * 0.3, h: at.h * 0.44 }, '#fbf8f1') +
      note(`N. ${38 + Math.floor(random() * 8)}`, at.x + at.w * 0.65, at.y + at.h * 0.48, '#22242c', 20) +
      scribbles(at.x + at.w * 0.65, at.y + at.h * 0.76, at.w * 0.22, 1, '#22242c')
    return (
      rect(at, colour) +
      rect({ ...at, x: at.x - 8, w: at.w + 16, h: at.h * 0.24 }, lid) +
      rect({ ...at, x: at.x - 8, y: at.y + at.h * 0.24, w: at.w + 16, h: 6 }, design.coat.ink, 'fill-opacity=".25"') +
      print +
      label
    )
  }
  const stack = [
    [90, 530, 470],
    [110, 350, 430],
    [640, 530, 470],
    [80, 170, 470],
  ].map(([x, y, w], i) => carton({ x: x ?? 0, y: y ?? 0, w: w ?? 400, h: 172 }, 0.1 + (i % 3) * 0.14))
  const creases = line('M700 360L690 420M800 350L812 420M930 344L920 420M1040 350L1050 420', '#d8d2c4', 4)
  const content =
    wall(area, tone) +
    rect({ x: 0, y: 690, w: 1200, h: 110 }, mixed(tone, design.coat.ink, 0.25)) +
    stack.join('') +
    shape(TISSUE_BEHIND, '#fbf8f1') +
    stood(design, { x: 875, floor: 396, width: fitted(design, 430, 330), turn: -4 }) +
    shape(TISSUE_BEFORE, '#fbf8f1') +
    creases +
    rect({ x: 640, y: 420, w: 470, h: 110 }, mixed(a, '#ffffff', 0.2)) +
    letters('PLACET', 700, 454, { height: 44, width: 26, weight: 8, gap: 12 }, design.coat.ink)
  return { area, content }
}

/** The picture for the shop: an arch, a plinth, cloth falling from it, light from the left. */
export function launched(design: Design, random: Random): Shop {
  const area = random() < 0.5 ? FORMATS.square : FORMATS.portrait
  const { w, h } = area
  const [a, b] = backdrop(design)
  const ground = mixed(design.ground, '#ffffff', 0.18)
  const arch = (inset: number, colour: string) =>
    shape(
      `M${n(w * 0.14 + inset)} ${n(h)}V${n(h * 0.46)}A${n(w * 0.36 - inset)} ${n(w * 0.36 - inset)} 0 0 1 ${n(w * 0.86 - inset)} ${n(h * 0.46)}V${n(h)}Z`,
      colour,
    )
  const floor = h * 0.78
  const drape = `M${n(w * 0.2)} ${n(floor)}H${n(w * 0.8)}C${n(w * 0.82)} ${n(h * 0.88)} ${n(w * 0.78)} ${n(h * 0.94)} ${n(w * 0.8)} ${n(h)}H${n(w * 0.2)}C${n(w * 0.22)} ${n(h * 0.94)} ${n(w * 0.18)} ${n(h * 0.88)} ${n(w * 0.2)} ${n(floor)}Z`
  const cloth = patternOf(design.patternIndex).draw(
    { x: w * 0.16, y: floor, w: w * 0.7, h: h - floor },
    { ground: b, one: design.palette.ground, two: a, three: design.coat.ink },
    90,
    randomFrom('drape', design.seed),
  )
  const folds = line(
    count(6)
      .map(
        (i) =>
          `M${n(w * (0.27 + i * 0.1))} ${n(floor + 20)}C${n(w * (0.26 + i * 0.1))} ${n(h * 0.9)} ${n(w * (0.28 + i * 0.1))} ${n(h * 0.95)} ${n(w * (0.265 + i * 0.1))} ${n(h)}`,
      )
      .join(''),
    design.coat.ink,
    7,
    'stroke-opacity=".18"',
  )
  const shelf = rect({ x: w * 0.17, y: floor - 10, w: w * 0.66, h: 26 }, mixed(b, '#ffffff', 0.4))
  const sprig = moved(
    line('M0 0C10 -80 -10 -160 20 -240', design.coat.ink, 5) +
      count(7)
        .map((i) =>
          moved(
            shape('M0 0C30 -26 80 -26 104 0C80 22 30 20 0 0Z', i % 2 ? a : mixed(a, design.coat.ink, 0.25)),
            4,
            -30 - i * 32,
            0.8,
            i % 2 ? -30 : 208,
          ),
        )
        .join('') +
      shape('M-40 0H44L32 96H-28Z', design.coat.ink),
    w * 0.1,
    h - 96,
    1.15,
  )
  const width = fitted(design, w * 0.64, h * 0.5)
  const content =
    rect(area, ground) +
    arch(0, mixed(a, ground, 0.25)) +
    arch(w * 0.05, mixed(a, ground, 0.55)) +
    disc(w * 0.72, h * 0.2, w * 0.05, b) +
    clipped(drape, cloth + folds) +
    shelf +
    sprig +
    stood(design, { x: w * 0.5, floor: floor - 8, width, shadow: 'flat' })
  return { area, content }
}
