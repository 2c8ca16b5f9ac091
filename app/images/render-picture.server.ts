import { createHash } from 'node:crypto'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { hasMoreScans } from './count-scans.ts'
import { encodeRendition, type RenderedFile } from './encode-rendition.server.ts'
import { fingerprintPointsOf } from './fingerprint-points.server.ts'
import { nameJpegKind } from './name-jpeg-kind.ts'
import {
  EARLY_NAMES,
  type EarlyRendition,
  jpegScansMost,
  type PictureFormat,
  type PictureRefusal,
  refuseHeader,
  renditionSize,
  type Size,
} from './picture.ts'
import { type Impression, impressionOf } from './picture-impression.server.ts'
import { decodePixels, type Pixels, shrink } from './picture-pixels.server.ts'
import type { PrintFacts } from './print-facts.ts'
import { type ReadHeader, readHeader } from './read-header.server.ts'
import { withoutTexts } from './without-texts.ts'

/** Above it, decoding takes most of the two seconds that whoever sends a picture should wait at most. */
const AVIF_PIXELS_QUICK_MOST = 12_000_000

/** What is remembered of a picture, each a column of its row. `bytes` and `sha256` are of the original file. */
export interface PictureFacts extends Size, Impression, PrintFacts {
  format: PictureFormat
  bytes: number
  sha256: string
}

/** Everything a picture needs, made from one decoding. */
export interface Rendering extends PictureFacts {
  renditions: RenderedFile[]
  /** Of `fingerprint.ts`: the lightness in 64 × 64 points. */
  fingerprintPoints: Uint8Array
}

/**
 * Judges the header, then decodes once and makes every rendition that pages ask for at once from that: orientation baked in,
 * sRGB, no metadata, alpha kept in WebP and laid on its ground in JPEG. Runs in the decoding child only.
 */
export async function renderPicture(
  file: Buffer,
  format: PictureFormat,
  least?: Size,
): Promise<Outcome<Rendering, PictureRefusal>> {
  const picture = format === 'png' ? withoutTexts(file) : file
  if (picture === null) return refused({ reason: 'took-too-long' })
  const header = await readHeader(picture)
  if (header === null || header.format !== format) return refused(refuseUnread(file, format))
  const broken = refuseHeader(header, least)
  if (broken) return refused(broken)
  if (format === 'jpeg' && hasMoreScans(file, jpegScansMost(header))) return refused({ reason: 'took-too-long' })

  const widest = await decodePixels(picture, renditionSize(header, '1920.webp'))
  if (widest === null) return refused(refuseUnread(file, format))
  const pixelsOf = shrinkToAll(widest, header)
  const impression = pixelsOf['320.webp'].then(impressionOf)
  const optionsOf = async (name: EarlyRendition) => ({
    ground: name === 'share.jpg' ? ((await impression).shownOn ?? undefined) : undefined,
    hurried: name === '1920.webp' && isSlowToDecode(header),
  })
  const [facts, fingerprintPoints, ...renditions] = await Promise.all([
    factsOf(file, header, widest, impression),
    pixelsOf['320.webp'].then(fingerprintPointsOf),
    ...EARLY_NAMES.map(async (name) => encodeRendition(name, await pixelsOf[name], await optionsOf(name))),
  ])
  return done({ ...facts, fingerprintPoints, renditions })
}

function isSlowToDecode({ format, width, height }: ReadHeader): boolean {
  return format === 'avif' && width * height > AVIF_PIXELS_QUICK_MOST
}

/** Nothing is broken in a file of a kind that is not read here. */
function refuseUnread(file: Buffer, format: PictureFormat): PictureRefusal {
  const kind = format === 'jpeg' ? nameJpegKind(file) : null
  return kind ? { reason: 'format-not-accepted', format: kind } : { reason: 'damaged' }
}

async function factsOf(
  file: Buffer,
  header: ReadHeader,
  pixels: Pixels,
  impression: Promise<Impression>,
): Promise<PictureFacts> {
  const { format, width, height } = header
  return {
    ...{ format, width, height, bytes: file.length, sha256: createHash('sha256').update(file).digest('hex') },
    ...(await impression),
    ...{ ...header.print, transparent: pixels.channels === 4 ? 1 : 0 },
  }
}

/** Begun together: the widest takes longest to encode, and needs none of the others. */
function shrinkToAll(widest: Pixels, size: Size): Record<EarlyRendition, Promise<Pixels>> {
  const middle = shrink(widest, renditionSize(size, '960.webp'))
  return {
    '320.webp': middle.then((pixels) => shrink(pixels, renditionSize(size, '320.webp'))),
    '640.webp': middle.then((pixels) => shrink(pixels, renditionSize(size, '640.webp'))),
    '960.webp': middle,
    '1920.webp': Promise.resolve(widest),
    'share.jpg': shrink(widest, renditionSize(size, 'share.jpg')),
  }
}
