import { type Area, between, count, disc, line, moved, n, type Random, rect, shape } from './drawing.ts'
import type { Dye } from './patterns.ts'
import { cells } from './ruled-patterns.ts'

function scattered(area: Area, step: number, random: Random, draw: (index: number) => string): string {
  return cells({ ...area, x: area.x - step / 4, y: area.y - step / 4 }, step)
    .map(({ x, y, column, row }) => {
      const away = () => between(random, -0.16, 0.16) * step
      return moved(draw(column + row * 3), x + (row % 2) * step * 0.5 + away(), y + away(), 1, between(random, 0, 360))
    })
    .join('')
}

export function botanical(area: Area, dye: Dye, unit: number, random: Random): string {
  const u = unit * 0.62
  const leaf = `M0 0C${n(u * 0.1)} ${n(-u * 0.18)} ${n(u * 0.36)} ${n(-u * 0.22)} ${n(u * 0.5)} ${n(-u * 0.08)}C${n(u * 0.36)} ${n(u * 0.1)} ${n(u * 0.16)} ${n(u * 0.1)} 0 0Z`
  const sprig = (index: number) => {
    const fill = [dye.one, dye.one, dye.two][index % 3] ?? dye.one
    const pairs = count(4).map((i) =>
      [-38, 218].map((turn) => moved(shape(leaf, fill), 0, (i - 2) * u * 0.3, 1 - i * -0.08, turn)).join(''),
    )
    const stem = line(`M0 ${n(u * 0.75)}L0 ${n(-u * 0.6)}`, fill, u * 0.06)
    return (
      stem + pairs.join('') + moved(shape(leaf, fill), 0, -u * 0.55, 0.8, -85) + disc(0, u * 0.82, u * 0.09, dye.three)
    )
  }
  return rect(area, dye.ground) + scattered(area, u * 1.75, random, sprig)
}

export function waves(area: Area, dye: Dye, unit: number, random: Random): string {
  const rise = unit * between(random, 0.2, 0.34)
  const step = unit * 0.42
  const rows = count(area.h / step + 3).map((row) => {
    const y = area.y + (row - 1) * step
    const x = area.x - unit - (row % 2) * unit * 0.25
    const crests = count(area.w / unit + 3).map(() => `q${n(unit / 4)} ${n(-rise)} ${n(unit / 2)} 0t${n(unit / 2)} 0`)
    return line(
      `M${n(x)} ${n(y)}${crests.join('')}`,
      [dye.one, dye.two, dye.one, dye.three][row % 4] ?? dye.one,
      step * 0.42,
    )
  })
  return rect(area, dye.ground) + rows.join('')
}

export function leopard(area: Area, dye: Dye, unit: number, random: Random): string {
  const u = unit * 0.3
  const spot = () => {
    const blot = (a: number, b: number) =>
      `M${n(-u * 0.7)} ${n(a)}C${n(-u * 0.5)} ${n(-u + a)} ${n(u * 0.4)} ${n(-u + b)} ${n(u * 0.6)} ${n(-u * 0.2)}`
    const under = `M${n(-u * 0.5)} ${n(u * 0.5)}C${n(-u * 0.1)} ${n(u * 0.95)} ${n(u * 0.4)} ${n(u * 0.8)} ${n(u * 0.62)} ${n(u * 0.4)}`
    const round = 'stroke-linecap="round"'
    return (
      disc(0, 0, u * 0.55, dye.two) +
      line(blot(between(random, -4, 4), between(random, -5, 5)), dye.one, u * 0.42, round) +
      line(under, dye.one, u * 0.38, round)
    )
  }
  return rect(area, dye.ground) + scattered(area, u * 2.15, random, spot)
}

