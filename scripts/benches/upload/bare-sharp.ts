import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp, { type Sharp } from 'sharp'
import { JPEG, WEBP } from '#app/images/encode-rendition.server.ts'

/**
 * The files that taking a picture makes, by sharp and nothing else: no judging, no digest, no rows. One decoding, each file from the
 * same pixels, one after the other, with sharp's own threads; the settings are those of app/images.
 */
export async function bareSharp(photo: Buffer, into: string): Promise<void> {
  const widest = await sharp(photo).autoOrient().resize(1920).raw().toBuffer({ resolveWithObject: true })
  const pixels = () => sharp(widest.data, { raw: widest.info })
  const files: [string, Sharp][] = [320, 640, 960, 1920].map((width) => [
    `${width}.webp`,
    pixels().resize(width).webp(WEBP),
  ])
  files.push(['share.jpg', pixels().resize(1200).jpeg(JPEG)])
  for (const [name, file] of files) await writeFile(join(into, name), await file.toBuffer())
  await writeFile(join(into, 'original.jpg'), photo)
}
