import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import ExifReader from 'exifreader'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { RENDITIONS, type RenditionName, type Size } from '#app/images/picture.ts'
import { openPictureWorkshop, type PictureWorkshop } from '#app/images/picture-workshop.server.ts'
import { isoMedia } from '../../scripts/hostile/iso-bytes.ts'
import { lyingPng, pngChunk } from '../../scripts/hostile/png-bytes.ts'
import { CORNERS, fourCorners, pngWith, quarters, storedAs } from './sample-files.ts'

const SECRET = 'Via Segreta 7'
let folder: string
let workshop: PictureWorkshop

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'placet-workshop-'))
  // One child, so that each refusal is followed by the next picture in the same process.
  workshop = await openPictureWorkshop({ uploadsDir: join(folder, 'uploads'), workers: 1 })
})

afterAll(async () => {
  await workshop.close()
  await rm(folder, { recursive: true })
})

describe('what comes in', () => {
  test.each([1, 2, 3, 4, 5, 6, 7, 8])('a JPEG held in orientation %i stands upright', async (orientation) => {
    const rendering = await accepted(await storedAs(orientation))
    expect(rendering).toMatchObject({ format: 'jpeg', width: 1200, height: 900 })
    for (const name of ['320.webp', 'share.jpg'] as const) {
      expectNear(await quarters(contentOf(rendering, name)), CORNERS)
    }
  })

  test.each(['png', 'webp'] as const)('an orientation in a %s counts too', async (format) => {
    const rendering = await accepted(await storedAs(6, format))
    expect(rendering).toMatchObject({ width: 1200, height: 900 })
    expectNear(await quarters(contentOf(rendering, '960.webp')), CORNERS)
  })

  test.each<[string, () => Promise<Buffer>, string]>([
    ['a progressive JPEG', () => fourCorners().jpeg({ progressive: true }).toBuffer(), 'jpeg'],
    ['a CMYK JPEG', () => fourCorners().toColourspace('cmyk').jpeg({ quality: 95 }).toBuffer(), 'jpeg'],
    ['a PNG of 16 bits', () => fourCorners().toColourspace('rgb16').png().toBuffer(), 'png'],
    ['an interlaced PNG', () => fourCorners().png({ progressive: true }).toBuffer(), 'png'],
    ['a PNG with a palette', () => fourCorners().png({ palette: true }).toBuffer(), 'png'],
    ['a WebP', () => fourCorners().webp({ lossless: true }).toBuffer(), 'webp'],
    ['an AVIF', () => fourCorners().avif({ quality: 90, effort: 0 }).toBuffer(), 'avif'],
  ])('%s is accepted with its colours', async (_what, make, format) => {
    const rendering = await accepted(await make())
    expect(rendering).toMatchObject({ format, width: 1200, height: 900 })
    // CMYK without a profile goes through a generic press and back.
    expectNear(await quarters(contentOf(rendering, '960.webp')), CORNERS, format === 'jpeg' ? 60 : 12)
  })

  test('a grey picture is accepted and stays grey', async () => {
    const rendering = await accepted(await fourCorners().greyscale().png().toBuffer())
    const { topLeft } = await quarters(contentOf(rendering, '960.webp'))
    expect(Math.max(...topLeft) - Math.min(...topLeft)).toBeLessThan(4)
  })

  test('a wide-gamut picture comes out as the sRGB it means, without its profile', async () => {
    const file = await fourCorners().withIccProfile('p3').png().toBuffer()
    const asStored = await sharp(file, { ignoreIcc: true }).png().toBuffer()
    expect((await quarters(asStored)).topRight[0]).toBeGreaterThan(CORNERS.topRight[0] + 20)
    const content = contentOf(await accepted(file), '960.webp')
    expectNear(await quarters(content), CORNERS)
    expect((await sharp(Buffer.from(content)).metadata()).icc).toBeUndefined()
  })
})

