import { between, clipped, count, group, line, n, type Random, shaken, shape } from './drawing.ts'
import type { Figure, Slot } from './figures.ts'
import { type Coat, inOrder, ROUND, STITCHES } from './painting.ts'

/** Soft pencil drawn twice over a patchy wash. */
export function pencil(figure: Figure, coat: Coat, random: Random): string {
  const drawn = figure.parts.map((part) => {
    if (part.draw === 'fill') {
      const tint = shape(
        shaken(part.d, 7, random),
        coat.fills[part.slot],
        `fill-opacity="${n(between(random, 0.5, 0.8))}"`,
      )
      return shape(part.d, coat.paper) + tint + twice(part.d, 2.4, coat.ink, random)
    }
    if (part.draw === 'cord')
      return line(part.d, coat.ink, part.weight + 3, ROUND) + line(part.d, coat.paper, part.weight - 2, ROUND)
    if (part.draw === 'line') return twice(part.d, 2, coat.ink, random)
    if (part.draw === 'stitch') return line(part.d, coat.ink, 1.8, STITCHES)
    return part.draw === 'shade' ? clipped(part.d, hatches(figure, coat.ink, 12, random)) : ''
  })
  return twice(figure.contour, 7, coat.ink, random) + inOrder(figure, drawn)
}

/** Linocut: dark surfaces with lines cut out of them, one second colour. */
export function linocut(figure: Figure, coat: Coat, random: Random): string {
  const dark = (slot: Slot) => slot === 'main' || slot === 'dark' || slot === 'sole'
  const fillOf = (slot: Slot) =>
    dark(slot) ? coat.ink : slot === 'second' || slot === 'accent' ? coat.fills.main : coat.paper
  const drawn = figure.parts.map((part) => {
    if (part.draw === 'fill') {
      const cut = dark(part.slot) ? clipped(part.d, gouges(figure, coat.paper, random)) : ''
      return (
        shape(shaken(part.d, 2, random), fillOf(part.slot)) +
        cut +
        line(shaken(part.d, 2, random), dark(part.slot) ? coat.paper : coat.ink, 5, ROUND)
      )
    }
    if (part.draw === 'cord')
      return line(part.d, coat.ink, part.weight + 9, ROUND) + line(part.d, coat.paper, part.weight - 2, ROUND)
    if (part.draw === 'line') return line(shaken(part.d, 2, random), coat.paper, part.weight + 1, ROUND)
    if (part.draw === 'stitch') return line(part.d, coat.paper, 4, 'stroke-dasharray="3 11" stroke-linecap="round"')
    return part.draw === 'shine' ? shape(part.d, coat.paper, 'fill-opacity=".9"') : ''
  })
  return line(shaken(figure.contour, 2, random), coat.ink, 22, ROUND) + inOrder(figure, drawn)
}

/** Felt marker: streaks that overlap, a thin line put on afterwards, white left where the light is. */
export function marker(figure: Figure, coat: Coat, random: Random): string {
  const drawn = figure.parts.map((part) => {
    const colour = coat.fills[part.slot]
    if (part.draw === 'fill') {
      const base = shape(part.d, coat.paper) + shape(part.d, colour, 'fill-opacity=".72"')
      return (
        base + clipped(part.d, streaks(figure, colour, random)) + line(shaken(part.d, 2, random), coat.ink, 3.2, ROUND)
      )
    }
    if (part.draw === 'cord')
      return line(part.d, coat.ink, part.weight + 5, ROUND) + line(part.d, colour, part.weight - 1, ROUND)
    if (part.draw === 'line') return line(shaken(part.d, 2, random), coat.ink, 2.6, ROUND)
    if (part.draw === 'stitch') return line(part.d, coat.ink, 2.2, STITCHES)
    return shape(
      part.d,
      part.draw === 'shine' ? coat.paper : coat.ink,
      part.draw === 'shine' ? 'fill-opacity=".75"' : 'fill-opacity=".22"',
    )
  })
  return line(shaken(figure.contour, 3, random), coat.ink, 12, ROUND) + inOrder(figure, drawn)
}

/** One thin line over loose blots of colour that follow nothing. */
export function blots(figure: Figure, coat: Coat, random: Random): string {
  const patch = figure.parts.filter((part) => part.draw === 'fill').slice(0, 9)
  const blot = patch.map((part) => {
    const away = `transform="translate(${n(between(random, -34, 34))} ${n(between(random, -30, 22))})"`
    const colour = shape(shaken(part.d, 14, random), coat.fills[part.slot], 'fill-opacity=".9"')
    return group(part.within ? clipped(figure.outline, colour) : colour, away)
  })
  const lines = figure.parts.map((part) => {
    if (part.draw === 'fill' || part.draw === 'line') return line(part.d, coat.ink, 4, ROUND)
    if (part.draw === 'cord')
      return line(part.d, coat.ink, part.weight, ROUND) + line(part.d, coat.paper, part.weight - 7, ROUND)
    return part.draw === 'stitch' ? line(part.d, coat.ink, 2.4, STITCHES) : ''
  })
  return shape(figure.contour, coat.paper, 'fill-opacity=".8"') + blot.join('') + inOrder(figure, lines)
}

function twice(d: string, weight: number, colour: string, random: Random): string {
  return (
    line(shaken(d, 2.5, random), colour, weight, `${ROUND} stroke-opacity=".85"`) +
    line(shaken(d, 4.5, random), colour, weight * 0.6, `${ROUND} stroke-opacity=".6"`)
  )
}

function hatches(figure: Figure, colour: string, step: number, random: Random): string {
  const strokes = count((figure.width + figure.floor) / step).map(
    (i) => `M${n(i * step + between(random, -3, 3))} -20L${n(i * step - figure.floor * 0.7)} ${figure.floor}`,
  )
  return line(strokes.join(''), colour, 2, 'stroke-opacity=".7"')
}

function gouges(figure: Figure, colour: string, random: Random): string {
  const cuts = count(figure.floor / 24).map((row) => {
    const strokes = count(figure.width / 120 + 1).map(() => {
      const long = between(random, 20, 76)
      return `m${n(between(random, 22, 60))} 0q${n(long / 2)} ${n(between(random, -5, 3))} ${n(long)} ${n(between(random, -3, 3))}`
    })
    return `M${n(between(random, -60, 20))} ${row * 24}${strokes.join('')}`
  })
  return line(cuts.join(''), colour, 3.6, 'stroke-linecap="round" stroke-opacity=".95"')
}

function streaks(figure: Figure, colour: string, random: Random): string {
  const strokes = count(figure.width / 46 + 10).map((i) => {
    const x = i * 46 - figure.floor * 0.3
    return `M${n(x + between(random, -12, 12))} -10L${n(x + figure.floor * 0.34)} ${figure.floor + 10}`
  })
  return line(strokes.join(''), colour, between(random, 16, 26), 'stroke-opacity=".55"')
}
