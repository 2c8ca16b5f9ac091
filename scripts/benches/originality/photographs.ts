import sharp from 'sharp'
import { between, count, pick, type Random } from '#db/seeds/drawings/drawing.ts'

type Rgb = [number, number, number]
interface Body {
  x: number
  y: number
  rx: number
  ry: number
  colour: Rgb
}

/** How far the edge of a body strays from its ellipse. */
const EDGE_ROUGH = 0.5

/**
 * Something that falls on the eye like a photograph: light that comes from one side, a rough ground, bodies with shade, texture
 * at every scale and the grain of a sensor.
 */
export function photograph(random: Random): Promise<Buffer> {
  const [width, height] = pick<[number, number]>(random, [
    [720, 480],
    [480, 720],
    [640, 640],
  ])
  const light = { x: between(random, -1, 1), y: between(random, -1, 0.4) }
  const [far, near] = [colour(random), colour(random)]
  const horizon = between(random, 0.25, 0.75)
  const rough = noise(random, [4, 9, 19, 41, 83])
  const tint = noise(random, [3, 7])
  const bodies = count(between(random, 2, 7)).map(
    (): Body => ({
      ...{ x: between(random, 0.1, 0.9), y: between(random, 0.15, 0.9) },
      ...{ rx: between(random, 0.06, 0.26), ry: between(random, 0.06, 0.26) },
      colour: colour(random),
    }),
  )
  const pixels = Buffer.alloc(width * height * 3)
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const [u, v] = [column / width, row / height]
      const texture = rough(u, v)
      const edge = horizon + 0.12 * (tint(u, 0.3) - 0.5)
      let [shade, paint] = [0.75 + light.x * (u - 0.5) * 0.6 + light.y * (v - 0.5) * 0.5, v < edge ? far : near]
      for (const body of bodies) {
        const [dx, dy] = [(u - body.x) / body.rx, (v - body.y) / body.ry]
        const apart = dx * dx + dy * dy
        // Whatever the tint, it reaches no farther, and is not worth asking.
        if (apart > 1 + EDGE_ROUGH / 2) continue
        const reach = apart + (tint(u + 0.37, v) - 0.5) * EDGE_ROUGH
        if (reach > 1) continue
        paint = body.colour
        shade = 0.35 + 0.65 * Math.max(0, Math.sqrt(Math.max(0, 1 - reach)) + 0.5 * (light.x * dx + light.y * dy))
      }
      const grain = (random() - 0.5) * 10
      for (let channel = 0; channel < 3; channel++) {
        const value = (paint[channel] ?? 0) * shade * (0.62 + 0.76 * texture) + grain
        pixels[(row * width + column) * 3 + channel] = Math.max(0, Math.min(255, Math.round(value)))
      }
    }
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 90 })
    .toBuffer()
}

function colour(random: Random): Rgb {
  return [between(random, 30, 250), between(random, 30, 250), between(random, 30, 250)]
}

/** Value noise: random grids of these many cells, smoothly filled, the finer the fainter. About 0 to 1. */
function noise(random: Random, cells: number[]): (u: number, v: number) => number {
  const grids = cells.map((side, octave) => ({
    side,
    weight: 0.6 ** octave,
    values: Float32Array.from({ length: (side + 2) * (side + 2) }, random),
  }))
  const total = grids.reduce((sum, { weight }) => sum + weight, 0)
  return (u, v) => {
    let sum = 0
    for (const { side, weight, values } of grids) {
      const x = (u - Math.floor(u)) * side
      const y = (v - Math.floor(v)) * side
      const left = Math.floor(x)
      const top = Math.floor(y)
      const fx = smooth(x - left)
      const fy = smooth(y - top)
      const at = top * (side + 2) + left
      const below = at + side + 2
      const upper = (values[at] ?? 0) * (1 - fx) + (values[at + 1] ?? 0) * fx
      const lower = (values[below] ?? 0) * (1 - fx) + (values[below + 1] ?? 0) * fx
      sum += weight * (upper * (1 - fy) + lower * fy)
    }
    return sum / total
  }
}

function smooth(t: number): number {
  return t * t * (3 - 2 * t)
}
