import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import sharp, { type Sharp } from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openPictureWorkshop, type PictureWorkshop } from '#app/images/picture-workshop.server.ts'
import { jpegSegment, MARKER, withSegments } from '../../scripts/hostile/jpeg-bytes.ts'
import { pngChunk, withChunks } from '../../scripts/hostile/png-bytes.ts'
import { adobeRgbProfile, inAdobeRgb } from './adobe-rgb.ts'
import { withCodes } from './avif-parts.ts'
import { inDisplayP3 } from './display-p3.ts'
import { CORNERS, quarters, storedAs } from './sample-files.ts'

/** CIE 1976, in which 2.3 can just be seen; through a press and back colours lose some of their strength, whoever does it. */
const DELTA_E_MOST = { rgb: 3, cmyk: 8 }
/** Colours that any press can print. */
const PRINTABLE = {
  topLeft: [170, 95, 80],
  topRight: [110, 150, 110],
  bottomLeft: [95, 110, 150],
  bottomRight: [200, 185, 130],
}
/** Below the light from which what is bright is brought in. */
const DIM = { ...PRINTABLE, bottomRight: [186, 170, 120] }

let folder: string
let workshop: PictureWorkshop

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'placet-colours-'))
  workshop = await openPictureWorkshop({ uploadsDir: folder, workers: 1 })
})

afterAll(async () => {
  await workshop.close()
  await rm(folder, { recursive: true })
})

describe('comes out as the sRGB that it means', () => {
  test.each<[string, (image: Sharp) => Promise<Buffer>]>([
    [
      'a CMYK JPEG with its profile',
      (image) => image.toColourspace('cmyk').withIccProfile('cmyk').jpeg({ quality: 98 }).toBuffer(),
    ],
    [
      'a CMYK JPEG without one, its inks turned round as Adobe writes them',
      (image) => image.toColourspace('cmyk').jpeg({ quality: 98 }).toBuffer(),
    ],
    [
      'a Display P3 JPEG',
      (image) => image.withIccProfile('p3').jpeg({ quality: 98, chromaSubsampling: '4:4:4' }).toBuffer(),
    ],
    ['a Display P3 PNG of 16 bits', (image) => image.withIccProfile('p3').toColourspace('rgb16').png().toBuffer()],
    ['a Display P3 WebP', (image) => image.withIccProfile('p3').webp({ quality: 98 }).toBuffer()],
    [
      'a Display P3 AVIF of 10 bits',
      (image) => image.withIccProfile('p3').avif({ quality: 95, effort: 0, bitdepth: 10 }).toBuffer(),
    ],
    ['a PNG of 16 bits without a profile', (image) => image.toColourspace('rgb16').png().toBuffer()],
  ])('%s', async (what, make) => {
    const shown = await render(await make(await printable()))
    for (const name of ['960.webp', 'share.jpg']) {
      const found = await quarters(shown(name))
      for (const [place, colour] of Object.entries(PRINTABLE)) {
        const got = found[place as keyof typeof PRINTABLE]
        expect(deltaE(got, colour), `${name}, ${place}: ${got} for ${colour}`).toBeLessThan(
          what.includes('CMYK') ? DELTA_E_MOST.cmyk : DELTA_E_MOST.rgb,
        )
      }
    }
  })
})

test.each(['jpeg', 'png'] as const)('an Adobe RGB %s comes out as the sRGB that it means', async (format) => {
  const stored = Object.fromEntries(
    Object.entries(PRINTABLE).map(([place, colour]) => [place, inAdobeRgb(xyz(colour))]),
  ) as typeof PRINTABLE
  const plain = await (await fields(stored)).toFormat(format, { quality: 98, chromaSubsampling: '4:4:4' }).toBuffer()
  const icc = adobeRgbProfile()
  const file =
    format === 'jpeg'
      ? withSegments(plain, jpegSegment(MARKER.app2, Buffer.concat([Buffer.from('ICC_PROFILE\0\x01\x01'), icc])))
      : withChunks(plain, pngChunk('iCCP', Buffer.concat([Buffer.from('p\0\0'), deflateSync(icc)])))
  const shown = await render(file)
  for (const name of ['960.webp', 'share.jpg']) {
    const found = await quarters(shown(name))
    for (const [place, colour] of Object.entries(PRINTABLE)) {
      const got = found[place as keyof typeof PRINTABLE]
      expect(deltaE(got, colour), `${name}, ${place}: ${got} for ${colour}`).toBeLessThan(DELTA_E_MOST.rgb)
    }
  }
})

