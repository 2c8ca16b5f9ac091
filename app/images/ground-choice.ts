/** On which colours a picture with transparent parts can be shown, and which of them suits it. Pure: the browser may import it. */

export interface Colour {
  r: number
  g: number
  b: number
}

export const GROUND_NAMES = ['paper', 'grey', 'ink', 'complement'] as const
export type GroundName = (typeof GROUND_NAMES)[number]

/** The light ground of the site, a warm middle grey, its dark ground. */
const FIXED = { paper: '#faf7f0', grey: '#b4aca0', ink: '#1b1917' } as const
/** In OKLab, where black is 1 away from white. Nearer than this, a shape is lost on its ground. */
const LOST_UNDER = 0.18

/** `dominant` is what fills most of what can be seen of the picture, '#rrggbb'. */
export function groundsFor(dominant: string): Record<GroundName, string> {
  return { ...FIXED, complement: complementOf(dominant) }
}

/** The first ground, in the order of their names, on which least of the picture is lost. A sample weighs as much as it covers. */
export function bestGround(dominant: string, samples: readonly { colour: Colour; weight: number }[]): string {
  const grounds = groundsFor(dominant)
  let best = { colour: grounds.paper as string, lost: Number.POSITIVE_INFINITY }
  for (const name of GROUND_NAMES) {
    const ground = oklab(colourOf(grounds[name]))
    let lost = 0
    for (const { colour, weight } of samples) if (apart(oklab(colour), ground) < LOST_UNDER) lost += weight
    if (lost < best.lost * 0.98) best = { colour: grounds[name], lost }
  }
  return best.colour
}

export function colourOf(hex: string): Colour {
  const channel = (from: number) => Number.parseInt(hex.slice(from, from + 2), 16)
  return { r: channel(1), g: channel(3), b: channel(5) }
}

export function hexOf({ r, g, b }: Colour): string {
  return `#${[r, g, b].map((value) => Math.round(value).toString(16).padStart(2, '0')).join('')}`
}

/** Across the colour wheel, and light where the picture is dark. */
function complementOf(hex: string): string {
  const { r, g, b } = colourOf(hex)
  return hexOf({ r: 255 - r, g: 255 - g, b: 255 - b })
}

/** Björn Ottosson, “A perceptual color space for image processing”, 2020. */
function oklab({ r, g, b }: Colour): [number, number, number] {
  const [red, green, blue] = [linear(r), linear(g), linear(b)]
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ]
}

function linear(value: number): number {
  const part = value / 255
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
}

function apart(one: readonly number[], other: readonly number[]): number {
  return Math.hypot(...one.map((value, at) => value - (other[at] ?? 0)))
}
