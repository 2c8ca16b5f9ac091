import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openPictureWorkshop, type PictureWorkshop } from '#app/images/picture-workshop.server.ts'
import { findSegment, JPEG_END, jpegSegment, MARKER, withSegments } from '../../scripts/hostile/jpeg-bytes.ts'
import { pngChunk, withChunks } from '../../scripts/hostile/png-bytes.ts'
import { ARITHMETIC_JPEG, PROGRESSIVE_ARITHMETIC_JPEG } from './arithmetic-jpegs.ts'
import { CORNERS, fourCorners, quarters } from './sample-files.ts'

/** Pictures as cameras, phones and old programs really write them: every viewer shows them, so they come in. */
let folder: string
let workshop: PictureWorkshop

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'placet-odd-'))
  workshop = await openPictureWorkshop({ uploadsDir: folder, workers: 1 })
})

afterAll(async () => {
  await workshop.close()
  await rm(folder, { recursive: true })
})

const jpeg = () => fourCorners(600, 400).jpeg({ quality: 92 }).toBuffer()
const png = () => fourCorners(600, 400).png().toBuffer()

describe('comes in, with its colours', () => {
  test.each<[string, () => Promise<Buffer>]>([
    [
      'a JPEG with bytes that belong to nothing before a marker',
      async () => withSegments(await jpeg(), jpegSegment(MARKER.com, ''), Buffer.from('odd')),
    ],
    ['a JPEG whose scan claims the wrong range', async () => withScanRange(await jpeg(), 0)],
    ['a JPEG of an unknown Adobe transform', async () => withSegments(await jpeg(), adobe(9))],
    [
      'a JPEG whose EXIF is cut off',
      async () => withSegments(await jpeg(), jpegSegment(MARKER.app1, 'Exif\0\0II*\0\x08\0\0\0\xff\xff')),
    ],
    ['a JPEG whose profile is nonsense', async () => withSegments(await jpeg(), profile('\x01\x01'))],
    ['a JPEG of which one part of the profile is missing', async () => withSegments(await jpeg(), profile('\x02\x03'))],
    ['a JPEG with bytes behind its end', async () => Buffer.concat([await jpeg(), Buffer.alloc(5000, 'x')])],
    ['a JPEG without the two bytes of its end', async () => (await jpeg()).subarray(0, -2)],
    [
      'a progressive JPEG without the two bytes of its end',
      async () => (await fourCorners().jpeg({ quality: 92, progressive: true }).toBuffer()).subarray(0, -2),
    ],
    ['a JPEG with more pictures behind it, as phones write them', manyPictures],
    [
      'a JPEG with a preview of its own',
      async () => withSegments(await jpeg(), jpegSegment(MARKER.app1, `Exif\0\0${(await tiny()).toString('latin1')}`)),
    ],
    ['a progressive JPEG', () => fourCorners().jpeg({ progressive: true, optimiseScans: true }).toBuffer()],
    ['an arithmetic-coded JPEG', async () => ARITHMETIC_JPEG],
    ['a progressive arithmetic-coded JPEG', async () => PROGRESSIVE_ARITHMETIC_JPEG],
    ['a JPEG of 4:4:4', () => fourCorners().jpeg({ chromaSubsampling: '4:4:4' }).toBuffer()],
    [
      'a PNG with a wrong sum in a text',
      async () => withChunks(await png(), pngChunk('tEXt', Buffer.from('a\0b'), true)),
    ],
    [
      'a PNG whose profile is nonsense',
      async () => withChunks(await png(), profileChunk(deflateSync(Buffer.alloc(200, 7)))),
    ],
    [
      'a PNG whose profile cannot be unpacked',
      async () => withChunks(await png(), profileChunk(Buffer.from('nothing'))),
    ],
    [
      'a PNG with a profile for sRGB and the claim of it',
      async () =>
        withChunks(await png(), pngChunk('sRGB', Buffer.from([0])), profileChunk(deflateSync(Buffer.alloc(130)))),
    ],
    [
      'a PNG whose colours are placed nowhere',
      async () => withChunks(await png(), pngChunk('cHRM', Buffer.alloc(32, 255))),
    ],
    ['a PNG whose EXIF is nonsense', async () => withChunks(await png(), pngChunk('eXIf', Buffer.from('nonsense')))],
    ['a PNG without its last chunk', async () => (await png()).subarray(0, -12)],
    ['a PNG of 16 bits with transparency', () => fourCorners().ensureAlpha().toColourspace('rgb16').png().toBuffer()],
    ['a lossless WebP with transparency', () => fourCorners().ensureAlpha().webp({ lossless: true }).toBuffer()],
    [
      'a WebP with a profile and EXIF',
      () =>
        fourCorners()
          .withIccProfile('p3')
          .withExif({ IFD0: { Make: 'x' } })
          .webp({ quality: 95 })
          .toBuffer(),
    ],
    ['an AVIF of 10 bits', () => fourCorners().avif({ quality: 90, effort: 0, bitdepth: 10 }).toBuffer()],
    ['an AVIF of 12 bits', () => fourCorners().avif({ quality: 90, effort: 0, bitdepth: 12 }).toBuffer()],
    [
      'an AVIF of 4:4:4 with transparency',
      () => fourCorners().ensureAlpha().avif({ quality: 90, effort: 0, chromaSubsampling: '4:4:4' }).toBuffer(),
    ],
    ['a lossless AVIF', () => fourCorners().avif({ lossless: true, effort: 0 }).toBuffer()],
  ])('%s', async (_what, make) => {
    const outcome = await render(await make())
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal))
    const found = await quarters(
      outcome.value.renditions.find(({ name }) => name === '960.webp')?.content ?? new Uint8Array(),
    )
    for (const [place, colour] of Object.entries(CORNERS)) {
      const far = colour.map((value, channel) =>
        Math.abs(value - (found[place as keyof typeof CORNERS][channel] ?? 999)),
      )
      expect(Math.max(...far), `${place}: ${found[place as keyof typeof CORNERS]}`).toBeLessThanOrEqual(12)
    }
  })
})

