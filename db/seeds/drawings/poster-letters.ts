import { apart, mixed } from './colours.ts'
import {
  areaPath,
  between,
  clipped,
  count,
  disc,
  line,
  n,
  pick,
  type Random,
  rect,
  type Some,
  shape,
} from './drawing.ts'
import { fittedLetters, letters } from './lettering.ts'
import { patternOf } from './patterns.ts'
import { PAGE, type Plate } from './poster-plates.ts'

const { w, h } = PAGE

/** Shares of the page that the rows of a tower take. */
const ROWS: Some<number[]> = [
  [0.34, 0.12, 0.22, 0.32],
  [0.1, 0.16, 0.26, 0.48],
  [0.5, 0.25, 0.15, 0.1],
  [0.25, 0.25, 0.25, 0.25],
]

/** Rows of one word, each row another weight, on bands of colour. */
export function wordTower({ word, inks }: Plate, random: Random): string {
  const heights = pick(random, ROWS)
  const colours = [inks.a, inks.b, inks.paper, inks.c]
  let y = 0
  return heights
    .map((share, i) => {
      const high = share * h
      const weight = Math.min(high * between(random, 0.1, 0.22), (w / word.length) * 0.36)
      const face = { height: high * 0.8, width: 10, weight, gap: weight * 0.5 }
      const band = rect({ x: 0, y, w, h: high + 1 }, colours[i] ?? inks.a)
      const row = fittedLetters(word, 50, y + high * 0.1, w - 100, face, colours[(i + 2) % 4] ?? inks.ink)
      y += high
      return band + row
    })
    .join('')
}

/** One giant letter that leaves the page, filled with a cloth. */
export function oneLetter({ word, inks, seed }: Plate, random: Random): string {
  const letter = word.charAt(0)
  const weight = between(random, 150, 230)
  const face = { height: 1120, width: 560, weight, gap: 0, round: random() < 0.4 }
  const under = letters(letter, 150, 60, face, inks.ink)
  const over = letters(letter, 110, 30, face, inks.a)
  const cloth = patternOf(seed * 3 + 4).draw(
    { x: 0, y: 0, w, h: h * 0.5 },
    { ground: inks.c, one: inks.b, two: inks.paper, three: inks.a },
    96,
    random,
  )
  return (
    rect(PAGE, inks.paper) +
    clipped(areaPath({ x: 0, y: 0, w, h: h * 0.42 }), cloth) +
    under +
    over +
    rect({ x: 0, y: h - 120, w, h: 120 }, inks.b) +
    smallTitle(word, 60, h - 82, apart(inks.b, inks.ink) > 150 ? inks.ink : inks.paper)
  )
}

/** Letters thrown over the page like dice. */
export function tumbling({ word, inks }: Plate, random: Random): string {
  const colours = [inks.a, inks.c, inks.b, inks.ink]
  const columns = 2
  const rows = Math.ceil(word.length / columns)
  const cellW = w / columns
  const cellH = (h - 150) / rows
  const blocks = [...word].map((letter, i) => {
    const last = i === word.length - 1 && word.length % 2 === 1
    const x = last ? 0 : (i % columns) * cellW
    const y = Math.floor(i / columns) * cellH
    const wide = last ? w : cellW
    const weight = Math.min(cellH, cellW) * 0.2
    const size = { height: cellH * 0.72, width: Math.min(wide * 0.5, cellH * 0.6), weight, gap: 0 }
    const turn = between(random, -16, 16)
    const ground = colours[i % 4] ?? inks.a
    const colour = apart(ground, inks.paper) > 130 ? inks.paper : inks.ink
    const face = letters(
      letter,
      x + wide / 2 - size.width / 2 - weight / 2,
      y + cellH * 0.14,
      letter === 'I' ? { ...size, width: 0 } : size,
      colour,
    )
    return (
      rect({ x, y, w: wide + 1, h: cellH + 1 }, ground) +
      (i % 3 === 1 ? disc(x + wide / 2, y + cellH / 2, cellH * 0.44, colours[(i + 1) % 4] ?? inks.b) : '') +
      `<g transform="rotate(${n(turn)} ${n(x + wide / 2)} ${n(y + cellH / 2)})">${face}</g>`
    )
  })
  return rect(PAGE, inks.paper) + blocks.join('') + smallTitle(word, 50, h - 104, inks.ink)
}

