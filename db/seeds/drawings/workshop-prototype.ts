import { mixed } from './colours.ts'
import { type Design, fitted, stood } from './designs.ts'
import { between, disc, FORMATS, group, line, moved, n, type Random, rect, shape } from './drawing.ts'
import { round } from './figures.ts'
import { note, scribbles } from './lettering.ts'
import { pencil } from './rough-hands.ts'
import type { Shop } from './workshop.ts'
import { rulerTool, spool, wall } from './workshop-tools.ts'

const PAPER = '#fbf8f1'

/** The first one that can be held, with tags and corrections pinned to the wall. */
export function prototype(design: Design, random: Random): Shop {
  const area = FORMATS.landscape
  const tone = mixed(design.palette.ground, '#ffffff', 0.35)
  const width = fitted(design, 720, 540)
  const sheet = (x: number, y: number, turn: number, content: string) =>
    `<g transform="rotate(${turn} ${x} ${y})">${rect({ x: x + 6, y: y + 8, w: 250, h: 190 }, '#000000', 'fill-opacity=".14"')}${rect({ x, y, w: 250, h: 190 }, PAPER)}${content}${disc(x + 125, y + 12, 8, '#c8402c')}</g>`
  const small = fitted(design, 190, 110)
  const study = stood(design, { x: 965, floor: 250, width: small, hand: pencil })
  const spot = design.figure.notes[1] ?? { x: design.figure.width / 2, y: design.figure.floor / 2 }
  const scale = width / design.figure.width
  const at = { x: 480 + (spot.x - design.figure.width / 2) * scale, y: 690 - (design.figure.floor - spot.y) * scale }
  const red =
    line(round(at.x, at.y, 44, 40), '#c8402c', 5) +
    line(
      `M${n(at.x + 30)} ${n(at.y - 32)}C${n(at.x + 130)} ${n(at.y - 190)} 700 300 836 396`,
      '#c8402c',
      4,
      'stroke-linecap="round"',
    )
  const tag = moved(
    line('M0 0C-10 -40 30 -60 60 -90', '#3b3735', 3) +
      shape('M-70 0L-50 -24H60V60H-50L-70 36Z', '#e9d7a8') +
      disc(-50, 18, 7, '#8a5a31') +
      note('N. 1', -24, 6, '#2b1d14', 28),
    230,
    600,
    1,
    between(random, -10, 10),
  )
  const content =
    wall(area, tone) +
    rect({ x: 0, y: 640, w: 1200, h: 160 }, '#c79a6b') +
    rect({ x: 0, y: 640, w: 1200, h: 12 }, '#a8703f') +
    sheet(840, 90, 3, group(study)) +
    sheet(840, 330, -3, scribbles(866, 380, 200, 6, '#4a4a4a')) +
    stood(design, { x: 480, floor: 690, width, shadow: 'flat' }) +
    red +
    tag +
    moved(rulerTool(), 700, 720, 0.9, -2) +
    moved(spool(design.coat.fills.trim), 1120, 606, 1.2)
  return { area, content }
}
