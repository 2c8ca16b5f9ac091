import { clipped, group, line, type Random, shape } from './drawing.ts'
import type { Figure, Part, Slot } from './figures.ts'
import type { Dye, Pattern } from './patterns.ts'

/** The colours of one design. `print`, if any, covers the pieces cut from the slots in `printed`. */
export type Coat = {
  fills: Record<Slot, string>
  ink: string
  paper: string
  dye: Dye
  print?: Pattern
  printed: Slot[]
  unit: number
}

/** A way of drawing: the same product looks as if another person had drawn it. */
export type Hand = (figure: Figure, coat: Coat, random: Random) => string

export const ROUND = 'stroke-linecap="round" stroke-linejoin="round"'
export const STITCHES = 'stroke-dasharray="10 8"'

/** Neighbouring parts that stay within the outline share one clip. */
export function inOrder(figure: Figure, drawn: string[]): string {
  let svg = ''
  let inside = ''
  for (const [index, part] of figure.parts.entries()) {
    if (part.within) inside += drawn[index] ?? ''
    else {
      svg += (inside ? clipped(figure.outline, inside) : '') + (drawn[index] ?? '')
      inside = ''
    }
  }
  return svg + (inside ? clipped(figure.outline, inside) : '')
}

export function painter(figure: Figure, coat: Coat, random: Random): (part: Part) => string {
  const { print } = coat
  if (!print) return (part) => shape(part.d, coat.fills[part.slot])
  const cloth = print({ x: -40, y: 0, w: figure.width + 80, h: figure.floor }, coat.dye, coat.unit, random)
  const id = `print${Math.floor(random() * 1e9).toString(36)}`
  let defined = false
  return (part) => {
    if (!coat.printed.includes(part.slot)) return shape(part.d, coat.fills[part.slot])
    const content = defined ? `<use href="#${id}"/>` : group(cloth, `id="${id}"`)
    defined = true
    return clipped(part.d, content)
  }
}

export function light(part: Part, coat: Coat): string {
  if (part.draw === 'stitch')
    return line(part.d, coat.fills[part.slot], part.weight, `${STITCHES} stroke-linecap="round"`)
  return part.draw === 'shade'
    ? shape(part.d, coat.ink, 'fill-opacity=".16"')
    : shape(part.d, '#ffffff', 'fill-opacity=".28"')
}
