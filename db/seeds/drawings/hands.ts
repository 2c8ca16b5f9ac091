import { mixed } from './colours.ts'
import { between, clipped, count, line, moved, type Random, type Some, shaken, shape } from './drawing.ts'
import type { Figure, Slot } from './figures.ts'
import { type Coat, type Hand, inOrder, light, painter, ROUND, STITCHES } from './painting.ts'
import { blots, linocut, marker, pencil } from './rough-hands.ts'

export const HANDS: Some<Hand> = [flat, inked, risograph, collage, linocut, marker, blots, pencil]

/** Clean vector shapes, light from above, no outline. */
export function flat(figure: Figure, coat: Coat, random: Random): string {
  const surface = painter(figure, coat, random)
  const drawn = figure.parts.map((part) => {
    if (part.draw === 'fill') return surface(part)
    if (part.draw === 'cord')
      return (
        line(part.d, coat.ink, part.weight + 5, `${ROUND} stroke-opacity=".3"`) +
        line(part.d, coat.fills[part.slot], part.weight, ROUND)
      )
    if (part.draw === 'line') return line(part.d, coat.ink, part.weight * 0.8, `${ROUND} stroke-opacity=".55"`)
    return light(part, coat)
  })
  return inOrder(figure, drawn)
}

/** Flat colours held by a confident brush-pen line. */
export function inked(figure: Figure, coat: Coat, random: Random): string {
  const surface = painter(figure, coat, random)
  const drawn = figure.parts.map((part) => {
    if (part.draw === 'fill') return surface(part) + line(part.d, coat.ink, 5, ROUND)
    if (part.draw === 'cord')
      return (
        line(part.d, coat.ink, part.weight + 9, ROUND) + line(part.d, coat.fills[part.slot], part.weight - 1, ROUND)
      )
    if (part.draw === 'line') return line(part.d, coat.ink, part.weight, ROUND)
    return light(part, coat)
  })
  return line(figure.contour, coat.ink, 19, ROUND) + inOrder(figure, drawn)
}

/** Two drums of a risograph that do not quite meet: colours slip away from the line; shade is a screen of dots. */
export function risograph(figure: Figure, coat: Coat, random: Random): string {
  const surface = painter(figure, coat, random)
  const colours = figure.parts.map((part) => {
    if (part.draw === 'fill') return surface(part)
    if (part.draw === 'cord') return line(part.d, coat.fills[part.slot], part.weight, ROUND)
    return part.draw === 'shade' ? clipped(part.d, screen(figure, coat.ink)) : ''
  })
  const lines = figure.parts.map((part) => {
    if (part.draw === 'fill') return line(part.d, coat.ink, 3.4, ROUND)
    if (part.draw === 'line') return line(part.d, coat.ink, 3, ROUND)
    return part.draw === 'stitch' ? line(part.d, coat.ink, 2.4, STITCHES) : ''
  })
  return moved(inOrder(figure, colours), between(random, 7, 12), between(random, -9, -5)) + inOrder(figure, lines)
}

/** Cut paper: every piece lies a little above the one below. */
export function collage(figure: Figure, coat: Coat, random: Random): string {
  const surface = painter(figure, coat, random)
  const drawn = figure.parts.map((part) => {
    if (part.draw === 'fill') {
      const cut = { ...part, d: shaken(part.d, 6, random) }
      return shape(cut.d, coat.ink, 'fill-opacity=".22" transform="translate(7 9)"') + surface(cut)
    }
    if (part.draw === 'cord') {
      const under = line(part.d, coat.ink, part.weight + 4, 'stroke-opacity=".25" transform="translate(5 6)"')
      return under + line(shaken(part.d, 3, random), coat.fills[part.slot], part.weight + 4)
    }
    return part.draw === 'line' ? line(shaken(part.d, 3, random), coat.ink, part.weight, 'stroke-opacity=".4"') : ''
  })
  return inOrder(figure, drawn)
}

/** How much of the line's colour a surface of the technical sheet takes on. */
const DEPTHS: Record<Slot, number> = {
  main: 0.1,
  second: 0.26,
  accent: 0.4,
  sole: 0.04,
  trim: 0.02,
  lining: 0.55,
  metal: 0.5,
  dark: 0.8,
}

/** White lines of a technical sheet; `paper` hides what lies behind. */
export function blueprint(figure: Figure, coat: Coat): string {
  const drawn = figure.parts.map((part) => {
    if (part.draw === 'fill')
      return shape(part.d, mixed(coat.paper, coat.ink, DEPTHS[part.slot])) + line(part.d, coat.ink, 3, ROUND)
    if (part.draw === 'cord')
      return line(part.d, coat.ink, part.weight, ROUND) + line(part.d, coat.paper, part.weight - 6, ROUND)
    if (part.draw === 'line') return line(part.d, coat.ink, 2.2, ROUND)
    return part.draw === 'stitch' ? line(part.d, coat.ink, 2, STITCHES) : ''
  })
  return inOrder(figure, drawn)
}

function screen(figure: Figure, colour: string): string {
  const rows = count(figure.floor / 13).map((row) => `M${(row % 2) * 6.5} ${row * 13}H${figure.width}`)
  return line(rows.join(''), colour, 6.4, 'stroke-linecap="round" stroke-dasharray="0 13"')
}

/** The bare silhouette, straps included. */
export function silhouette(figure: Figure, coat: Coat): string {
  const straps = figure.parts.filter((part) => part.draw === 'cord' && !part.within)
  return shape(figure.contour, coat.ink) + straps.map((part) => line(part.d, coat.ink, part.weight, ROUND)).join('')
}