/** Concentric arcs, quarter by quarter. */
export function arcs({ word, inks }: Plate, random: Random): string {
  const colours = [inks.a, inks.b, inks.c, inks.ink, inks.paper]
  const side = w / 3
  const tiles = count(9).map((i) => {
    const x = (i % 3) * side
    const y = Math.floor(i / 3) * side
    const first = Math.floor(random() * 5)
    const corner = Math.floor(random() * 4)
    const [cx, cy] = [
      [x, y],
      [x + side, y],
      [x + side, y + side],
      [x, y + side],
    ][corner] ?? [x, y]
    const rings = count(5).map((ring) =>
      disc(cx ?? x, cy ?? y, side * (1 - ring * 0.2), colours[(first + ring + 1) % 5] ?? inks.a),
    )
    return clipped(
      areaPath({ x, y, w: side, h: side }),
      rect({ x, y, w: side, h: side }, colours[first] ?? inks.b) + rings.join(''),
    )
  })
  return (
    rect(PAGE, inks.paper) +
    tiles.join('') +
    fittedLetters(
      word,
      50,
      side * 3 + 46,
      w - 100,
      { height: h - side * 3 - 92, width: 10, weight: 30, gap: 16 },
      inks.ink,
    )
  )
}

/** A raster of discs that swells along a diagonal, a block across it. */
export function raster({ word, inks }: Plate, random: Random): string {
  const tilt = between(random, 0.4, 1.6)
  const spots = count(17 * 14).map((i) => {
    const [column, row] = [i % 14, Math.floor(i / 14)]
    const swell = (Math.sin(column * 0.42 + row * 0.3 * tilt) + 1) / 2
    return disc(40 + column * 68, 40 + row * 68, 4 + swell * 29, (column + row) % 9 === 4 ? inks.b : inks.a)
  })
  const block = shape(`M0 ${n(h * 0.62)}L${n(w)} ${n(h * 0.5)}V${n(h * 0.76)}L0 ${n(h * 0.88)}Z`, inks.ink)
  const title = `<g transform="rotate(-7.1 ${n(w / 2)} ${n(h * 0.69)})">${fittedLetters(word, 80, h * 0.64, w - 160, { height: h * 0.11, width: 10, weight: 24, gap: 14 }, inks.paper)}</g>`
  return rect(PAGE, inks.paper) + spots.join('') + block + title
}

/** Discs and bars that balance, in the manner of a school of the twenties. */
export function balance({ word, inks }: Plate, random: Random): string {
  const lean = between(random, -28, 28)
  const big =
    disc(w * 0.46, h * 0.4, w * 0.34, inks.a) +
    clipped(`M0 0H${w * 0.46}V${h}H0Z`, disc(w * 0.46, h * 0.4, w * 0.34, mixed(inks.a, inks.ink, 0.35)))
  const bars = count(6).map((i) =>
    rect({ x: w * 0.62 + i * 46, y: h * 0.12 + i * 52, w: 22, h: h * 0.56 }, i % 2 ? inks.ink : inks.b),
  )
  const cross =
    rect({ x: -100, y: h * 0.46, w: w + 200, h: 40 }, inks.ink) +
    rect({ x: w * 0.2, y: h * 0.5, w: w * 0.5, h: 100 }, inks.c) +
    disc(w * 0.78, h * 0.24, 84, inks.c) +
    disc(w * 0.78, h * 0.24, 38, inks.ink)
  const rings = count(4).map((i) =>
    line(
      `M${n(w * 0.16 - i * 26)} ${n(h * 0.78)}a${n(120 + i * 26)} ${n(120 + i * 26)} 0 0 1 ${n(240 + i * 52)} 0`,
      inks.ink,
      9,
    ),
  )
  return (
    rect(PAGE, inks.paper) +
    `<g transform="rotate(${n(lean)} ${n(w / 2)} ${n(h * 0.42)})">${big}${bars.join('')}${cross}</g>` +
    rings.join('') +
    fittedLetters(word, 60, h * 0.86, w - 120, { height: 110, width: 10, weight: 22, gap: 14 }, inks.ink)
  )
}

export function smallTitle(word: string, x: number, y: number, colour: string): string {
  const face = { height: 44, width: 26, weight: 9, gap: 9 }
  return (
    letters(word, x, y, face, colour) +
    letters('12.06 - 03.09', w - 250, y + 12, { height: 24, width: 11, weight: 3.6, gap: 5 }, colour)
  )
}
