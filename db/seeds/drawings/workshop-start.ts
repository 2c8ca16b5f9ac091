import { mixed } from './colours.ts'
import { type Design, fitted, stood } from './designs.ts'
import { between, count, disc, FORMATS, line, moved, type Random, rect, shape } from './drawing.ts'
import { box } from './figures.ts'
import { note, scribbles } from './lettering.ts'
import { pencil } from './rough-hands.ts'
import type { Craft, Shop } from './workshop.ts'
import { hammer, knife, planks, rulerTool, sewingMachine, shelfTools, spool, wall } from './workshop-tools.ts'

const PAPER = '#fbf8f1'

/** Seen from above: two sheets, a signature, a pen, cuttings of leather. */
export function agreement(design: Design, random: Random): Shop {
  const area = FORMATS.landscape
  const { fills, ink } = design.coat
  const sheet = (x: number, y: number, turn: number, content: string) =>
    `<g transform="rotate(${turn} ${x + 210} ${y + 270})">${rect({ x: x + 8, y: y + 10, w: 420, h: 560 }, '#000000', 'fill-opacity=".16"')}${rect({ x, y, w: 420, h: 560 }, PAPER)}${content}</g>`
  const text = (x: number, y: number) =>
    scribbles(x + 44, y + 150, 330, 12, '#4a4a4a') +
    rect({ x: x + 44, y: y + 60, w: 190, h: 16 }, ink) +
    rect({ x: x + 44, y: y + 90, w: 120, h: 8 }, fills.main)
  const signature = line(
    'M0 0C30 -60 50 -60 40 0C34 40 20 40 40 6C60 -30 80 -20 76 6C74 20 96 10 104 -6C112 -20 124 -10 120 6C118 20 150 0 170 -20C160 20 190 10 240 -12',
    '#1f3f8f',
    5,
    'stroke-linecap="round"',
  )
  const product = stood(design, { x: 370, floor: 360, width: fitted(design, 250, 200), hand: pencil })
  const pen = moved(
    shape('M0 -9L250 -9C262 -9 262 9 250 9L0 9L-44 0Z', ink) +
      shape('M0 -9L-44 0L0 9Z', '#c9a24a') +
      rect({ x: 150, y: -12, w: 12, h: 24 }, '#c9a24a'),
    800,
    560,
    1,
    -32,
  )
  const cuttings = [fills.main, fills.second, fills.accent].map((colour, i) =>
    moved(
      shape(box(-70, -50, 140, 100, 10), colour) +
        line('M-58 -38L58 -38L58 38L-58 38Z', mixed(colour, '#ffffff', 0.5), 3, 'stroke-dasharray="10 8"'),
      1080,
      190 + i * 160,
      1,
      between(random, -24, 24),
    ),
  )
  const content =
    planks(area, '#c79a6b') +
    sheet(
      150,
      110,
      -5,
      rect({ x: 190, y: 150, w: 340, h: 300 }, '#f1ece0') + product + scribbles(194, 500, 300, 6, '#4a4a4a'),
    ) +
    sheet(590, 130, 4, text(590, 130) + moved(signature, 660, 610) + line('M634 640H900', '#4a4a4a', 2)) +
    pen +
    cuttings.join('')
  return { area, content }
}