describe('what comes out', () => {
  test('every rendition has its size and type, and its facts are those of the original', async () => {
    const file = await fourCorners(2400, 1800).jpeg().toBuffer()
    const rendering = await accepted(file)
    expect(rendering).toMatchObject({
      format: 'jpeg',
      width: 2400,
      height: 1800,
      bytes: file.length,
      sha256: createHash('sha256').update(file).digest('hex'),
    })
    const sizes = {
      '320.webp': [320, 240],
      '640.webp': [640, 480],
      '960.webp': [960, 720],
      '1920.webp': [1920, 1440],
      'share.jpg': [1200, 900],
    }
    for (const [name, [width, height]] of Object.entries(sizes)) {
      const metadata = await sharp(Buffer.from(contentOf(rendering, name))).metadata()
      expect(metadata).toMatchObject({ width, height, space: 'srgb' })
      expect(`image/${metadata.format}`).toBe(RENDITIONS[name as RenditionName].mediaType)
      expect(rendering.renditions.find((rendition) => rendition.name === name)).toMatchObject({ width, height })
    }
  })

  test('a small picture is not enlarged, and a tall one not stretched', async () => {
    const small = await accepted(await fourCorners(400, 300).png().toBuffer())
    expect(small.renditions.map(({ width }) => width)).toEqual([320, 400, 400, 400, 400])
    const tall = await accepted(await fourCorners(400, 4000).png().toBuffer())
    expect(tall.renditions.map(({ width, height }) => [width, height])).toEqual([
      [64, 640],
      [128, 1280],
      [192, 1920],
      [384, 3840],
      [240, 2400],
    ])
  })

  test('transparency stays in WebP and lies on the ground that suits it in the JPEG', async () => {
    const rendering = await accepted(
      await sharp({ create: { width: 600, height: 600, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } })
        .png()
        .toBuffer(),
    )
    const webp = await sharp(Buffer.from(contentOf(rendering, '960.webp'))).metadata()
    expect(webp.hasAlpha).toBe(true)
    expectNear(await quarters(contentOf(rendering, 'share.jpg')), paper())
    expect(rendering).toMatchObject({ transparent: 1, shownOn: '#faf7f0' })
  })

  test('an alpha channel in which nothing is transparent is dropped', async () => {
    const rendering = await accepted(await fourCorners().ensureAlpha().png().toBuffer())
    expect((await sharp(Buffer.from(contentOf(rendering, '960.webp'))).metadata()).hasAlpha).toBe(false)
  })

  test('the ground is the colour that fills most, and the blur is a picture of at most 400 characters', async () => {
    const file = sharp({ create: { width: 900, height: 600, channels: 3, background: { r: 20, g: 90, b: 160 } } })
    const { ground, blur } = await accepted(await file.png().toBuffer())
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(ground.slice(at, at + 2), 16))
    expectNear({ ground: [red, green, blue] }, { ground: [20, 90, 160] })
    expect(blur.length).toBeLessThanOrEqual(400)
    const tiny = Buffer.from(blur.replace('data:image/webp;base64,', ''), 'base64')
    expect(await sharp(tiny).metadata()).toMatchObject({ format: 'webp', width: 16, height: 11 })
  })

  test('the loudest picture has a blur of at most 400 characters', async () => {
    const noise = { type: 'gaussian', mean: 128, sigma: 90 } as const
    const file = sharp({ create: { width: 16, height: 16, channels: 3, background: '#888', noise } })
    const large = sharp(await file.png().toBuffer()).resize(640, 640, { kernel: 'nearest' })
    expect((await accepted(await large.png().toBuffer())).blur.length).toBeLessThanOrEqual(400)
  })

  test.each(['jpeg', 'png', 'webp'] as const)('nothing that a %s says besides its pixels is left', async (format) => {
    const file = await fourCorners()
      .toFormat(format)
      .withExif({
        IFD0: { Artist: SECRET, Copyright: SECRET },
        IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '45/1 27/1 5000/100' },
      })
      .withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/"><d>${SECRET}</d></x:xmpmeta>`)
      .withIccProfile('p3')
      .toBuffer()
    expect(file.includes(SECRET)).toBe(true)
    const { renditions } = await accepted(file)
    for (const { content } of renditions) {
      expect(Buffer.from(content).includes(SECRET)).toBe(false)
      expect(personalTags(content)).toEqual([])
    }
  })

  test('a page hidden behind or inside a picture does not come through', async () => {
    const page = '<script>document.title="taken over"</script>'
    const picture = await fourCorners(600, 400).jpeg().toBuffer()
    const comment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, page.length + 2]), Buffer.from(page)])
    const files = [
      Buffer.concat([picture, Buffer.from(page)]),
      Buffer.concat([picture.subarray(0, 2), comment, picture.subarray(2)]),
      await pngWith(pngChunk('tEXt', Buffer.from(`Comment\0${page}`))),
    ]
    for (const file of files) {
      const { renditions } = await accepted(file)
      for (const { content } of renditions) expect(Buffer.from(content).includes('taken over')).toBe(false)
    }
  })
})

