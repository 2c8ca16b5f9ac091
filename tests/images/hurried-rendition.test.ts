import sharp from 'sharp'
import { expect, test } from 'vitest'
import { renditionSize, type Size } from '#app/images/picture.ts'
import { decodePixels, fromPixels, type Pixels, shrink } from '#app/images/picture-pixels.server.ts'
import { renderPicture } from '#app/images/render-picture.server.ts'
import { expectDone } from '../contests-in-phases.ts'

const QUALITY = 82
const USUAL = 2

test.each([
  ['of twelve megapixels, which are slow to decode, is', { width: 4800, height: 2510 }, 0],
  ['of fewer is not', { width: 2400, height: 600 }, USUAL],
])('the widest WebP of an AVIF %s made with the least effort, the others never are', async (_which, size, effort) => {
  const file = await clouds(size)
  const { renditions } = expectDone(await renderPicture(file, 'avif'))
  const made = (name: string) => Buffer.from(renditions.find((file) => file.name === name)?.content ?? [])
  const widest = await decodePixels(file, renditionSize(size, '1920.webp'))
  if (!widest) throw new Error('The AVIF cannot be read.')
  expect(made('1920.webp').equals(await webp(widest, effort))).toBe(true)
  const middle = await shrink(widest, renditionSize(size, '960.webp'))
  expect(made('960.webp').equals(await webp(middle, USUAL))).toBe(true)
  // Of these pixels each effort makes another file, so the above can tell.
  expect((await webp(middle, 0)).equals(await webp(middle, USUAL))).toBe(false)
})

function webp(pixels: Pixels, effort: number): Promise<Buffer> {
  return fromPixels(pixels).webp({ quality: QUALITY, effort }).toBuffer()
}

function clouds({ width, height }: Size): Promise<Buffer> {
  const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const
  const create = { width: 240, height: 60, channels: 3, background: '#808080', noise } as const
  return sharp({ create }).resize(width, height, { fit: 'fill', kernel: 'cubic' }).avif({ effort: 0 }).toBuffer()
}
