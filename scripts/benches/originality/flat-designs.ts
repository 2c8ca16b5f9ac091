import {
  between,
  clipped,
  count,
  disc,
  n,
  nth,
  pick,
  type Random,
  rect,
  type Some,
  shape,
} from '#db/seeds/drawings/drawing.ts'
import { PALETTES } from '#db/seeds/drawings/palettes.ts'

/** What makes perceptual hashes raise false alarms: much white, few forms, regular patterns, and one template for everybody. */

const SIDE = 800
const SHEET = { x: 0, y: 0, w: SIDE, h: SIDE }

/** A mark in the middle of white. */
export function logo(random: Random): string {
  const { ink, colours } = nth(PALETTES, Math.floor(random() * 1000))
  const forms = count(between(random, 2, 6)).map(() =>
    form(random, between(random, 40, 120), pick(random, [ink, ...colours])),
  )
  const moved = forms.map((drawn) =>
    at(drawn, SIDE / 2 + between(random, -90, 90), SIDE / 2 + between(random, -90, 90)),
  )
  return sheet('#ffffff', moved.join('') + letters(random, ink, { x: SIDE / 2, y: SIDE * 0.76, size: 60 }))
}

/** A pencil on white: a few long strokes. */
export function lineDrawing(random: Random): string {
  const weight = between(random, 2, 6)
  const strokes = count(between(random, 5, 14)).map(() => {
    const point = () => `${n(between(random, 60, 740))} ${n(between(random, 60, 740))}`
    const bends = count(between(random, 1, 4)).map(() => `S${point()} ${point()}`)
    return `<path d="M${point()}C${point()} ${point()} ${point()}${bends.join('')}" fill="none" stroke="#222" stroke-width="${n(weight)}"/>`
  })
  return sheet('#ffffff', strokes.join(''))
}

export function stripes(random: Random): string {
  const { ground, colours } = nth(PALETTES, Math.floor(random() * 1000))
  const inks = count(between(random, 2, 5)).map(() => ({ ink: pick(random, colours), wide: between(random, 10, 70) }))
  const gap = between(random, 8, 60)
  let x = -SIDE
  const bars: string[] = []
  for (let index = 0; x < 2 * SIDE; index++) {
    const bar = inks[index % inks.length]
    if (!bar) break
    bars.push(rect({ x, y: -SIDE, w: bar.wide, h: 3 * SIDE }, bar.ink))
    x += bar.wide + gap
  }
  return sheet(ground, `<g transform="rotate(${n(between(random, 0, 180))} 400 400)">${bars.join('')}</g>`)
}

export function dots(random: Random): string {
  const { ground, colours } = nth(PALETTES, Math.floor(random() * 1000))
  const step = between(random, 40, 140)
  const radius = step * between(random, 0.15, 0.45)
  const shift = pick(random, [0, 0.5])
  const rows = count((2 * SIDE) / step).flatMap((row) =>
    count((2 * SIDE) / step).map((column) =>
      disc((column + shift * (row % 2)) * step - SIDE / 2, row * step - SIDE / 2, radius, nth(colours, row + column)),
    ),
  )
  return sheet(ground, `<g transform="rotate(${n(between(random, 0, 45))} 400 400)">${rows.join('')}</g>`)
}

/** Large forms in the same few colours on the same ground. */
export function paletteSheet(palette: number, random: Random): string {
  const { ground, colours } = nth(PALETTES, palette)
  const forms = count(between(random, 4, 9)).map(() =>
    at(
      form(random, between(random, 60, 260), pick(random, colours)),
      between(random, 80, 720),
      between(random, 80, 720),
    ),
  )
  return sheet(ground, forms.join(''))
}

const TEMPLATES: Some<{ body: string; print: string }> = [
  {
    body: 'M220 130L320 90C350 140 450 140 480 90L580 130L710 280L610 350L570 300V720H230V300L190 350L90 280Z',
    print: 'M290 260H510V560H290Z',
  },
  {
    body: 'M60 560C60 480 150 470 220 440C300 400 330 330 380 300C430 330 500 330 540 290C570 380 640 400 700 430C750 455 750 520 740 600H60Z',
    print: 'M240 450C320 410 350 370 390 345C450 370 500 370 530 345C550 410 620 440 690 460V560H240Z',
  },
  {
    body: 'M300 60H500Q540 60 540 100V700Q540 740 500 740H300Q260 740 260 700V100Q260 60 300 60Z',
    print: 'M275 80H525V720H275Z',
  },
  {
    body: 'M150 300H650L690 740H110ZM280 300C280 100 520 100 520 300H480C480 150 320 150 320 300Z',
    print: 'M240 400H560V640H240Z',
  },
]

/** The brand's own mock-up, on which each designer lays a print: the honest near match. */
export function templateWithPrint(template: number, random: Random): string {
  const { body, print } = nth(TEMPLATES, template)
  const { ground, colours } = nth(PALETTES, Math.floor(random() * 1000))
  const forms = count(between(random, 5, 12)).map(() =>
    at(
      form(random, between(random, 25, 110), pick(random, colours)),
      between(random, 250, 550),
      between(random, 280, 680),
    ),
  )
  const outline = shape(body, '#f4f4f2', 'stroke="#555" stroke-width="5"')
  return sheet('#ffffff', outline + clipped(print, rect(SHEET, ground) + forms.join('')))
}

/** Around the origin, of about this radius. */
function form(random: Random, radius: number, ink: string): string {
  const turn = `transform="rotate(${n(between(random, 0, 360))})"`
  const kind = Math.floor(random() * 5)
  if (kind === 0) return disc(0, 0, radius, ink)
  if (kind === 1) return rect({ x: -radius, y: -radius / 2, w: 2 * radius, h: radius }, ink, turn)
  if (kind === 2) return disc(0, 0, radius * 0.8, 'none', `stroke="${ink}" stroke-width="${n(radius * 0.3)}"`)
  const corners = kind === 3 ? 3 : Math.floor(between(random, 4, 9))
  const points = count(corners).map((corner) => {
    const angle = (corner / corners) * 2 * Math.PI
    const reach = radius * between(random, 0.6, 1)
    return `${n(Math.cos(angle) * reach)} ${n(Math.sin(angle) * reach)}`
  })
  return shape(`M${points.join('L')}Z`, ink, turn)
}

/** A word of upright bars and bows, which needs no font. */
function letters(random: Random, ink: string, { x, y, size }: { x: number; y: number; size: number }): string {
  const word = count(between(random, 4, 9))
  return word
    .map((place) => {
      const left = x + (place - word.length / 2) * size * 0.75
      const bow = disc(
        left + size * 0.3,
        y + size * between(random, 0.2, 0.8),
        size * 0.22,
        'none',
        `stroke="${ink}" stroke-width="9"`,
      )
      return rect({ x: left, y, w: 10, h: size }, ink) + (random() < 0.7 ? bow : '')
    })
    .join('')
}

function at(content: string, x: number, y: number): string {
  return `<g transform="translate(${n(x)} ${n(y)})">${content}</g>`
}

function sheet(ground: string, content: string): string {
  const size = `width="${SIDE}" height="${SIDE}" viewBox="0 0 ${SIDE} ${SIDE}"`
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size}>${rect(SHEET, ground)}${content}</svg>`
}
