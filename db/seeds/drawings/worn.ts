import { backdrop } from './backdrops.ts'
import { mixed } from './colours.ts'
import { type Design, fitted, heightOf, stood } from './designs.ts'
import {
  areaPath,
  between,
  clipped,
  count,
  disc,
  FORMATS,
  line,
  n,
  pick,
  type Random,
  randomFrom,
  rect,
  shape,
} from './drawing.ts'
import { patternOf } from './patterns.ts'
import { alone, type Scene } from './product-stages.ts'

const SKINS = ['#5b3a29', '#8d5a3b', '#c68a5f', '#e8b995', '#f3d3bd', '#3d2620'] as const

/** On two walking legs, cut at the knee: skin or trousers, a striped sock. */
export function worn(design: Design, random: Random): Scene {
  const { ankle } = design.figure
  if (!ankle) return alone(design, random)
  const area = FORMATS.portrait
  const { w, h } = area
  const skin = pick(random, SKINS)
  const trousers = random() < 0.5
  const [a, b] = backdrop(design)
  const width = w * 0.62
  const scale = width / design.figure.width
  const leg = (at: { x: number; floor: number; turn: number }) => {
    const left = at.x - width / 2 + ankle.x * scale
    const top = at.floor - (design.figure.floor - ankle.y - 30) * scale
    const r = (ankle.width * scale) / 2
    const calf = `M${n(left - r * 0.72)} ${n(top + 30)}C${n(left - r * 0.7)} ${n(top - 190)} ${n(left - r * 1.5)} ${n(top - 330)} ${n(left - r * 1.1)} ${n(top - 760)}H${n(left + r * 1.25)}C${n(left + r * 1.2)} ${n(top - 360)} ${n(left + r * 0.75)} ${n(top - 190)} ${n(left + r * 0.8)} ${n(top + 30)}Z`
    const sockTop = top - between(random, 90, 190)
    const stripes = count(5).map((i) => rect({ x: left - 160, y: sockTop + 16 + i * 34, w: 320, h: 14 }, b))
    const sock = clipped(calf, rect({ x: left - 160, y: sockTop, w: 320, h: 500 }, a) + stripes.join(''))
    const hem = top - 150
    const cloth = { x: left - 200, y: hem - 800, w: 420, h: 800 }
    const leggings = `M${n(left - r * 1.5)} ${n(hem)}L${n(left - r * 2)} ${n(hem - 800)}H${n(left + r * 2.1)}L${n(left + r * 1.6)} ${n(hem + 14)}Z`
    const print = patternOf(design.patternIndex + 5).draw(
      cloth,
      { ground: b, one: design.palette.ground, two: a, three: design.coat.ink },
      110,
      randomFrom('leg', design.seed),
    )
    const clothes = trousers ? clipped(leggings, print) + line(leggings, design.coat.ink, 4, 'stroke-opacity=".5"') : ''
    const whole = shape(calf, skin) + sock + clothes + stood(design, { x: at.x, floor: at.floor, width })
    return `<g transform="rotate(${at.turn} ${n(at.x)} ${n(at.floor)})">${whole}</g>`
  }
  const floor = h * 0.9
  const ground =
    rect(area, design.ground) + rect({ x: 0, y: floor - 40, w, h: 400 }, mixed(design.ground, design.coat.ink, 0.1))
  const far = leg({ x: w * 0.66, floor: floor - 44, turn: 0 })
  const content = ground + far + leg({ x: w * 0.42, floor, turn: 0 })
  return {
    area,
    content: clipped(areaPath(area), content),
    how: { en: 'worn by someone walking', it: 'ai piedi di chi cammina' },
  }
}

/** A bag on a peg: wall, panelling, a scarf or a hat for company. */
export function onHook(design: Design, random: Random): Scene {
  const area = FORMATS.portrait
  const { w, h } = area
  const [a, b] = backdrop(design)
  const wall = mixed(design.ground, a, 0.12)
  const boards = count(9).map((i) => `M${n((i * w) / 8)} ${n(h * 0.62)}V${n(h)}`)
  const panelling =
    rect({ x: 0, y: h * 0.62, w, h: h * 0.38 }, b) +
    line(boards.join(''), design.coat.ink, 3, 'stroke-opacity=".3"') +
    rect({ x: 0, y: h * 0.6, w, h: h * 0.025 }, mixed(b, design.coat.ink, 0.25))
  const rail = rect({ x: w * 0.06, y: h * 0.13, w: w * 0.88, h: h * 0.04 }, mixed(b, '#ffffff', 0.2))
  const pegs = [0.16, 0.5, 0.84].map((at) => disc(w * at, h * 0.15, w * 0.026, design.coat.ink))
  const scarf = shape(
    `M${n(w * 0.13)} ${n(h * 0.15)}C${n(w * 0.06)} ${n(h * 0.3)} ${n(w * 0.1)} ${n(h * 0.5)} ${n(w * 0.08)} ${n(h * 0.66)}H${n(w * 0.22)}C${n(w * 0.2)} ${n(h * 0.5)} ${n(w * 0.24)} ${n(h * 0.3)} ${n(w * 0.19)} ${n(h * 0.15)}Z`,
    a,
  )
  const fringe = count(8).map((i) => `M${n(w * (0.088 + i * 0.018))} ${n(h * 0.66)}v${n(h * 0.03)}`)
  const hat =
    random() < 0.6
      ? shape(
          `M${n(w * 0.72)} ${n(h * 0.19)}C${n(w * 0.76)} ${n(h * 0.1)} ${n(w * 0.92)} ${n(h * 0.1)} ${n(w * 0.95)} ${n(h * 0.19)}C${n(w * 1)} ${n(h * 0.2)} ${n(w * 1)} ${n(h * 0.225)} ${n(w * 0.97)} ${n(h * 0.225)}H${n(w * 0.7)}C${n(w * 0.67)} ${n(h * 0.225)} ${n(w * 0.68)} ${n(h * 0.2)} ${n(w * 0.72)} ${n(h * 0.19)}Z`,
          a,
        )
      : ''
  const width = fitted(design, w * 0.8, h * 0.76)
  const bag = stood(design, { x: w * 0.5, floor: h * 0.142 + heightOf(design, width), width })
  const content = rect(area, wall) + panelling + rail + pegs.join('') + scarf + line(fringe.join(''), a, 8) + hat + bag
  return { area, content, how: { en: 'hanging from a peg', it: 'su un gancio' } }
}
