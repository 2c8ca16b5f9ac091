import { mixed } from './colours.ts'
import {
  areaPath,
  between,
  clipped,
  count,
  disc,
  group,
  line,
  moved,
  n,
  pick,
  type Random,
  rect,
  shape,
} from './drawing.ts'
import { fittedLetters } from './lettering.ts'
import { patternOf } from './patterns.ts'
import { PAGE, type Plate } from './poster-plates.ts'

const { w, h } = PAGE

/** A vase of cut-out leaves on a patterned cloth. */
export function bouquet({ word, inks, seed }: Plate, random: Random): string {
  const leaves = count(13).map((i) => {
    const turn = -78 + i * 13 + between(random, -6, 6)
    const long = between(random, 260, 430)
    const leaf = pick(random, [
      `M0 0C${n(long * 0.1)} ${n(-long * 0.3)} ${n(long * 0.14)} ${n(-long * 0.8)} 0 ${n(-long)}C${n(-long * 0.14)} ${n(-long * 0.8)} ${n(-long * 0.1)} ${n(-long * 0.3)} 0 0Z`,
      fern(long),
    ])
    const flower =
      i % 3 === 1
        ? moved(
            count(7)
              .map(
                (p) =>
                  `<ellipse cx="0" cy="-44" rx="20" ry="40" fill="${i % 2 ? inks.a : inks.paper}" transform="rotate(${n((p * 360) / 7)})"/>`,
              )
              .join('') + disc(0, 0, 22, inks.b),
            0,
            -long,
            1.15,
          )
        : ''
    return moved(
      shape(leaf, [inks.c, mixed(inks.c, inks.ink, 0.3), inks.b][i % 3] ?? inks.c) +
        (flower ? line(`M0 0L0 ${n(-long)}`, inks.ink, 6) : '') +
        flower,
      w / 2 + (i - 6) * 8,
      h * 0.66,
      1,
      turn,
    )
  })
  const table = { x: 0, y: h * 0.8, w, h: h * 0.2 }
  const cloth = clipped(
    areaPath(table),
    patternOf(seed * 5 + 1).draw(table, { ground: inks.paper, one: inks.a, two: inks.b, three: inks.ink }, 90, random),
  )
  const vase = pick(random, [
    'M-110 -170C-40 -190 40 -190 110 -170C90 -120 170 -40 150 80C140 170 90 200 0 200C-90 200 -140 170 -150 80C-170 -40 -90 -120 -110 -170Z',
    'M-70 -180L70 -180L60 -90C150 -50 170 60 140 150C120 190 80 200 0 200C-80 200 -120 190 -140 150C-170 60 -150 -50 -60 -90Z',
    'M-130 -160L130 -160L90 200L-90 200Z',
  ])
  const pot = moved(
    shape(vase, inks.a) +
      clipped(
        vase,
        count(4)
          .map((i) => rect({ x: -200, y: -60 + i * 66, w: 400, h: 26 }, i % 2 ? inks.b : inks.paper))
          .join(''),
      ),
    w / 2,
    h * 0.78,
    1,
  )
  return (
    rect(PAGE, mixed(inks.paper, inks.b, 0.25)) +
    group(leaves.join('')) +
    cloth +
    pot +
    fittedLetters(word, 60, 54, w - 120, { height: 84, width: 10, weight: 14, gap: 12 }, inks.ink)
  )
}

/** Algae and leaves as if cut with scissors, on squares of painted paper. */
export function cutOuts({ inks }: Plate, random: Random): string {
  const colours = [inks.a, inks.b, inks.c, inks.paper, mixed(inks.a, inks.paper, 0.5), inks.ink]
  const tiles = count(12).map((i) => {
    const at = { x: (i % 3) * 320, y: Math.floor(i / 3) * 300, w: 320, h: 300 }
    const ground = colours[(i * 2 + Math.floor(i / 3)) % 6] ?? inks.a
    const form = colours[(i * 2 + Math.floor(i / 3) + 1 + Math.floor(random() * 4)) % 6] ?? inks.b
    const cut =
      random() < 0.7
        ? shape(fern(230), form)
        : shape(
            'M0 -230C70 -230 60 -150 30 -130C90 -140 110 -60 40 -60C100 -40 70 30 0 10C-70 30 -100 -40 -40 -60C-110 -60 -90 -140 -30 -130C-60 -150 -70 -230 0 -230Z',
            form,
          )
    return rect({ ...at, w: 321, h: 301 }, ground) + moved(cut, at.x + 160, at.y + 262, 1, between(random, -14, 14))
  })
  return tiles.join('')
}

/** A frond whose lobes rise, as if cut in one go of the scissors. */
function fern(long: number): string {
  const u = long / 5
  const tip = (i: number) => 1.4 - i * 0.22
  const right = count(4).map((i) => {
    const y = -i * u
    const x = tip(i) * u
    return `C${n(u * 0.5)} ${n(y + u * 0.05)} ${n(x * 0.95)} ${n(y - u * 0.2)} ${n(x)} ${n(y - u * 1.2)}C${n(x * 0.75)} ${n(y - u * 0.8)} ${n(u * 0.45)} ${n(y - u * 0.75)} ${n(u * 0.16)} ${n(y - u)}`
  })
  const left = count(4).map((k) => {
    const y = -(3 - k) * u
    const x = tip(3 - k) * u
    return `C${n(-u * 0.45)} ${n(y - u * 0.75)} ${n(-x * 0.75)} ${n(y - u * 0.8)} ${n(-x)} ${n(y - u * 1.2)}C${n(-x * 0.95)} ${n(y - u * 0.2)} ${n(-u * 0.5)} ${n(y + u * 0.05)} ${n(-u * 0.16)} ${n(y)}`
  })
  return `M${n(u * 0.16)} 0${right.join('')}L0 ${n(-long)}L${n(-u * 0.16)} ${n(-4 * u)}${left.join('')}Z`
}