/** The pieces of the upper laid out like a map; what is sewn later still has its dashes. */
export function pieces(design: Design, random: Random): Shop {
  const area = FORMATS.landscape
  const { fills } = design.coat
  const mat =
    rect({ x: 50, y: 50, w: 1100, h: 700 }, '#2f5d50') +
    line(
      count(22)
        .map((i) => `M${50 + i * 50} 50v700`)
        .concat(count(14).map((i) => `M50 ${50 + i * 50}h1100`))
        .join(''),
      '#ffffff',
      1.4,
      'stroke-opacity=".22"',
    )
  const hides = [
    'M-190 60C-200 -30 -120 -110 -20 -110C90 -110 190 -60 200 20C120 60 60 50 0 70C-60 90 -130 100 -190 60Z',
    'M-150 -80C-60 -110 70 -110 150 -70C160 0 130 70 80 100C60 40 -60 40 -80 100C-130 70 -160 0 -150 -80Z',
    'M-60 -120C-10 -140 40 -130 60 -100C70 -20 60 60 40 120L-50 120C-70 40 -80 -40 -60 -120Z',
    'M-120 -40C-60 -80 60 -80 120 -40L100 60C40 30 -40 30 -100 60Z',
    'M-170 -26L160 -40C180 -40 180 0 160 4L-170 26C-186 20 -186 -20 -170 -26Z',
    'M-100 90C-120 0 -60 -100 20 -110C80 -100 110 -40 100 90Z',
  ]
  const places = [
    [270, 210],
    [610, 220],
    [900, 240],
    [250, 470],
    [600, 430],
    [470, 620],
    [840, 560],
    [1030, 430],
    [200, 650],
  ] as const
  const laid = places.map(([x, y], i) => {
    const d = hides[i % hides.length] ?? ''
    const colour = [fills.main, fills.main, fills.second, fills.accent, fills.second, fills.main][i % 6] ?? fills.main
    const marks =
      line(d, mixed(colour, '#ffffff', 0.6), 3, 'stroke-dasharray="9 8" transform="scale(.88)"') +
      disc(-30, 0, 5, design.coat.ink) +
      disc(30, -4, 5, design.coat.ink)
    return moved(
      shape(d, '#000000', 'fill-opacity=".25" transform="translate(6 9)"') +
        shape(d, colour) +
        marks +
        note(`${i + 1}`, -6, 22, mixed(colour, '#ffffff', 0.7), 22),
      x,
      y,
      0.92,
      between(random, -20, 20) + (i > 5 ? 160 : 0),
    )
  })
  const content =
    planks(area, '#b98a5c') +
    mat +
    laid.join('') +
    moved(rulerTool(), 690, 690, 1, -4) +
    moved(knife(), 1040, 640, 1, -58) +
    moved(spool(fills.trim), 1080, 130) +
    moved(spool(fills.accent), 1000, 96, 0.8)
  return { area, content }
}

/** A last on its jack, or the sewing machine for a bag, under a wall of tools. */
export function bench(design: Design, random: Random, craft: Craft): Shop {
  const area = FORMATS.square
  const tone = mixed(design.palette.ground, '#ffffff', 0.25)
  const top =
    rect({ x: 0, y: 900, w: 1200, h: 60 }, '#a8703f') +
    rect({ x: 0, y: 960, w: 1200, h: 240 }, '#8a5a31') +
    line('M0 1000H1200M0 1080H1200', '#6f4625', 4)
  const back = wall(area, tone) + shelfTools(design, random)
  if (craft === 'bag')
    return {
      area,
      content:
        back +
        top +
        moved(sewingMachine(design), 160, 900, 1) +
        stood(design, { x: 930, floor: 904, width: fitted(design, 380, 400) }),
    }
  const wood = '#d9a769'
  const last =
    shape(
      'M60 0C30 -60 40 -150 70 -220C110 -250 200 -250 240 -220C260 -150 330 -110 440 -80C540 -60 620 -50 630 -10C630 0 620 6 600 6C420 14 330 -10 240 4C160 16 90 20 60 0Z',
      wood,
    ) +
    shape('M70 -220C110 -250 200 -250 240 -220C200 -204 110 -204 70 -220Z', mixed(wood, '#ffffff', 0.35)) +
    disc(150, -170, 14, '#6f4625') +
    shape(
      'M60 0C90 20 160 16 240 4C330 -10 420 14 600 6C560 30 430 34 330 16C240 10 120 40 60 0Z',
      mixed(wood, '#3a2410', 0.35),
    ) +
    line('M90 -150C220 -140 330 -70 590 -30', mixed(wood, '#3a2410', 0.25), 4)
  const halfMade =
    shape('M300 4C330 -60 350 -90 372 -104C460 -80 560 -64 622 -36C636 -10 630 4 606 10Z', design.coat.fills.main) +
    line('M312 0C340 -56 356 -80 376 -92', design.coat.fills.trim, 4, 'stroke-dasharray="9 8"') +
    count(9)
      .map((i) => disc(330 + i * 32, 8 - (i % 2) * 2, 4, '#3b3735'))
      .join('')
  const jack = rect({ x: 120, y: 10, w: 70, h: 160 }, '#5a5f63') + shape('M60 170H250L280 200H30Z', '#45494c')
  const content =
    back +
    moved(jack + last + halfMade, 240, 700, 1.15) +
    top +
    moved(hammer(), 880, 866, 1.2, -12) +
    moved(spool(design.coat.fills.trim), 130, 850, 1.1) +
    moved(spool(design.coat.fills.accent), 210, 866, 0.9)
  return { area, content }
}
