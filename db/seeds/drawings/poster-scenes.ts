import { mixed } from './colours.ts'
import { areaPath, between, clipped, count, disc, line, moved, n, type Random, rect, shape } from './drawing.ts'
import { fittedLetters } from './lettering.ts'
import { PAGE, type Plate } from './poster-plates.ts'

const { w, h } = PAGE

/** Hills one behind the other, ploughed, with cypresses and a low sun. */
export function hills({ word, inks }: Plate, random: Random): string {
  const sun = disc(w * between(random, 0.25, 0.75), h * 0.3, between(random, 90, 170), inks.b)
  const layers = count(5).map((i) => {
    const y = h * (0.38 + i * 0.11)
    const sway = between(random, -70, 70)
    const ridge = `M-10 ${n(y + sway)}C${n(w * 0.25)} ${n(y - 110 - sway)} ${n(w * 0.4)} ${n(y + 90 + sway)} ${n(w * 0.62)} ${n(y - 30)}C${n(w * 0.8)} ${n(y - 120)} ${n(w * 0.9)} ${n(y + sway)} ${w + 10} ${n(y - sway)}`
    const hill = `${ridge}V${h + 10}H-10Z`
    const colour = mixed(i % 2 ? inks.a : inks.c, inks.ink, i * 0.1)
    const furrows = count(13).map(
      (f) => `M${n(w / 2 + (f - 6) * 26)} ${n(y - 60)}L${n(w / 2 + (f - 6) * 260)} ${n(y + 460)}`,
    )
    const ploughed = i % 2 ? clipped(hill, line(furrows.join(''), mixed(colour, inks.paper, 0.35), 7)) : ''
    const trees =
      i === 2 || i === 1
        ? count(4)
            .map((t) =>
              cypress(w * (0.1 + t * 0.26 + random() * 0.1), y + 46, 60 + i * 44, mixed(inks.ink, inks.c, 0.15)),
            )
            .join('')
        : ''
    return shape(hill, colour) + ploughed + trees
  })
  return (
    rect(PAGE, inks.paper) +
    sun +
    layers.join('') +
    fittedLetters(word, 60, 60, w - 120, { height: 120, width: 10, weight: 20, gap: 14 }, inks.ink)
  )
}

function cypress(x: number, floor: number, high: number, colour: string): string {
  return shape(
    `M${n(x)} ${n(floor - high)}C${n(x + high * 0.2)} ${n(floor - high * 0.6)} ${n(x + high * 0.2)} ${n(floor - high * 0.1)} ${n(x + 6)} ${n(floor)}H${n(x - 6)}C${n(x - high * 0.2)} ${n(floor - high * 0.1)} ${n(x - high * 0.2)} ${n(floor - high * 0.6)} ${n(x)} ${n(floor - high)}Z`,
    colour,
  )
}

/** Sea, sun in stripes, a sail or two. */
export function seaside({ word, inks }: Plate, random: Random): string {
  const level = h * 0.56
  const r = between(random, 200, 270)
  const bands = count(9).map((i) => rect({ x: 0, y: level - i * r * 0.13 - 6, w, h: 4 + (9 - i) * 1.6 }, inks.paper))
  const sun = clipped(areaPath({ x: 0, y: 0, w, h: level }), disc(w / 2, level - r * 0.3, r, inks.a) + bands.join(''))
  const waves = count(12).map((i) => {
    const y = level + 30 + i * 44
    const long = 60 + i * 16
    const crests = count(w / long + 2).map(() => `q${n(long / 4)} ${n(-10 - i * 2)} ${n(long / 2)} 0t${n(long / 2)} 0`)
    return line(
      `M${n(-long * random())} ${n(y)}${crests.join('')}`,
      i % 3 ? mixed(inks.b, inks.paper, 0.45) : inks.paper,
      3 + i * 1.1,
    )
  })
  const sail = (x: number, y: number, s: number) =>
    moved(
      shape('M0 0L0 -150C60 -100 80 -50 84 -14L0 -14Z', inks.paper) +
        shape('M-10 -16L-10 -120C-40 -80 -60 -44 -64 -16Z', inks.c) +
        shape('M-80 0L96 0C86 24 70 34 50 34L-46 34C-64 34 -74 20 -80 0Z', inks.ink),
      x,
      y,
      s,
    )
  return (
    rect(PAGE, inks.paper) +
    sun +
    rect({ x: 0, y: level, w, h: h - level }, inks.b) +
    waves.join('') +
    sail(w * between(random, 0.2, 0.5), level + 130, 1.5) +
    sail(w * 0.8, level + 40, 0.6) +
    fittedLetters(word, 60, 70, w - 120, { height: 130, width: 10, weight: 26, gap: 16 }, inks.ink)
  )
}

/** Roofs and lit windows. */
export function city({ word, inks, seed }: Plate, random: Random): string {
  const night = mixed(inks.ink, inks.b, 0.12)
  const rows = count(3).flatMap((row) => {
    let x = -40
    const houses: string[] = []
    while (x < w) {
      const wide = between(random, 110, 210)
      const top = h * (0.34 + row * 0.17) - between(random, 0, 170)
      const colour = [inks.a, inks.b, inks.c, mixed(inks.a, inks.ink, 0.4)][Math.floor(random() * 4)] ?? inks.a
      const roof =
        random() < 0.4
          ? shape(
              `M${n(x - 8)} ${n(top + 1)}L${n(x + wide / 2)} ${n(top - 70)}L${n(x + wide + 8)} ${n(top + 1)}Z`,
              mixed(colour, inks.ink, 0.3),
            )
          : rect({ x: x + wide * 0.6, y: top - 46, w: 26, h: 48 }, colour)
      const windows = count(24).map((i) =>
        rect(
          {
            x: x + 20 + (i % 3) * ((wide - 30) / 3),
            y: top + 30 + Math.floor(i / 3) * 74,
            w: (wide - 70) / 3.4,
            h: 44,
          },
          random() < 0.4 ? inks.paper : mixed(colour, inks.ink, 0.55),
        ),
      )
      houses.push(rect({ x, y: top, w: wide, h: h - top }, colour) + roof + windows.join(''))
      x += wide + 6
    }
    return houses
  })
  const moon = disc(w * 0.74, h * 0.16, 84, inks.paper) + (seed % 2 ? disc(w * 0.7, h * 0.145, 76, night) : '')
  return (
    rect(PAGE, night) +
    moon +
    rows.join('') +
    rect({ x: 0, y: h - 150, w, h: 150 }, inks.paper) +
    fittedLetters(word, 50, h - 116, w - 100, { height: 84, width: 10, weight: 18, gap: 12 }, inks.ink)
  )
}
