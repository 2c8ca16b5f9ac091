import { type Area, areaPath, between, count, disc, line, n, type Random, rect, shape } from './drawing.ts'
import type { Dye } from './patterns.ts'

type Cell = { x: number; y: number; column: number; row: number }

export function cells(area: Area, stepX: number, stepY = stepX): Cell[] {
  return count(area.h / stepY + 1).flatMap((row) =>
    count(area.w / stepX + 1).map((column) => ({ x: area.x + column * stepX, y: area.y + row * stepY, column, row })),
  )
}

/** Uneven deckchair stripes, upright or slanting. */
export function stripes(area: Area, dye: Dye, unit: number, random: Random): string {
  const lean = random() < 0.5 ? 0 : area.h * 0.6
  const widths = [between(random, 0.35, 0.5), between(random, 0.1, 0.16), between(random, 0.06, 0.1)]
  const bands = count((area.w + lean) / unit + 1).map((index) => {
    const x = area.x + index * unit
    const band = (from: number, width: number) =>
      `M${n(x + from * unit)} ${n(area.y)}h${n(width * unit)}l${n(-lean)} ${n(area.h)}h${n(-width * unit)}Z`
    return [band(0, widths[0] ?? 0), band((widths[0] ?? 0) + 0.12, widths[1] ?? 0), band(0.85, widths[2] ?? 0)]
  })
  const fills = [dye.one, dye.two, dye.three]
  return rect(area, dye.ground) + fills.map((fill, kind) => shape(bands.map((b) => b[kind]).join(''), fill)).join('')
}

export function chequers(area: Area, dye: Dye, unit: number): string {
  const step = unit * 0.55
  const dark = cells(area, step).filter(({ column, row }) => (column + row) % 2 === 0)
  return rect(area, dye.ground) + shape(dark.map(({ x, y }) => areaPath({ x, y, w: step, h: step })).join(''), dye.one)
}

export function gingham(area: Area, dye: Dye, unit: number): string {
  const half = unit * 0.4
  const across = count(area.w / half / 2 + 1).map((i) => areaPath({ ...area, x: area.x + i * half * 2, w: half }))
  const down = count(area.h / half / 2 + 1).map((i) => areaPath({ ...area, y: area.y + i * half * 2, h: half }))
  return (
    rect(area, dye.ground) +
    shape(across.join(''), dye.one, 'fill-opacity=".55"') +
    shape(down.join(''), dye.one, 'fill-opacity=".55"')
  )
}

export function checks(area: Area, dye: Dye, unit: number): string {
  const step = unit * 0.5
  const down = count(area.w / step + 1).map((i) => `M${n(area.x + i * step)} ${n(area.y)}v${n(area.h)}`)
  const across = count(area.h / step + 1).map((i) => `M${n(area.x)} ${n(area.y + i * step)}h${n(area.w)}`)
  const crossings = cells(area, step * 3).map(({ x, y }) => disc(x, y, step * 0.2, dye.two))
  return rect(area, dye.ground) + line(down.concat(across).join(''), dye.one, unit * 0.05) + crossings.join('')
}

export function tartan(area: Area, dye: Dye, unit: number): string {
  const step = unit * 1.6
  const bars = (fill: string, from: number, width: number, opacity: number) => {
    const down = count(area.w / step + 1).map((i) =>
      areaPath({ ...area, x: area.x + (i + from) * step, w: width * step }),
    )
    const across = count(area.h / step + 1).map((i) =>
      areaPath({ ...area, y: area.y + (i + from) * step, h: width * step }),
    )
    return (
      shape(down.join(''), fill, `fill-opacity="${opacity}"`) +
      shape(across.join(''), fill, `fill-opacity="${opacity}"`)
    )
  }
  return (
    rect(area, dye.one) +
    bars(dye.two, 0.05, 0.34, 0.6) +
    bars(dye.ground, 0.62, 0.05, 0.9) +
    bars(dye.three, 0.8, 0.09, 0.75)
  )
}

export function dots(area: Area, dye: Dye, unit: number, random: Random): string {
  const step = unit * 0.62
  const size = between(random, 0.2, 0.36)
  const spots = cells({ ...area, x: area.x - step / 2 }, step).map(({ x, y, column, row }) =>
    disc(x + (row % 2) * step * 0.5, y, step * size, (column + row * 2) % 7 === 3 ? dye.two : dye.one),
  )
  return rect(area, dye.ground) + spots.join('')
}

export function zigzag(area: Area, dye: Dye, unit: number): string {
  const rise = unit * 0.42
  const fills = [dye.one, dye.ground, dye.two, dye.ground, dye.one, dye.three]
  const rows = count(area.h / rise + 3).map((row) => {
    const y = area.y + (row - 1.5) * rise
    const teeth = count(area.w / unit + 1).map(() => `l${n(unit / 2)} ${n(-rise)}l${n(unit / 2)} ${n(rise)}`)
    return line(`M${n(area.x)} ${n(y)}${teeth.join('')}`, fills[row % fills.length] ?? dye.one, rise * 0.62)
  })
  return rect(area, dye.ground) + rows.join('')
}

