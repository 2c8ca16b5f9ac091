import sharp, { type Metadata } from 'sharp'
import { readCodedColours } from './coded-colours.ts'
import type { PictureFormat, PictureHeader } from './picture.ts'
import { type PrintHeader, readPrintFacts } from './read-print-facts.server.ts'

export type ReadHeader = PictureHeader & { print: PrintHeader }

/** null when it is none of the formats that come in, or its header cannot be read. */
export async function readHeader(file: Buffer): Promise<ReadHeader | null> {
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
    // The other images of an AVIF stand beside it, such as the tiles of its grid; one that moves is told by its brand.
    frames: format === 'avif' ? 1 : (metadata.pages ?? 1),
    print: readPrintFacts(metadata, metadata.hasProfile ? null : readCodedColours(file)),
  }
}

function formatOf({ format, compression }: Metadata): PictureFormat | null {
  if (format === 'heif') return compression === 'av1' ? 'avif' : null
  if (format === 'jpeg' || format === 'png' || format === 'webp') return format
  return null
}
