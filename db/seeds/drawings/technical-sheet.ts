import { apart } from './colours.ts'
import { type Design, fitted, heightOf, stood } from './designs.ts'
import { areaPath, count, FORMATS, line, moved, n, pick, type Random, rect } from './drawing.ts'
import { blueprint } from './hands.ts'
import { note, scribbles } from './lettering.ts'
import type { Scene } from './product-stages.ts'

import { pointers } from './sketchbook.ts'

/** A ground and a line that read well on one another; from the palette where it has such a pair. */
function inksOf(design: Design, random: Random): [string, string] {
  const { ground, ink, colours } = design.palette
  const pale = apart(ground, '#ffffff') < 200 ? ground : '#f4f0e6'
  const deep = [ink, ...colours].filter((colour) => apart(colour, pale) > 230)
  const chosen = deep[Math.floor(random() * deep.length)] ?? '#1f3f8f'
  return random() < 0.75 ? [chosen, pale] : [pale, chosen]
}

/** A technical sheet: ruled frame, measures, three parts, a title block. */
export function technicalSheet(design: Design, random: Random): Scene {
  const area = design.figure.floor > 800 ? FORMATS.portrait : FORMATS.landscape
  const { w, h } = area
  const [ground, ink] = inksOf(design, random)
  const coat = { ...design.coat, paper: ground, ink }
  const grid = count(w / 24)
    .map((i) => `M${i * 24} 0V${h}`)
    .concat(count(h / 24).map((i) => `M0 ${i * 24}H${w}`))
  const width = fitted(design, w * 0.7, h * 0.58)
  const high = heightOf(design, width)
  const x = w * 0.5
  const floor = h * (w > h ? 0.66 : 0.74)
  const left = x - width / 2
  const tick = (tx: number, ty: number) => `M${n(tx - 7)} ${n(ty + 7)}L${n(tx + 7)} ${n(ty - 7)}`
  const measure =
    line(
      `M${n(left)} ${n(floor + 130)}H${n(left + width)}M${n(left - 56)} ${n(floor)}V${n(floor - high)}${tick(left, floor + 130)}${tick(left + width, floor + 130)}${tick(left - 56, floor)}${tick(left - 56, floor - high)}`,
      ink,
      2,
    ) +
    line(
      `M${n(left)} ${n(floor)}V${n(floor + 146)}M${n(left + width)} ${n(floor)}V${n(floor + 146)}M${n(left)} ${n(floor - high)}H${n(left - 74)}M${n(left)} ${n(floor)}H${n(left - 74)}`,
      ink,
      1.2,
      'stroke-dasharray="5 5"',
    )
  const millimetres = (value: number) => `${Math.round(value)} MM`
  const size = pick(random, [284, 292, 301, 318])
  const rows = count(4).map((i) => line(`M${n(w - 330)} ${n(h - 116 + i * 30)}H${n(w - 26)}`, ink, 1.4))
  const block =
    line(areaPath({ x: w - 330, y: h - 116, w: 304, h: 90 }), ink, 2.4) +
    rows.join('') +
    note(design.name.en.toUpperCase().replace(/[^A-Z ]/g, ' '), w - 318, h - 108, ink, 14) +
    note(`SCALE 1/${pick(random, [2, 3, 4])}`, w - 318, h - 78, ink, 14) +
    note(`SHEET ${1 + (design.seed % 9)}`, w - 150, h - 78, ink, 14) +
    scribbles(w - 316, h - 40, 120, 1, ink)
  const content =
    rect(area, ground) +
    line(grid.join(''), ink, 1, 'stroke-opacity=".13"') +
    line(areaPath({ x: 26, y: 26, w: w - 52, h: h - 52 }), ink, 2.6) +
    line(`M${n(left - 90)} ${n(floor)}H${n(left + width + 60)}`, ink, 1.6, 'stroke-dasharray="22 6 4 6"') +
    stood(design, { x, floor, width, hand: blueprint, coat }) +
    measure +
    note(millimetres(size), x - 36, floor + 140, ink) +
    moved(note(millimetres(heightOf(design, size)), 0, 0, ink), left - 78, floor - high / 2 + 40, 1, -90) +
    pointers(design, { x, floor, width }, ink, area) +
    block
  return { area, content, how: { en: 'a technical sheet with measures', it: 'scheda tecnica con le misure' } }
}
