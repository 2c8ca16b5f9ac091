import sharp, { type Sharp } from 'sharp'
import { between, pick, type Random } from '#db/seeds/drawings/drawing.ts'

export interface Alteration {
  name: string
  of: (file: Buffer, random: Random) => Promise<Buffer>
}

/** What people do to a picture that is not theirs, or that happens to it on the way. */
export const ALTERATIONS: Alteration[] = [
  { name: 'made smaller (25 to 60 %)', of: resized(0.25, 0.6) },
  { name: 'made larger (150 to 220 %)', of: resized(1.5, 2.2) },
  { name: 'JPEG, quality 30 to 60', of: (file, random) => jpeg(sharp(file), between(random, 30, 60)) },
  { name: 'WebP, quality 30 to 60', of: (file, random) => webp(sharp(file), between(random, 30, 60)) },
  { name: '5 % cut off all sides', of: async (file) => jpeg(await cut(file, [0.05, 0.05, 0.05, 0.05]), 85) },
  { name: '5 % cut off one side', of: async (file, random) => jpeg(await cut(file, oneSide(random, 0.05)), 85) },
  { name: 'mirrored', of: (file) => jpeg(sharp(file).flop(), 85) },
  {
    name: 'turned 1 to 5°, corners filled',
    of: async (file, random) => jpeg(turnedFilled(file, angle(random), random), 85),
  },
  {
    name: 'turned 1 to 5°, corners cut off',
    of: async (file, random) => jpeg(await turnedCut(file, angle(random)), 85),
  },
  { name: 'other hue (30 to 180°)', of: (file, random) => jpeg(hue(file, random), 85) },
  { name: 'grey', of: (file) => jpeg(sharp(file).greyscale(), 85) },
  { name: 'inverted', of: (file) => jpeg(sharp(file).negate({ alpha: false }), 85) },
  { name: 'brightness and contrast', of: (file, random) => jpeg(relit(file, random), 85) },
  { name: 'gamma', of: (file, random) => jpeg(sharp(file).gamma(between(random, 1.3, 2.6), 1), 85) },
  {
    name: 'cut 5 %, smaller, JPEG',
    of: async (file, random) =>
      jpeg(shrunk(await cut(file, [0.05, 0.05, 0.05, 0.05]), await sizeOf(file), 0.5), between(random, 35, 60)),
  },
  {
    name: 'mirrored, other hue, smaller, JPEG',
    of: async (file, random) =>
      jpeg(shrunk(hue(file, random).flop(), await sizeOf(file), 0.5), between(random, 35, 60)),
  },
  {
    name: 'turned 1 to 3°, one side cut, relit, JPEG',
    of: async (file, random) => {
      const turned = await (await turnedCut(file, angle(random) * 0.6)).png().toBuffer()
      const cutTurned = await (await cut(turned, oneSide(random, 0.05))).png().toBuffer()
      return jpeg(relit(cutTurned, random), between(random, 35, 60))
    },
  },
]

function resized(least: number, most: number) {
  return async (file: Buffer, random: Random) => {
    const size = await sizeOf(file)
    return jpeg(shrunk(sharp(file), size, between(random, least, most)), 85)
  }
}

function shrunk(picture: Sharp, { width }: { width: number }, scale: number): Sharp {
  return picture.resize({ width: Math.round(width * scale) })
}

async function sizeOf(file: Buffer): Promise<{ width: number; height: number }> {
  const { width, height } = await sharp(file).metadata()
  return { width, height }
}

/** Shares of the sides, in the order left, top, right, bottom. */
type Shares = readonly [number, number, number, number]

async function cut(file: Buffer, [left, top, right, bottom]: Shares): Promise<Sharp> {
  const { width, height } = await sizeOf(file)
  const box = {
    left: Math.floor(width * left),
    top: Math.floor(height * top),
    width: Math.floor(width * (1 - left - right)),
    height: Math.floor(height * (1 - top - bottom)),
  }
  return sharp(await sharp(file).extract(box).png({ compressionLevel: 1 }).toBuffer())
}

function oneSide(random: Random, share: number): Shares {
  return pick<Shares>(random, [
    [share, 0, 0, 0],
    [0, share, 0, 0],
    [0, 0, share, 0],
    [0, 0, 0, share],
  ])
}

function angle(random: Random): number {
  return between(random, 1, 5) * (random() < 0.5 ? -1 : 1)
}

function turnedFilled(file: Buffer, degrees: number, random: Random): Sharp {
  return sharp(file).rotate(degrees, { background: pick(random, ['#ffffff', '#ffffff', '#000000']) })
}

/** The widest box of the same shape that shows no filled corner. */
async function turnedCut(file: Buffer, degrees: number): Promise<Sharp> {
  const { width, height } = await sizeOf(file)
  const turn = (Math.abs(degrees) * Math.PI) / 180
  const ratio = Math.max(width / height, height / width)
  const scale = 1 / (Math.cos(turn) + ratio * Math.sin(turn))
  const { data, info } = await sharp(file)
    .rotate(degrees)
    .png({ compressionLevel: 1 })
    .toBuffer({ resolveWithObject: true })
  const box = { width: Math.floor(width * scale), height: Math.floor(height * scale) }
  const corner = { left: Math.floor((info.width - box.width) / 2), top: Math.floor((info.height - box.height) / 2) }
  return sharp(
    await sharp(data)
      .extract({ ...box, ...corner })
      .png({ compressionLevel: 1 })
      .toBuffer(),
  )
}

function hue(file: Buffer, random: Random): Sharp {
  return sharp(file).modulate({ hue: Math.round(between(random, 30, 180)) * (random() < 0.5 ? -1 : 1) })
}

function relit(file: Buffer, random: Random): Sharp {
  const contrast = between(random, 0.6, 1.35)
  return sharp(file).linear(contrast, between(random, -30, 30) + 128 * (1 - contrast))
}

function jpeg(picture: Sharp, quality: number): Promise<Buffer> {
  return picture.jpeg({ quality: Math.round(quality) }).toBuffer()
}

function webp(picture: Sharp, quality: number): Promise<Buffer> {
  return picture.webp({ quality: Math.round(quality), effort: 1 }).toBuffer()
}
