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
  ['a side of 12,001 px', { width: 12_001, height: 1000 }, 'side-too-long'],
  ['24,000,000 x 2 px', { width: 24_000_000, height: 2 }, 'side-too-long'],
  ['21:1', { width: 4200, height: 200 }, 'too-elongated'],
  ['more than 50 megapixels', { width: 10_000, height: 5001 }, 'too-many-pixels'],
  ['an AVIF of more than 25 megapixels', { format: 'avif', width: 5001, height: 5000 }, 'too-many-pixels'],
  [
    '25 megapixels of RGBA in 16 bits and a row',
    { width: 5001, height: 5000, channels: 4, bytesPerSample: 2 },
    'too-deep',
  ],
  ['an interlaced PNG of 17 megapixels', { width: 4250, height: 4000, interlaced: true }, 'interlaced-too-large'],
  ['199 px', { width: 199, height: 300 }, 'too-few-pixels'],
])('%s is refused', (_what, change, reason) => {
  expect(refuseHeader({ ...GOOD, ...change })).toMatchObject({ reason })
})

test.each<[string, Partial<PictureHeader>]>([
  ['50 megapixels', { width: 10_000, height: 5000 }],
  ['20:1', { width: 4000, height: 200 }],
  ['12,000 px', { width: 12_000, height: 4000 }],
  ['a progressive JPEG of 50 megapixels', { format: 'jpeg', width: 10_000, height: 5000, interlaced: true }],
])('%s is exactly allowed', (_what, change) => {
  expect(refuseHeader({ ...GOOD, ...change })).toBeNull()
})

test("the brief's smallest size is named beside the picture's own, and never goes below ours", () => {
  expect(refuseHeader(GOOD, { width: 3000, height: 1000 })).toEqual({
    reason: 'too-few-pixels',
    width: 2400,
    height: 1800,
    leastWidth: 3000,
    leastHeight: 1000,
  })
  expect(refuseHeader({ ...GOOD, width: 150, height: 150 }, { width: 1, height: 1 })).toMatchObject({ leastWidth: 200 })
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
