import { mixed } from './colours.ts'
import { type Design, fitted, heightOf, stood } from './designs.ts'
import { between, count, disc, FORMATS, n, pick, type Random, rect, shape } from './drawing.ts'
import { fittedLetters } from './lettering.ts'

import type { Scene } from './product-stages.ts'

/** Large plain forms behind the product: sun, arch, steps. */
export function withForms(design: Design, random: Random): Scene {
  const tall = design.figure.floor > 800
  const area = tall ? FORMATS.portrait : pick(random, [FORMATS.square, FORMATS.landscape, FORMATS.portrait])
  const { w, h } = area
  const [a, b] = backdrop(design)
  const floor = h * 0.8
  const forms = pick(random, [
    disc(w * 0.5, h * 0.46, Math.min(w, h) * 0.38, a) + rect({ x: 0, y: h * 0.72, w, h: h * 0.28 }, b),
    shape(
      `M${n(w * 0.16)} ${n(h)}V${n(h * 0.44)}A${n(w * 0.34)} ${n(w * 0.34)} 0 0 1 ${n(w * 0.84)} ${n(h * 0.44)}V${n(h)}Z`,
      a,
    ) + disc(w * 0.8, h * 0.16, w * 0.08, b),
    shape(`M0 ${n(h)}L${n(w)} ${n(h * 0.3)}V${n(h)}Z`, a) + disc(w * 0.24, h * 0.26, w * 0.13, b),
    count(5)
      .map((i) => disc(w / 2, floor, w * (0.62 - i * 0.11), i % 2 ? design.ground : a))
      .join('') + rect({ x: 0, y: floor, w, h }, b),
    count(16)
      .map(
        (i) =>
          `<path d="M${n(w / 2)} ${n(h * 0.55)}L${n(w / 2 - w * 0.15)} ${n(-h)}L${n(w / 2 + w * 0.15)} ${n(-h)}Z" fill="${i % 2 ? a : design.ground}" transform="rotate(${i * 22.5} ${n(w / 2)} ${n(h * 0.55)})"/>`,
      )
      .join('') + disc(w / 2, h * 0.55, w * 0.3, b),
    rect({ x: 0, y: 0, w: w * 0.5, h }, a) + rect({ x: w * 0.5, y: h * 0.6, w: w * 0.5, h: h * 0.4 }, b),
  ])
  const width = fitted(design, w * 0.86, h * 0.66)
  const content =
    rect(area, design.ground) +
    forms +
    stood(design, { x: w / 2, floor: h * 0.83, width, flip: random() < 0.4, shadow: 'flat' })
  return { area, content, how: { en: 'in front of large plain shapes', it: 'davanti a grandi forme piene' } }
}

const WORDS = [
  'PASSO',
  'CORSO',
  'RITMO',
  'PIANO',
  'SOLE',
  'VIA',
  'NORD',
  'ZERO',
  'ALTO',
  'MOTO',
  'GIRO',
  'LUNA',
] as const

/** A word as tall as the wall, the product in front of it. */
export function withWord(design: Design, random: Random): Scene {
  const area = pick(random, [FORMATS.portrait, FORMATS.square])
  const { w, h } = area
  const [a, b] = backdrop(design)
  const word = pick(random, WORDS)
  const rows = pick(random, [1, 2, 3])
  const high = (h * 0.86) / rows
  const weight = Math.min(high * 0.16, (w / word.length) * 0.3)
  const face = { height: high - weight * 0.6, width: 10, weight, gap: weight * 0.45 }
  const lines = count(rows).map((row) =>
    fittedLetters(word, w * 0.06, h * 0.07 + row * high, w * 0.88, face, row % 2 ? b : a),
  )
  const width = fitted(design, w * 0.9, h * 0.58)
  const tall = heightOf(design, width)
  const content =
    rect(area, design.ground) +
    lines.join('') +
    stood(design, { x: w / 2, floor: h * 0.54 + tall / 2, width, turn: between(random, -14, 6), flip: random() < 0.5 })
  return {
    area,
    content,
    how: { en: `before the word ${word} in huge letters`, it: `davanti alla parola ${word} a lettere giganti` },
  }
}

/** Plinths and a ball, like a shop window. */
export function onPlinths(design: Design, random: Random): Scene {
  const area = pick(random, [FORMATS.square, FORMATS.portrait])
  const { w, h } = area
  const [a, b] = backdrop(design)
  const block = (x: number, y: number, bw: number, colour: string) => {
    const side = mixed(colour, design.coat.ink, 0.25)
    const top = mixed(colour, '#ffffff', 0.3)
    const d = bw * 0.16
    return (
      rect({ x, y, w: bw, h: h - y }, colour) +
      shape(`M${n(x + bw)} ${n(y)}l${n(d)} ${n(-d * 0.6)}V${n(h)}h${n(-d)}Z`, side) +
      shape(`M${n(x)} ${n(y)}l${n(d)} ${n(-d * 0.6)}h${n(bw)}l${n(-d)} ${n(d * 0.6)}Z`, top)
    )
  }
  const width = fitted(design, w * 0.66, h * 0.54)
  const floor = h * 0.76
  const content =
    rect(area, design.ground) +
    rect({ x: 0, y: h * 0.86, w, h: h * 0.14 }, mixed(design.ground, design.coat.ink, 0.12)) +
    block(w * 0.66, h * 0.46, w * 0.22, a) +
    disc(w * 0.79, h * 0.46 - w * 0.088, w * 0.085, b) +
    block(w * 0.12, floor, w * 0.66, b) +
    block(w * 0.04, h * 0.88, w * 0.2, a) +
    stood(design, { x: w * 0.48, floor: floor - w * 0.028, width, shadow: 'flat', flip: random() < 0.5 })
  return { area, content, how: { en: 'on a plinth', it: 'su un piedistallo' } }
}

/** Two colours that the product does not melt into. */
export function backdrop(design: Design): [string, string] {
  const { main } = design.coat.fills
  const free = design.palette.colours.filter((colour) => colour !== main && colour !== design.ground)
  return [free[0] ?? design.palette.ground, free[1] ?? mixed(design.ground, main, 0.3)]
}