describe('what is refused', () => {
  test.each<[string, () => Buffer | Promise<Buffer>, string]>([
    ['a GIF', () => fourCorners().gif().toBuffer(), 'format-not-accepted'],
    ['a TIFF', () => fourCorners().tiff().toBuffer(), 'format-not-accepted'],
    ['a HEIC', () => isoMedia('heic', 'mif1', 'heic'), 'heic-not-readable'],
    ['an SVG', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'svg-not-accepted'],
    ['a page', () => Buffer.from('<!doctype html><title>x</title>'), 'not-a-picture'],
    ['an empty file', () => Buffer.alloc(0), 'not-a-picture'],
    ['an animated WebP', animatedWebp, 'animated'],
    ['an animated PNG', () => pngWith(pngChunk('acTL', Buffer.from([0, 0, 0, 2, 0, 0, 0, 0]))), 'animated'],
    ['a JPEG cut off in the middle', async () => halfOf(await fourCorners().jpeg().toBuffer()), 'damaged'],
    ['a PNG cut off in the middle', async () => halfOf(await noise().png().toBuffer()), 'damaged'],
    ['a WebP cut off in the middle', async () => halfOf(await noise().webp().toBuffer()), 'damaged'],
    ['an AVIF cut off in the middle', async () => halfOf(await noise().avif({ effort: 0 }).toBuffer()), 'damaged'],
    ['an AVIF with nothing in it', () => isoMedia('avif', 'mif1', 'avif'), 'damaged'],
    ['the first bytes of a JPEG', () => Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), 'damaged'],
    ['a PNG that promises more than it holds', () => lyingPng({ width: 6000, height: 6000 }), 'damaged'],
    ['a picture of 150 px', () => fourCorners(150, 150).png().toBuffer(), 'too-few-pixels'],
    ['a banner of 25:1', () => fourCorners(5000, 200).png().toBuffer(), 'too-elongated'],
    ['a PNG of 16,384 px', () => lyingPng({ width: 16_384, height: 1200 }), 'side-too-long'],
    ['a PNG of 60 megapixels', () => lyingPng({ width: 10_000, height: 6000 }), 'too-many-pixels'],
    ['a PNG of 36 megapixels in 16 bits', () => lyingPng({ width: 6000, height: 6000, bitDepth: 16 }), 'too-deep'],
    [
      'an interlaced PNG of 24 megapixels',
      () => lyingPng({ width: 6000, height: 4000, interlaced: true }),
      'interlaced-too-large',
    ],
    [
      'the interlaced PNG of 24,000,000 x 2 pixels that takes 7 GB elsewhere',
      () => lyingPng({ width: 24_000_000, height: 2, bitDepth: 16, interlaced: true }),
      'side-too-long',
    ],
  ])('%s', async (_what, make, reason) => {
    expect(await render(await make())).toMatchObject({ ok: false, refusal: { reason } })
  })

  test('a file one byte over the limit, before anything reads it', async () => {
    const path = join(folder, 'large')
    await writeFile(path, Buffer.concat([await fourCorners().png().toBuffer(), Buffer.alloc(25 * 1024 * 1024)]))
    expect(await workshop.inspectAndRender(path)).toMatchObject({ ok: false, refusal: { reason: 'too-many-bytes' } })
  })

  test("a picture below the brief's size, with both sizes named", async () => {
    expect(await render(await storedAs(6), { width: 1200, height: 1000 })).toEqual({
      ok: false,
      refusal: { reason: 'too-few-pixels', width: 1200, height: 900, leastWidth: 1200, leastHeight: 1000 },
    })
  })

  test.each([
    ['profile', () => pngChunk('iCCP', Buffer.concat([Buffer.from('p\0\0'), deflateSync(Buffer.alloc(200_000_000))]))],
    ['text', () => pngChunk('zTXt', Buffer.concat([Buffer.from('p\0\0'), deflateSync(Buffer.alloc(200_000_000))]))],
  ])('or shown without it: a PNG whose %s inflates to 200 MB', async (_what, chunk) => {
    const outcome = await render(await pngWith(chunk()))
    if (!outcome.ok) expect(outcome.refusal).toEqual({ reason: 'damaged' })
    await accepted(await fourCorners(400, 300).png().toBuffer())
  })
})

