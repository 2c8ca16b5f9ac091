import sharp, { type Sharp } from 'sharp'
import { withChunks } from '../../scripts/hostile/png-bytes.ts'

/** Real pictures and hostile ones, made on the spot. */

export const CORNERS = {
  topLeft: [220, 30, 40],
  topRight: [30, 160, 60],
  bottomLeft: [40, 60, 200],
  bottomRight: [240, 220, 60],
} as const

/** Four fields of colour, so that every turn and every mirroring shows. */
export function fourCorners(width = 1200, height = 900): Sharp {
  const field = ([r, g, b]: readonly number[], x: number, y: number) =>
    `<rect x="${(x * width) / 2}" y="${(y * height) / 2}" width="${width / 2}" height="${height / 2}" fill="rgb(${r},${g},${b})"/>`
  const fields = [
    field(CORNERS.topLeft, 0, 0),
    field(CORNERS.topRight, 1, 0),
    field(CORNERS.bottomLeft, 0, 1),
    field(CORNERS.bottomRight, 1, 1),
  ]
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${fields.join('')}</svg>`
  return sharp(Buffer.from(svg)).removeAlpha()
}

/** The same picture as a camera held another way stores it: the pixels turned back, the orientation in the EXIF. */
export async function storedAs(orientation: number, format: 'jpeg' | 'png' | 'webp' = 'jpeg'): Promise<Buffer> {
  const turnBack: Record<number, (image: Sharp) => Sharp> = {
    1: (image) => image,
    2: (image) => image.flop(),
    3: (image) => image.rotate(180),
    4: (image) => image.flip(),
    5: (image) => image.rotate(90),
    6: (image) => image.rotate(270),
    7: (image) => image.rotate(270),
    8: (image) => image.rotate(90),
  }
  const turned = turnBack[orientation]?.(sharp(await fourCorners().png().toBuffer()))
  if (!turned) throw new Error(`there is no orientation ${orientation}`)
  const pixels = sharp(await turned.png().toBuffer())
  const mirrored = orientation === 5 || orientation === 7 ? pixels.flop() : pixels
  return mirrored.toFormat(format).withMetadata({ orientation }).toBuffer()
}

/** The colour in the middle of each quarter. */
export async function quarters(file: Uint8Array): Promise<Record<keyof typeof CORNERS, number[]>> {
  const { data, info } = await sharp(file).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  const at = (x: number, y: number) => {
    const start = (Math.round(y * info.height) * info.width + Math.round(x * info.width)) * info.channels
    return [...data.subarray(start, start + 3)]
  }
  return {
    topLeft: at(0.25, 0.25),
    topRight: at(0.75, 0.25),
    bottomLeft: at(0.25, 0.75),
    bottomRight: at(0.75, 0.75),
  }
}

/** A real PNG with chunks slipped in before its pixels. */
export async function pngWith(...chunks: Buffer[]): Promise<Buffer> {
  return withChunks(await fourCorners(400, 300).png().toBuffer(), ...chunks)
}
