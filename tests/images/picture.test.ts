import { expect, test } from 'vitest'
import { jpegScansMost, type PictureHeader, refuseHeader, renditionSize } from '#app/images/picture.ts'

const GOOD: PictureHeader = {
  format: 'png',
  width: 2400,
  height: 1800,
  channels: 3,
  bytesPerSample: 1,
  interlaced: false,
  frames: 1,
}

test('an ordinary picture passes', () => {
  expect(refuseHeader(GOOD)).toBeNull()
})

test.each<[string, Partial<PictureHeader>, string]>([
  ['two frames', { frames: 2 }, 'animated'],
  ['a side of 16,384 px', { width: 16_384, height: 1000 }, 'side-too-long'],
  ['24,000,000 x 2 px', { width: 24_000_000, height: 2 }, 'side-too-long'],
  ['21:1', { width: 4200, height: 200 }, 'too-elongated'],
  ['more than 52 megapixels', { width: 10_000, height: 5201 }, 'too-many-pixels'],
  [
    'a progressive JPEG of more than 52 megapixels',
    { format: 'jpeg', width: 10_000, height: 5201, interlaced: true },
    'too-many-pixels',
  ],
  ['a JPEG of more than 110 megapixels', { format: 'jpeg', width: 11_000, height: 10_001 }, 'too-many-pixels'],
  ['an AVIF of more than 25 megapixels', { format: 'avif', width: 5001, height: 5000 }, 'too-many-pixels'],
  [
    '26 megapixels of RGBA in 16 bits and a row',
    { width: 5201, height: 5000, channels: 4, bytesPerSample: 2 },
    'too-deep',
  ],
  ['an interlaced PNG of 17 megapixels', { width: 4250, height: 4000, interlaced: true }, 'interlaced-too-large'],
  ['199 px', { width: 199, height: 300 }, 'too-few-pixels'],
])('%s is refused', (_what, change, reason) => {
  expect(refuseHeader({ ...GOOD, ...change })).toMatchObject({ reason })
})

test.each<[string, Partial<PictureHeader>]>([
  ['52 megapixels', { width: 10_000, height: 5200 }],
  ['20:1', { width: 4000, height: 200 }],
  ['16,383 px', { width: 16_383, height: 3000 }],
  ['a progressive JPEG of a camera of 50 megapixels', { format: 'jpeg', width: 8256, height: 6192, interlaced: true }],
  ['a JPEG of a camera of 108 megapixels', { format: 'jpeg', width: 12_000, height: 9000 }],
  ['a panorama of a telephone', { format: 'jpeg', width: 16_382, height: 3926 }],
])('%s is exactly allowed', (_what, change) => {
  expect(refuseHeader({ ...GOOD, ...change })).toBeNull()
})

test("the brief's smallest size is named beside the picture's own, and is the only one where there is a brief", () => {
  expect(refuseHeader(GOOD, { width: 3000, height: 1000 })).toEqual({
    reason: 'too-few-pixels',
    width: 2400,
    height: 1800,
    leastWidth: 3000,
    leastHeight: 1000,
  })
  expect(refuseHeader({ ...GOOD, width: 150, height: 150 })).toMatchObject({ leastWidth: 200 })
  expect(refuseHeader({ ...GOOD, width: 150, height: 150 }, { width: 100, height: 100 })).toBeNull()
})

test('a rendition keeps the shape, is never enlarged, and is at most twice as tall as it is named wide', () => {
  expect(renditionSize({ width: 2400, height: 1800 }, '960.webp')).toEqual({ width: 960, height: 720 })
  expect(renditionSize({ width: 500, height: 400 }, '1920.webp')).toEqual({ width: 500, height: 400 })
  expect(renditionSize({ width: 600, height: 12_000 }, '320.webp')).toEqual({ width: 32, height: 640 })
  expect(renditionSize({ width: 4000, height: 200 }, '320.webp')).toEqual({ width: 320, height: 16 })
})

test('a JPEG may be drawn in as many scans as any program writes, and the largest in fewer', () => {
  expect(jpegScansMost({ width: 400, height: 300 })).toBe(64)
  expect(jpegScansMost({ width: 5000, height: 3900 })).toBe(64)
  expect(jpegScansMost({ width: 10_000, height: 5000 })).toBe(25)
})
