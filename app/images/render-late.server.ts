import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { encodeRendition } from './encode-rendition.server.ts'
import {
  type LateRendition,
  PAGE_WIDTHS,
  type PictureFormat,
  type PictureRefusal,
  renditionSize,
  type Size,
} from './picture.ts'
import { decodePixels, type Pixels, shrink } from './picture-pixels.server.ts'
import { readHeader } from './read-header.server.ts'
import { withoutTexts } from './without-texts.ts'

export interface LateFile extends Size {
  name: LateRendition
  bytes: number
  digest: string
}

/**
 * Decodes a picture that was taken once more and writes what takes long under its name into a folder, one file after the other: all
 * its pixels in WebP, if they are more than the widest rendition has, and the page widths in AVIF. Runs in a decoding child only.
 */
export async function renderLate(
  file: Buffer,
  format: PictureFormat,
  into: string,
): Promise<Outcome<LateFile[], PictureRefusal>> {
  const picture = format === 'png' ? withoutTexts(file) : file
  if (picture === null) return refused({ reason: 'took-too-long' })
  const header = await readHeader(picture)
  if (header === null || header.format !== format) return refused({ reason: 'damaged' })
  const widest = renditionSize(header, '1920.avif')
  const isLarger = widest.width < header.width
  const full = await decodePixels(picture, isLarger ? renditionSize(header, 'full.webp') : widest)
  if (full === null) return refused({ reason: 'damaged' })
  const files = isLarger ? [await write(into, 'full.webp', full)] : []
  let pixels = await shrink(full, widest)
  for (const width of PAGE_WIDTHS.toReversed()) {
    pixels = await shrink(pixels, renditionSize(header, `${width}.avif`))
    files.push(await write(into, `${width}.avif`, pixels))
  }
  return done(files)
}

async function write(into: string, name: LateRendition, pixels: Pixels): Promise<LateFile> {
  const { content, ...facts } = await encodeRendition(name, pixels)
  await writeFile(join(into, name), content)
  return { ...facts, name, bytes: content.byteLength }
}