describe('is not there whole, so it does not', () => {
  test.each<[string, () => Promise<Buffer>]>([
    ['a JPEG of which the second half is missing', async () => half(await jpeg())],
    ['the same with an end put to it', async () => Buffer.concat([half(await jpeg()), JPEG_END])],
    [
      'the same with other bytes behind',
      async () => Buffer.concat([half(await jpeg()), JPEG_END, Buffer.alloc(9000, 65)]),
    ],
    [
      'a progressive JPEG that lost its last scans',
      async () => half(await fourCorners().jpeg({ progressive: true }).toBuffer()),
    ],
    ['a PNG whose pixels have a wrong sum', async () => withWrongPixels(await png())],
    ['a PNG of which the end is missing', async () => (await png()).subarray(0, -20)],
  ])('%s', async (_what, make) => {
    expect(await render(await make())).toEqual({ ok: false, refusal: { reason: 'damaged' } })
  })
})

describe('is of a kind that is not read here, and is called by it', () => {
  test.each<[string, (jpeg: Buffer) => Buffer]>([
    ['JPEG (lossless)', (jpeg) => withFrame(jpeg, 0xc3, 8)],
    ['JPEG (LS)', (jpeg) => withFrame(jpeg, 0xf7, 8)],
    ['JPEG (12 bit)', (jpeg) => withFrame(jpeg, 0xc1, 12)],
  ])('%s', async (format, change) => {
    expect(await render(change(await jpeg()))).toEqual({
      ok: false,
      refusal: { reason: 'format-not-accepted', format },
    })
  })
})

async function render(file: Buffer) {
  const path = join(folder, 'file')
  await writeFile(path, file)
  return workshop.inspectAndRender(path)
}

function adobe(transform: number): Buffer {
  return jpegSegment(MARKER.app14, Buffer.from([...Buffer.from('Adobe'), 0, 100, 0, 0, 0, 0, transform]))
}

function profile(part: string): Buffer {
  return jpegSegment(MARKER.app2, `ICC_PROFILE\0${part}${'\x03'.repeat(300)}`)
}

function profileChunk(packed: Buffer): Buffer {
  return pngChunk('iCCP', Buffer.concat([Buffer.from('p\0\0'), packed]))
}

function tiny(): Promise<Buffer> {
  return fourCorners(160, 120).jpeg().toBuffer()
}

/** An index of pictures (CIPA DC-007), and a second one behind the end of the first: a gain map, a preview, the other eye. */
async function manyPictures(): Promise<Buffer> {
  const [first, second] = [
    await jpeg(),
    await sharp({ create: { width: 300, height: 200, channels: 3, background: '#444' } })
      .jpeg()
      .toBuffer(),
  ]
  const index = jpegSegment(
    MARKER.app2,
    `MPF\0MM\0*\0\0\0\x08\0\x01\xb0\x01\0\x04\0\0\0\x01\0\0\0\x02${'\0'.repeat(60)}`,
  )
  return Buffer.concat([withSegments(first, index), second])
}

/** The last of the three bytes behind the components is where the range of a sequential scan ends: always 63. */
function withScanRange(file: Buffer, end: number): Buffer {
  const changed = Buffer.from(file)
  const scan = findSegment(file, MARKER.sos)
  changed[scan + 5 + 2 * (file[scan + 4] ?? 0) + 1] = end
  return changed
}

function withFrame(file: Buffer, marker: number, bits: number): Buffer {
  const changed = Buffer.from(file)
  const frame = findSegment(file, MARKER.sof0)
  changed[frame + 1] = marker
  changed[frame + 4] = bits
  return changed
}

function withWrongPixels(file: Buffer): Buffer {
  const changed = Buffer.from(file)
  const at = file.indexOf('IDAT', 0, 'latin1')
  changed[at + 4 + file.readUInt32BE(at - 4)] = (changed[at + 4 + file.readUInt32BE(at - 4)] ?? 0) ^ 0xff
  return changed
}

function half(file: Buffer): Buffer {
  return file.subarray(0, file.length / 2)
}
