import { createHash } from 'node:crypto'
import type { Sharp } from 'sharp'
import { RENDITIONS, type RenditionName, type Size } from './picture.ts'
import { fromPixels, type Pixels } from './picture-pixels.server.ts'

export interface RenderedFile extends Size {
  name: RenditionName
  content: Uint8Array
  /** Of the content: made again from the same original it can be another, by another version of an encoder. */
  digest: string
}

/** Effort measured on drawings and photos: 6 % larger files than effort 4 for less than half of its time. */
export const WEBP = { quality: 82, effort: 2 }
/** Half of the time, for files that are 15 % larger (a photo) to 50 % (a poster) and look the same. */
const HURRIED_WEBP = { ...WEBP, effort: 0 }
export const JPEG = { quality: 84, progressive: true }
/**
 * Measured at 960 px against the WebP above, bytes and structural similarity: a grainy photo 8 % smaller (0.923 to 0.929), posters 28 and
 * 41 % smaller (0.997 and 0.998 to 0.997). At 58 the photo fell to 0.899. Full chroma: at half of it, 4 % are saved and reds fray.
 */
const AVIF_QUALITY = 65
/** Twice as fast as effort 3, whose files are 5 % smaller, and six times as fast as sharp's own choice of 4. */
const AVIF_EFFORT = 2

export interface EncodingOptions {
  /** Beneath transparent parts where the format has none; any CSS colour. */
  ground?: string
  /** For whoever waits, where another format of fewer bytes follows. */
  hurried?: boolean
}

export async function encodeRendition(
  name: RenditionName,
  pixels: Pixels,
  options: EncodingOptions = {},
): Promise<RenderedFile> {
  const content = await encoded(name, fromPixels(pixels), options).toBuffer()
  const digest = createHash('sha256').update(content).digest('hex').slice(0, 32)
  return { name, width: pixels.width, height: pixels.height, content, digest }
}

function encoded(name: RenditionName, image: Sharp, { ground = 'white', hurried = false }: EncodingOptions): Sharp {
  switch (RENDITIONS[name].mediaType) {
    case 'image/jpeg':
      return image.flatten({ background: ground }).jpeg(JPEG)
    case 'image/avif':
      return image.avif({ quality: AVIF_QUALITY, effort: AVIF_EFFORT })
    case 'image/webp':
      return image.webp(hurried ? HURRIED_WEBP : WEBP)
  }
}