export function daisies(area: Area, dye: Dye, unit: number, random: Random): string {
  const u = unit * 0.5
  const daisy = (index: number) => {
    const size = index % 3 === 0 ? 1 : 0.7
    const fill = index % 4 === 1 ? dye.two : dye.one
    const petals = count(8).map(
      (i) =>
        `<ellipse cx="0" cy="${n(-u * 0.44)}" rx="${n(u * 0.16)}" ry="${n(u * 0.3)}" fill="${fill}" transform="rotate(${i * 45})"/>`,
    )
    return moved(petals.join('') + disc(0, 0, u * 0.2, dye.three), 0, 0, size)
  }
  return rect(area, dye.ground) + scattered(area, u * 1.7, random, daisy)
}

export function lemons(area: Area, dye: Dye, unit: number, random: Random): string {
  const u = unit * 0.5
  const lemon = `M${n(-u * 0.72)} 0C${n(-u * 0.6)} ${n(-u * 0.1)} ${n(-u * 0.5)} ${n(-u * 0.46)} 0 ${n(-u * 0.46)}C${n(u * 0.45)} ${n(-u * 0.46)} ${n(u * 0.52)} ${n(-u * 0.12)} ${n(u * 0.68)} 0C${n(u * 0.52)} ${n(u * 0.12)} ${n(u * 0.45)} ${n(u * 0.46)} 0 ${n(u * 0.46)}C${n(-u * 0.5)} ${n(u * 0.46)} ${n(-u * 0.6)} ${n(u * 0.1)} ${n(-u * 0.72)} 0Z`
  const leaf = `M${n(-u * 0.7)} 0C${n(-u * 0.8)} ${n(-u * 0.5)} ${n(-u * 0.4)} ${n(-u * 0.8)} ${n(u * 0.1)} ${n(-u * 0.75)}C${n(u * 0.05)} ${n(-u * 0.4)} ${n(-u * 0.3)} ${n(-u * 0.1)} ${n(-u * 0.7)} 0Z`
  const fruit = (index: number) => {
    if (index % 4 === 2) return disc(0, 0, u * 0.13, dye.three) + disc(u * 0.3, u * 0.2, u * 0.09, dye.three)
    return (
      shape(leaf, dye.two) +
      shape(lemon, dye.one) +
      line(
        `M${n(-u * 0.3)} ${n(-u * 0.22)}Q0 ${n(-u * 0.36)} ${n(u * 0.25)} ${n(-u * 0.24)}`,
        dye.ground,
        u * 0.07,
        'stroke-linecap="round"',
      )
    )
  }
  return rect(area, dye.ground) + scattered(area, u * 1.7, random, fruit)
}

/** Combed marbled paper: nested wandering lines of the same family. */
export function marbling(area: Area, dye: Dye, unit: number, random: Random): string {
  const phase = between(random, 0, 6)
  const turns = between(random, 1.2, 2.2)
  const fills = [dye.one, dye.ground, dye.two, dye.one, dye.three, dye.ground]
  const step = unit * 0.26
  const rows = count(area.h / step + 14).map((row) => {
    const y = area.y + (row - 7) * step
    const points = count(area.w / unit / 0.4 + 3).map((i) => {
      const x = i * unit * 0.4
      const drift =
        Math.sin((x / area.w) * 6.283 * turns + phase + row * 0.05) * unit * 0.8 +
        Math.sin(x / unit + row * 0.32) * unit * 0.34
      return `${n(area.x + x)} ${n(y + drift)}`
    })
    const [first, ...rest] = points
    const smooth = rest.map((point, i) => (i % 2 === 0 && rest[i + 1] ? `Q${point} ${rest[i + 1]}` : ''))
    return line(`M${first}${smooth.join('')}`, fills[row % 6] ?? dye.one, step * (row % 3 === 0 ? 1.15 : 0.75))
  })
  return rect(area, dye.ground) + rows.join('')
}

