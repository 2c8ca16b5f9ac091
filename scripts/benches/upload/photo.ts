import sharp from 'sharp'

/** The sides of the usual 12-megapixel camera. */
const WIDTH = 4000
const HEIGHT = 3000
/** Cells across, and how far each layer moves a value: large forms, textures, leaves. */
const LAYERS = [
  { cells: 5, reach: 90 },
  { cells: 24, reach: 50 },
  { cells: 140, reach: 30 },
  { cells: 900, reach: 22 },
] as const
/** As a sensor in daylight has it. */
const GRAIN = 9

/** A JPEG that is as hard on decoders and encoders as a photo: forms of every size, colour, and grain. The same each time. */
export async function photoLikeJpeg(seed: number): Promise<Buffer> {
  const random = randomFrom(seed)
  const sum = new Int16Array(WIDTH * HEIGHT * 3).fill(128)
  for (const { cells, reach } of LAYERS) {
    const layer = await stretchedNoise(cells, random)
    for (let at = 0; at < sum.length; at++) sum[at] = (sum[at] ?? 0) + (((layer[at] ?? 128) - 128) * reach) / 128
  }
  const pixels = Buffer.alloc(sum.length)
  for (let at = 0; at < sum.length; at++) {
    const value = (sum[at] ?? 0) + (random() - random()) * GRAIN
    pixels[at] = Math.max(0, Math.min(255, value))
  }
  return sharp(pixels, { raw: { width: WIDTH, height: HEIGHT, channels: 3 } })
    .jpeg({ quality: 90 })
    .toBuffer()
}

async function stretchedNoise(cells: number, random: () => number): Promise<Buffer> {
  const rows = Math.round((cells * HEIGHT) / WIDTH)
  const noise = Buffer.alloc(cells * rows * 3)
  for (let at = 0; at < noise.length; at++) noise[at] = random() * 256
  return sharp(noise, { raw: { width: cells, height: rows, channels: 3 } })
    .resize(WIDTH, HEIGHT, { fit: 'fill', kernel: 'cubic' })
    .raw()
    .toBuffer()
}

/** mulberry32. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
