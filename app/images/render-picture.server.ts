import { createHash } from 'node:crypto'
import sharp, { type Metadata, type Sharp } from 'sharp'
import { done, type Outcome, refused } from '#app/outcome.ts'
import {
  PICTURE_PIXELS_MOST,
  type PictureFormat,
  type PictureHeader,
  type PictureRefusal,
  RENDITIONS,
  type RenditionName,
  refuseHeader,
  renditionSize,
  type Size,
} from './picture.ts'

/** Everything a picture needs, made from one decoding. `bytes` and `sha256` are of the original file. */
export interface Rendering extends Size {
  format: PictureFormat
  bytes: number
  sha256: string
  blur: string
  ground: string
  renditions: RenderedFile[]
}

export interface RenderedFile extends Size {
  name: RenditionName
  content: Uint8Array
}

const RENDITION_NAMES = Object.keys(RENDITIONS).filter((name): name is RenditionName => name in RENDITIONS)
const WEBP_QUALITY = 82
/** Measured on drawings and photos: 6 % larger files than effort 4 for less than half of its time. */
const WEBP_EFFORT = 2
const JPEG_QUALITY = 84
const BLUR_SIDE_PX = 16
const BLUR_URI_LENGTH_MOST = 400
const WHITE = { r: 255, g: 255, b: 255 }

/** CMYK with alpha. */
const CHANNELS_MOST = 5

/**
 * Shuts every reader of libvips but the four that pictures need, and those only from memory; sharp's cache would keep
 * one designer's pixels while the next one's are read.
 */
export function hardenSharp(): void {
  sharp.block({ operation: ['VipsForeignLoad'] })
  sharp.unblock({
    operation: [
      'VipsForeignLoadJpegBuffer',
      'VipsForeignLoadPngBuffer',
      'VipsForeignLoadWebpBuffer',
      'VipsForeignLoadHeifBuffer',
    ],
  })
  sharp.cache(false)
  sharp.concurrency(1)
}

/**
 * Judges the header, then decodes once and makes every rendition from that: orientation baked in, sRGB, no metadata,
 * alpha kept in WebP and laid on white in JPEG. Runs in the decoding child only.
 */
export async function renderPicture(
  file: Buffer,
  format: PictureFormat,
  least?: Size,
): Promise<Outcome<Rendering, PictureRefusal>> {
  const header = await readHeader(file)
  if (header === null || header.format !== format) return refused({ reason: 'damaged' })
  const broken = refuseHeader(header, least)
  if (broken) return refused(broken)

  const widest = await decode(file, header)
  if (widest === null) return refused({ reason: 'damaged' })
  const middle = await shrink(widest, renditionSize(header, '960.webp'))
  const smallest = await shrink(middle, renditionSize(header, '320.webp'))
  const share = await shrink(widest, renditionSize(header, 'share.jpg'))
  const pixelsOf: Record<RenditionName, Pixels> = {
    '320.webp': smallest,
    '960.webp': middle,
    '1920.webp': widest,
    'share.jpg': share,
  }
  const ground = await dominantColour(smallest)
  const [blur, ...renditions] = await Promise.all([
    blurOf(smallest, ground),
    ...RENDITION_NAMES.map((name) => encode(name, pixelsOf[name])),
  ])
  const { width, height } = header
  const sha256 = createHash('sha256').update(file).digest('hex')
  return done({ format, width, height, bytes: file.length, sha256, blur, ground, renditions })
}

/** Unpacked 8-bit sRGB, three channels or four. */
interface Pixels extends Size {
  data: Buffer
  channels: 3 | 4
}

async function readHeader(file: Buffer): Promise<PictureHeader | null> {
  // Opening reads the header only; the pixel limit would hide the sides that the refusal wants to name.
  const metadata = await sharp(file, { limitInputPixels: false })
    .metadata()
    .catch(() => null)
  const format = metadata && formatOf(metadata)
  if (!metadata || !format) return null
  return {
    format,
    width: metadata.autoOrient.width,
    height: metadata.autoOrient.height,
    channels: metadata.channels,
    bytesPerSample: metadata.depth === 'uchar' || metadata.depth === 'char' ? 1 : 2,
    interlaced: metadata.isProgressive,
    frames: metadata.pages ?? 1,
  }
}

function formatOf({ format, compression }: Metadata): PictureFormat | null {
  if (format === 'heif') return compression === 'av1' ? 'avif' : null
  if (format === 'jpeg' || format === 'png' || format === 'webp') return format
  return null
}

/** null when the file is cut off or broken: 'warning' refuses what a lenient decoder would fill with grey. */
async function decode(file: Buffer, size: Size): Promise<Pixels | null> {
  const opened = sharp(file, {
    failOn: 'warning',
    limitInputPixels: PICTURE_PIXELS_MOST,
    limitInputChannels: CHANNELS_MOST,
  })
  const widest = opened.autoOrient().resize({ ...renditionSize(size, '1920.webp'), fit: 'fill' })
  return unpack(widest).then(withoutIdleAlpha, () => null)
}

function shrink(pixels: Pixels, size: Size): Promise<Pixels> {
  if (size.width === pixels.width && size.height === pixels.height) return Promise.resolve(pixels)
  return unpack(fromPixels(pixels).resize({ ...size, fit: 'fill' }))
}

async function unpack(image: Sharp): Promise<Pixels> {
  const { data, info } = await image.toColourspace('srgb').raw().toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height, channels: info.channels === 4 ? 4 : 3 }
}

/** Many tools save an alpha channel in which nothing is transparent; encoding it would cost a quarter more. */
async function withoutIdleAlpha(pixels: Pixels): Promise<Pixels> {
  if (pixels.channels === 3) return pixels
  const alpha = await fromPixels(pixels).extractChannel(3).raw().toBuffer()
  if (!alpha.equals(Buffer.alloc(alpha.length, 255))) return pixels
  return unpack(fromPixels(pixels).removeAlpha())
}

function fromPixels({ data, width, height, channels }: Pixels): Sharp {
  return sharp(data, { raw: { width, height, channels } })
}

async function encode(name: RenditionName, pixels: Pixels): Promise<RenderedFile> {
  const image = fromPixels(pixels)
  const encoded =
    RENDITIONS[name].mediaType === 'image/jpeg'
      ? image.flatten({ background: WHITE }).jpeg({ quality: JPEG_QUALITY, progressive: true })
      : image.webp({ quality: WEBP_QUALITY, effort: WEBP_EFFORT })
  return { name, width: pixels.width, height: pixels.height, content: await encoded.toBuffer() }
}

async function dominantColour(pixels: Pixels): Promise<string> {
  // stats() looks at the pixels as they come in, so the white ground has to be laid first.
  const opaque = await unpack(fromPixels(pixels).flatten({ background: WHITE }))
  const { r, g, b } = (await fromPixels(opaque).stats()).dominant
  return `#${[r, g, b].map((value) => value.toString(16).padStart(2, '0')).join('')}`
}

async function blurOf(pixels: Pixels, ground: string): Promise<string> {
  for (const side of [BLUR_SIDE_PX, BLUR_SIDE_PX / 2]) {
    const tiny = fromPixels(pixels).flatten({ background: ground }).resize(side, side, { fit: 'inside' })
    const uri = `data:image/webp;base64,${(await tiny.webp({ quality: 40 }).toBuffer()).toString('base64')}`
    if (uri.length <= BLUR_URI_LENGTH_MOST) return uri
  }
  throw new Error(`a blur of ${BLUR_SIDE_PX / 2} px does not fit in ${BLUR_URI_LENGTH_MOST} characters`)
}