export function squiggles(area: Area, dye: Dye, unit: number, random: Random): string {
  const u = unit * 0.42
  const worm = `M${n(-u)} 0q${n(u * 0.25)} ${n(-u * 0.6)} ${n(u * 0.5)} 0t${n(u * 0.5)} 0t${n(u * 0.5)} 0t${n(u * 0.5)} 0`
  const mark = (index: number) => {
    const fill = [dye.one, dye.two, dye.three][index % 3] ?? dye.one
    if (index % 5 === 3)
      return line(`M${n(-u * 0.4)} ${n(u * 0.3)}L0 ${n(-u * 0.4)}L${n(u * 0.4)} ${n(u * 0.3)}Z`, fill, u * 0.17)
    if (index % 5 === 1) return disc(0, 0, u * 0.26, fill)
    return line(worm, fill, u * 0.22, 'stroke-linecap="round"')
  }
  return rect(area, dye.ground) + scattered(area, u * 1.8, random, mark)
}

export function hatching(area: Area, dye: Dye, unit: number, random: Random): string {
  const step = unit * 0.8
  const fills = [dye.one, dye.one, dye.two, dye.three]
  const tufts = cells(area, step).map(({ x, y, column, row }) => {
    const strokes = count(6).map(
      (i) => `M${n(i * step * 0.16)} ${n(between(random, 0, 0.1) * step)}v${n(step * between(random, 0.72, 0.92))}`,
    )
    const turned = (column + row) % 2 ? `rotate(90 ${n(step * 0.45)} ${n(step * 0.45)})` : ''
    const place = `stroke-linecap="round" transform="translate(${n(x)} ${n(y)}) ${turned}"`
    return line(strokes.join(''), fills[Math.floor(random() * 4)] ?? dye.one, step * 0.06, place)
  })
  return rect(area, dye.ground) + tufts.join('')
}

/** Fat strokes of a flat brush: three hairs run dry at the end of each. */
export function brushed(area: Area, dye: Dye, unit: number, random: Random): string {
  const u = unit * 0.5
  const stroke = (index: number) => {
    const fill = [dye.one, dye.two, dye.three][index % 3] ?? dye.one
    const long = between(random, 0.7, 1.1) * u
    const hairs = count(4).map(
      (i) =>
        `M${n(-u * 0.7)} ${n((i - 1.5) * u * 0.17)}Q0 ${n((i - 2.2) * u * 0.2)} ${n(long - between(random, 0, 0.4) * u)} ${n((i - 1.5) * u * 0.19)}`,
    )
    return line(hairs.join(''), fill, u * 0.19, 'stroke-linecap="round"')
  }
  return rect(area, dye.ground) + scattered(area, u * 1.55, random, stroke)
}

export function ikat(area: Area, dye: Dye, unit: number): string {
  const u = unit * 1.2
  const lozenge = (size: number) => {
    const steps = count(6).map((i) => ({ x: (size * (6 - i)) / 6, y: (size * 1.3 * i) / 6 }))
    const right = steps.map(({ x, y }) => `L${n(x)} ${n(y)}L${n(x - size / 12)} ${n(y + size * 0.3)}`).join('')
    const left = steps.map(({ x, y }) => `L${n(-x)} ${n(-y)}L${n(-x + size / 12)} ${n(-y - size * 0.3)}`).join('')
    return `M${n(size)} 0${right}L0 ${n(size * 1.35)}L${n(-size * 0.4)} ${n(size * 0.7)}L${n(-size)} 0${left}L${n(size * 0.4)} ${n(-size * 0.8)}Z`
  }
  const signs = cells(area, u, u * 0.95).map(({ x, y, row, column }) => {
    const outer = (row + column) % 2 ? dye.one : dye.two
    return moved(
      shape(lozenge(u * 0.44), outer) + shape(lozenge(u * 0.28), dye.ground) + shape(lozenge(u * 0.15), dye.three),
      x + (row % 2) * u * 0.5,
      y,
    )
  })
  return rect(area, dye.ground) + signs.join('')
}
