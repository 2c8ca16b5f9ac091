/** What a picture must be to come in, and what pages get of it. Pure: the browser may import it. */

export const PICTURE_FORMATS = ['jpeg', 'png', 'webp', 'avif'] as const
export type PictureFormat = (typeof PICTURE_FORMATS)[number]

export const PICTURE_MEDIA_TYPE: Record<PictureFormat, string> = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  avif: 'image/avif',
}

export const PICTURE_BYTES_MOST = 25 * 1024 * 1024
/** The longest side that WebP has room for. Telephones write panoramas of up to 16,382 x 3,900. */
export const PICTURE_SIDE_PX_MOST = 16_383
/** Cameras of “50 megapixels” have up to 51.2 (8,256 x 6,192). */
export const PICTURE_PIXELS_MOST = 52_000_000
/** Read line by line and, when it is large, at a fraction of its size: the largest cameras have 108 (12,000 x 9,000). */
export const BASELINE_JPEG_PIXELS_MOST = 110_000_000
/** Long side to short side. Bombs are thin: 24,000,000 x 2 passes a pixel limit and takes 7 GB. */
export const PICTURE_ASPECT_MOST = 20
/** Width x height x channels x bytes per sample, of what is unpacked whole: 52 megapixels of RGBA in 8 bits, or 26 in 16. */
export const PICTURE_DECODED_BYTES_MOST = 4 * PICTURE_PIXELS_MOST
/** An interlaced PNG cannot be read line by line: the decoder holds all of it. */
export const INTERLACED_PNG_PIXELS_MOST = 16_000_000
/** The AV1 decoder holds the whole picture several times over: 50 megapixels took 970 MiB and 3.6 s. */
export const AVIF_PIXELS_MOST = 25_000_000
/** Ten are usual, and the most careful programs write some forty; each walks over all of the picture. */
const JPEG_SCANS_MOST = 64
/** In all scans together: 25 of 50 megapixels, and 11 of the largest. */
const JPEG_SCANNED_PIXELS_MOST = 1_250_000_000
/** Where no brief says what it asks for. */
export const PICTURE_SIDE_PX_LEAST = 200

/** What a page may ask of every picture: made from one decoding before the picture is taken. */
export const EARLY_RENDITIONS = {
  '320.webp': { width: 320, mediaType: 'image/webp' },
  '640.webp': { width: 640, mediaType: 'image/webp' },
  '960.webp': { width: 960, mediaType: 'image/webp' },
  '1920.webp': { width: 1920, mediaType: 'image/webp' },
  'share.jpg': { width: 1200, mediaType: 'image/jpeg' },
} as const
/** What takes long, made when nobody waits; a page asks for one of them only when its `PictureView` says that it is there. */
export const LATE_RENDITIONS = {
  '320.avif': { width: 320, mediaType: 'image/avif' },
  '640.avif': { width: 640, mediaType: 'image/avif' },
  '960.avif': { width: 960, mediaType: 'image/avif' },
  '1920.avif': { width: 1920, mediaType: 'image/avif' },
  'full.webp': { width: PICTURE_SIDE_PX_MOST, mediaType: 'image/webp' },
} as const
export const RENDITIONS = { ...EARLY_RENDITIONS, ...LATE_RENDITIONS } as const
export type EarlyRendition = keyof typeof EARLY_RENDITIONS
export type LateRendition = keyof typeof LATE_RENDITIONS
export type RenditionName = keyof typeof RENDITIONS
/** The widths that `srcset` offers. */
export const PAGE_WIDTHS = [320, 640, 960, 1920] as const
/** Encoding WebP holds the picture three times over; 25 megapixels are still 1:1 for all but the largest scans. */
export const FULL_PIXELS_MOST = 25_000_000
/** A rendition is never taller than this many times its nominal width, or a 1:20 banner would be 1920 x 12,000. */
export const RENDITION_HEIGHT_PER_WIDTH_MOST = 2

/** What a page needs to show a picture without a jump while it loads. */
export interface PictureView {
  id: string
  /** Pixels of the original, after its orientation is applied. */
  width: number
  height: number
  /** A data: URI of some hundred characters. */
  blur: string
  /** '#rrggbb', the colour that fills most of it. */
  ground: string
  /** '#rrggbb', on which a picture with transparent parts is shown; null when it has none. */
  shownOn: string | null
  /** 1 when each of the widths is there as AVIF as well; it comes some time after the picture. */
  avif: number
  /** 1 when there is a 'full.webp', because the picture has more pixels than the widest rendition. */
  full: number
  alt: string
}