export function scallops(area: Area, dye: Dye, unit: number): string {
  const r = unit * 0.42
  const fills = [dye.one, dye.two, dye.one, dye.three]
  const rows = cells({ ...area, x: area.x - r, y: area.y - r }, r * 2, r)
  const scales = rows.map(({ x, y, column, row }) => {
    const cx = x + (row % 2) * r
    return (
      disc(cx, y, r, dye.ground) +
      disc(cx, y, r * 0.86, fills[(column + row) % 4] ?? dye.one) +
      disc(cx, y, r * 0.5, dye.ground) +
      disc(cx, y, r * 0.34, dye.two)
    )
  })
  return rect(area, dye.ground) + scales.reverse().join('')
}

/** Bauhaus squares: quarter circles, half circles and leaves, turned at random. */
export function blocks(area: Area, dye: Dye, unit: number, random: Random): string {
  const fills = [dye.one, dye.two, dye.three, dye.ground]
  const squares = cells(area, unit).map(({ x, y }) => {
    const below = fills[Math.floor(random() * 4)] ?? dye.ground
    const others = fills.filter((fill) => fill !== below)
    const above = others[Math.floor(random() * others.length)] ?? dye.one
    const u = n(unit)
    const forms = [`M0 0H${u}A${u} ${u} 0 0 1 0 ${u}Z`, `M0 0A${u} ${u} 0 0 0 ${u} ${u}A${u} ${u} 0 0 0 0 0Z`]
    forms.push(`M0 0A${n(unit / 2)} ${n(unit / 2)} 0 0 0 ${u} 0Z`, `M0 0H${u}L0 ${u}Z`)
    const d = forms[Math.floor(random() * 3.4)] ?? ''
    const turn = Math.floor(random() * 4) * 90
    const place = `transform="translate(${n(x)} ${n(y)}) rotate(${turn} ${n(unit / 2)} ${n(unit / 2)})"`
    return rect({ x, y, w: unit + 0.6, h: unit + 0.6 }, below) + shape(d, above, place)
  })
  return squares.join('')
}

/** Two-and-two twill with four dark and four light threads: where both cross, half the cell shows in slanting bands. */
export function houndstooth(area: Area, dye: Dye, unit: number): string {
  const cell = unit * 0.34
  const corners = [
    [0, 0, 1, 0, 1, 1, 0, 1],
    [1, 0, 1.5, 0, 1, 0.5],
    [2, 0, 2, 0.5, 1.5, 1, 1, 1],
    [0.5, 1, 1, 1, 0, 2, 0, 1.5],
    [1, 1.5, 1, 2, 0.5, 2],
  ]
  const tooth = (x: number, y: number) =>
    corners.map((list) => `M${list.map((at, i) => n((i % 2 ? y : x) + at * cell)).join(' ')}Z`).join('')
  return (
    rect(area, dye.ground) +
    shape(
      cells(area, cell * 2)
        .map(({ x, y }) => tooth(x, y))
        .join(''),
      dye.one,
    )
  )
}

/** Majolica tiles: a star of four petals, a ring at each corner. */
export function tiles(area: Area, dye: Dye, unit: number): string {
  const u = unit * 1.1
  const petal = `M0 0C${n(u * 0.08)} ${n(-u * 0.16)} ${n(u * 0.3)} ${n(-u * 0.22)} ${n(u * 0.4)} 0C${n(u * 0.3)} ${n(u * 0.22)} ${n(u * 0.08)} ${n(u * 0.16)} 0 0Z`
  const tile = cells(area, u).map(({ x, y, column, row }) => {
    const petals = count(4).map((i) =>
      shape(petal, (column + row) % 2 ? dye.one : dye.two, `transform="rotate(${i * 90 + ((column + row) % 2) * 45})"`),
    )
    const middle = `<g transform="translate(${n(x + u / 2)} ${n(y + u / 2)})">${petals.join('')}${disc(0, 0, u * 0.07, dye.three)}</g>`
    return middle + disc(x, y, u * 0.16, dye.one) + disc(x, y, u * 0.1, dye.ground)
  })
  return rect(area, dye.ground) + tile.join('')
}

export function terrazzo(area: Area, dye: Dye, unit: number, random: Random): string {
  const fills = [dye.one, dye.two, dye.three, dye.one]
  const chips = cells(area, unit * 0.5).map(({ x, y }) => {
    const r = unit * between(random, 0.06, 0.26)
    const cx = x + between(random, -0.2, 0.2) * unit
    const cy = y + between(random, -0.2, 0.2) * unit
    const corners = count(5).map((i) => {
      const angle = (i / 5) * 6.283 + between(random, -0.45, 0.45)
      const reach = r * between(random, 0.7, 1.25)
      return `${n(cx + Math.cos(angle) * reach)} ${n(cy + Math.sin(angle) * reach)}`
    })
    return shape(`M${corners.join('L')}Z`, fills[Math.floor(random() * 4)] ?? dye.one)
  })
  return rect(area, dye.ground) + chips.join('')
}