test('pictures that come together are each answered, however few the children are', async () => {
  const files = await Promise.all([
    fourCorners(400, 300).png().toBuffer(),
    fourCorners(400, 300).gif().toBuffer(),
    fourCorners(300, 400).webp().toBuffer(),
    lyingPng({ width: 9, height: 9 }),
  ])
  const outcomes = await Promise.all(files.map((file) => render(file)))
  expect(outcomes.map((outcome) => (outcome.ok ? outcome.value.height : outcome.refusal.reason))).toEqual([
    300,
    'format-not-accepted',
    400,
    'too-few-pixels',
  ])
})

test('a workshop that is closing refuses as too busy, not as the fault of the picture', async () => {
  const closing = await openPictureWorkshop({ uploadsDir: join(folder, 'other'), workers: 1 })
  const path = join(folder, 'waiting')
  await writeFile(path, await fourCorners(400, 300).png().toBuffer())
  await closing.inspectAndRender(path)
  const running = [closing.inspectAndRender(path), closing.inspectAndRender(path)]
  await closing.close()
  for (const outcome of await Promise.all(running)) {
    expect(outcome).toEqual({ ok: false, refusal: { reason: 'too-busy' } })
  }
  expect(await closing.inspectAndRender(path)).toEqual({ ok: false, refusal: { reason: 'too-busy' } })
})

test('a workshop that starts ahead has one child more than there is work for', async () => {
  let ready = 0
  const options = {
    uploadsDir: join(folder, 'ahead'),
    workers: 3,
    startsAhead: true,
    onDecoderReady: () => (ready += 1),
  }
  const ahead = await openPictureWorkshop(options)
  onTestFinished(() => ahead.close())
  await expect.poll(() => ready, { timeout: 10_000 }).toBe(1)
  const path = join(folder, 'ahead.png')
  await writeFile(path, await fourCorners(400, 300).png().toBuffer())
  expect(await ahead.inspectAndRender(path)).toMatchObject({ ok: true })
  await expect.poll(() => ready, { timeout: 10_000 }).toBe(2)
  expect(await ahead.inspectAndRender(path)).toMatchObject({ ok: true })
  expect(ready).toBe(2)
})

let files = 0

async function render(file: Uint8Array, least?: Size) {
  files += 1
  const path = join(folder, `file-${files}`)
  await writeFile(path, file)
  return workshop.inspectAndRender(path, least)
}

async function accepted(file: Uint8Array) {
  const outcome = await render(file)
  if (!outcome.ok) throw new Error(`refused: ${JSON.stringify(outcome.refusal)}`)
  return outcome.value
}

function contentOf({ renditions }: Awaited<ReturnType<typeof accepted>>, name: string): Uint8Array {
  const found = renditions.find((rendition) => rendition.name === name)
  if (!found) throw new Error(`there is no ${name}`)
  return found.content
}

function expectNear(found: Record<string, number[]>, wanted: Record<string, readonly number[]>, most = 12): void {
  for (const [place, colour] of Object.entries(wanted)) {
    const far = colour.map((value, channel) => Math.abs(value - (found[place]?.[channel] ?? 999)))
    expect(Math.max(...far), `${place}: ${found[place]} for ${colour}`).toBeLessThanOrEqual(most)
  }
}

function paper(): Record<string, number[]> {
  return Object.fromEntries(Object.keys(CORNERS).map((place) => [place, [250, 247, 240]]))
}

/** Tags that tell of anything but the shape of the pixels. */
function personalTags(content: Uint8Array): string[] {
  try {
    const { file, jfif, riff, ...others } = ExifReader.load(Buffer.from(content), { expanded: true })
    return Object.keys(others)
  } catch (error) {
    if (error instanceof ExifReader.errors.MetadataMissingError) return []
    throw error
  }
}

function noise() {
  const grain = { type: 'gaussian', mean: 128, sigma: 60 } as const
  return sharp({ create: { width: 500, height: 400, channels: 3, background: '#888', noise: grain } })
}

function halfOf(file: Buffer): Buffer {
  return file.subarray(0, file.length / 2)
}

async function animatedWebp(): Promise<Buffer> {
  const frames = [fourCorners(300, 300), fourCorners(300, 300).negate()]
  const pngs = await Promise.all(frames.map((frame) => frame.png().toBuffer()))
  return sharp(pngs, { join: { animated: true } })
    .webp()
    .toBuffer()
}