describe('without a profile, but with codes for its colours, it comes out as the sRGB that it means', () => {
  const codes = { p3: 12, pq: 16, srgb: 13 }

  test.each<[string, keyof typeof codes & ('pq' | 'srgb'), (image: Sharp, transfer: number) => Promise<Buffer>]>([
    ['an AVIF of high dynamic range in Display P3', 'pq', codedAvif],
    ['an AVIF in Display P3', 'srgb', codedAvif],
    ['a PNG of high dynamic range in Display P3', 'pq', codedPng],
  ])('%s', async (_what, transfer, make) => {
    const stored = Object.fromEntries(
      Object.entries(DIM).map(([place, colour]) => [place, inDisplayP3(xyz(colour), transfer)]),
    ) as typeof DIM
    const shown = await render(await make(await fields(stored), codes[transfer]))
    for (const name of ['960.webp', 'share.jpg']) {
      const found = await quarters(shown(name))
      for (const [place, colour] of Object.entries(DIM)) {
        const got = found[place as keyof typeof DIM]
        expect(deltaE(got, colour), `${name}, ${place}: ${got} for ${colour}`).toBeLessThan(DELTA_E_MOST.rgb)
      }
    }
  })

  async function codedAvif(image: Sharp, transfer: number): Promise<Buffer> {
    const avif = await image.avif({ quality: 95, effort: 0, bitdepth: 10, chromaSubsampling: '4:4:4' }).toBuffer()
    const { width = 0, height = 0 } = await image.metadata()
    return withCodes(avif, { width, height, primaries: codes.p3, transfer })
  }

  async function codedPng(image: Sharp, transfer: number): Promise<Buffer> {
    return withChunks(await image.png().toBuffer(), pngChunk('cICP', Buffer.from([codes.p3, transfer, 0, 1])))
  }
})

describe('keeps what shines through', () => {
  test.each<[string, (image: Sharp) => Promise<Buffer>]>([
    ['a PNG with a palette', (image) => image.png({ palette: true }).toBuffer()],
    ['a grey PNG', (image) => image.toColourspace('b-w').png().toBuffer()],
    ['a PNG of 16 bits', (image) => image.toColourspace('rgb16').png().toBuffer()],
    ['a lossless WebP', (image) => image.webp({ lossless: true }).toBuffer()],
    ['an AVIF', (image) => image.avif({ effort: 0 }).toBuffer()],
  ])('%s', async (_what, make) => {
    const create = { width: 400, height: 300, channels: 4, background: { r: 90, g: 90, b: 90, alpha: 0.5 } } as const
    const shown = await render(await make(sharp({ create })))
    const { data, info } = await sharp(shown('960.webp')).raw().toBuffer({ resolveWithObject: true })
    expect(info.channels).toBe(4)
    expect(Math.abs((data[3] ?? 0) - 128)).toBeLessThan(6)
  })
})

test.each([1, 2, 3, 4, 5, 6, 7, 8])('a WebP and a PNG held in orientation %i stand upright', async (orientation) => {
  for (const format of ['webp', 'png'] as const) {
    const found = await quarters((await render(await storedAs(orientation, format)))('320.webp'))
    for (const [place, colour] of Object.entries(CORNERS)) {
      expect(deltaE(found[place as keyof typeof CORNERS], colour), `${format}, ${place}`).toBeLessThan(8)
    }
  }
})

async function render(file: Buffer): Promise<(name: string) => Buffer> {
  const path = join(folder, 'file')
  await writeFile(path, file)
  const outcome = await workshop.inspectAndRender(path)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal))
  const { renditions } = outcome.value
  return (name) => Buffer.from(renditions.find((rendition) => rendition.name === name)?.content ?? [])
}

function printable(): Promise<Sharp> {
  return fields(PRINTABLE)
}

async function fields(colours: typeof PRINTABLE): Promise<Sharp> {
  const field = ([r, g, b]: readonly number[], x: number, y: number) =>
    `<rect x="${x}" y="${y}" width="300" height="200" fill="rgb(${r},${g},${b})"/>`
  const { topLeft, topRight, bottomLeft, bottomRight } = colours
  const drawn = [field(topLeft, 0, 0), field(topRight, 300, 0), field(bottomLeft, 0, 200), field(bottomRight, 300, 200)]
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="400">${drawn.join('')}</svg>`
  return sharp(await sharp(Buffer.from(svg)).removeAlpha().png().toBuffer())
}

/** CIE 1976, between two colours of sRGB. */
function deltaE(one: readonly number[], other: readonly number[]): number {
  const [a, b] = [lab(one), lab(other)]
  return Math.hypot(...a.map((value, at) => value - (b[at] ?? 0)))
}

function lab(colour: readonly number[]): number[] {
  const white = [0.9505, 1, 1.089]
  const [x = 0, y = 0, z = 0] = xyz(colour)
    .map((part, axis) => part / (white[axis] ?? 1))
    .map((part) => (part > 0.008856 ? Math.cbrt(part) : 7.787 * part + 16 / 116))
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
}

/** Under D65, of a colour of sRGB (IEC 61966-2-1). */
function xyz(colour: readonly number[]): number[] {
  const [r = 0, g = 0, b = 0] = colour.map((value) => {
    const part = value / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return [
    0.4124 * r + 0.3576 * g + 0.1805 * b,
    0.2126 * r + 0.7152 * g + 0.0722 * b,
    0.0193 * r + 0.1192 * g + 0.9505 * b,
  ]
}