export interface Size {
  width: number
  height: number
}

/** What the file's header says, before a pixel is decoded. Sides are as shown, after the orientation. */
export interface PictureHeader extends Size {
  format: PictureFormat
  channels: number
  bytesPerSample: number
  interlaced: boolean
  frames: number
}

/** Why a picture is refused, with the figures that the sentence for people needs. */
export type PictureRefusal =
  | { reason: 'not-a-picture' }
  | { reason: 'format-not-accepted'; format: string }
  | { reason: 'heic-not-readable' }
  | { reason: 'svg-not-accepted' }
  | { reason: 'animated' }
  | { reason: 'too-many-bytes'; most: number }
  | { reason: 'too-few-pixels'; width: number; height: number; leastWidth: number; leastHeight: number }
  | { reason: 'too-many-pixels'; width: number; height: number; most: number }
  | { reason: 'side-too-long'; width: number; height: number; most: number }
  | { reason: 'too-elongated'; width: number; height: number; most: number }
  | { reason: 'too-deep'; width: number; height: number }
  | { reason: 'interlaced-too-large'; width: number; height: number; most: number }
  | { reason: 'damaged' }
  | { reason: 'took-too-long' }
  | { reason: 'too-busy' }

const LEAST: Size = { width: PICTURE_SIDE_PX_LEAST, height: PICTURE_SIDE_PX_LEAST }

/** The first rule that a header breaks, or null. `least` is what the brief asks for, in pixels. */
export function refuseHeader(header: PictureHeader, least: Size = LEAST): PictureRefusal | null {
  const { width, height } = header
  const pixels = width * height
  const shown = { width, height }
  if (header.frames > 1) return { reason: 'animated' }
  if (Math.max(width, height) > PICTURE_SIDE_PX_MOST) {
    return { reason: 'side-too-long', ...shown, most: PICTURE_SIDE_PX_MOST }
  }
  if (Math.max(width, height) > PICTURE_ASPECT_MOST * Math.min(width, height)) {
    return { reason: 'too-elongated', ...shown, most: PICTURE_ASPECT_MOST }
  }
  const pixelsMost = pixelsMostOf(header)
  if (pixels > pixelsMost) return { reason: 'too-many-pixels', ...shown, most: pixelsMost }
  if (header.format === 'png' && header.interlaced && pixels > INTERLACED_PNG_PIXELS_MOST) {
    return { reason: 'interlaced-too-large', ...shown, most: INTERLACED_PNG_PIXELS_MOST }
  }
  if (!isBaselineJpeg(header) && pixels * header.channels * header.bytesPerSample > PICTURE_DECODED_BYTES_MOST) {
    return { reason: 'too-deep', ...shown }
  }
  if (width < least.width || height < least.height) {
    return { reason: 'too-few-pixels', ...shown, leastWidth: least.width, leastHeight: least.height }
  }
  return null
}

function pixelsMostOf(header: PictureHeader): number {
  if (isBaselineJpeg(header)) return BASELINE_JPEG_PIXELS_MOST
  return header.format === 'avif' ? AVIF_PIXELS_MOST : PICTURE_PIXELS_MOST
}

function isBaselineJpeg({ format, interlaced }: PictureHeader): boolean {
  return format === 'jpeg' && !interlaced
}

export function jpegScansMost({ width, height }: Size): number {
  return Math.min(JPEG_SCANS_MOST, Math.floor(JPEG_SCANNED_PIXELS_MOST / (width * height)))
}

export const EARLY_NAMES = Object.keys(EARLY_RENDITIONS).filter(
  (name): name is EarlyRendition => name in EARLY_RENDITIONS,
)

export function isRenditionName(name: string): name is RenditionName {
  return Object.hasOwn(RENDITIONS, name)
}

/** The size a rendition of a picture has: never enlarged, never cut. */
export function renditionSize(picture: Size, name: RenditionName): Size {
  const { width } = RENDITIONS[name]
  const fitting = Math.min(1, width / picture.width, (width * RENDITION_HEIGHT_PER_WIDTH_MOST) / picture.height)
  const scale = Math.min(fitting, Math.sqrt(FULL_PIXELS_MOST / (picture.width * picture.height)))
  return {
    width: Math.max(1, Math.round(picture.width * scale)),
    height: Math.max(1, Math.round(picture.height * scale)),
  }
}
