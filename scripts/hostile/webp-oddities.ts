import { type HostileFile, hostileFile, PAYLOAD_PAGE } from './hostile-file.ts'
import { flatVp8l, pixelsOf, riffChunk, VP8X_FLAG, vp8x, webp } from './webp-bytes.ts'

const LARGEST = 2 ** 24

/** `plain` is a small one with nothing wrong in it, 400 x 300. */
export function* webpOddities(plain: Buffer): Generator<HostileFile> {
  const pixels = pixelsOf(plain)
  const own = { width: 400, height: 300 }
  const meta = (type: string) => riffChunk(type, Buffer.from(PAYLOAD_PAGE))

  yield hostileFile('WebP of a canvas of 2^24 x 200', 'either', webp([vp8x({ width: LARGEST, height: 200 }), pixels]))
  yield hostileFile('WebP of the largest canvas', 'either', webp([vp8x({ width: 16_384, height: 16_384 }), pixels]))
  yield hostileFile(
    'WebP of a larger canvas than its picture',
    'either',
    webp([vp8x({ width: 6000, height: 6000 }), pixels]),
  )
  yield hostileFile('WebP that claims to be longer', 'damaged', webp([pixels], 20_000_000))
  yield hostileFile('WebP that claims to be shorter', 'either', webp([pixels], 40))
  yield hostileFile('WebP cut in half', 'damaged', plain.subarray(0, plain.length / 2))
  yield hostileFile('WebP without a picture', 'damaged', webp([vp8x(own)]))
  yield hostileFile(
    'WebP of 268 megapixels in two dozen bytes',
    'either',
    webp([flatVp8l({ width: 16_384, height: 16_384 })]),
  )
  yield hostileFile(
    'WebP of 50 megapixels in two dozen bytes',
    'either',
    webp([flatVp8l({ width: 12_000, height: 4166 })]),
  )
  yield hostileFile('WebP that moves', 'animated', moving(pixels, 2))
  yield hostileFile('WebP that moves in 10,000 pictures', 'either', moving(pixels.subarray(0, 40), 10_000))
  yield hostileFile(
    'WebP with a page in its EXIF',
    'accepted',
    webp([vp8x({ ...own, flags: VP8X_FLAG.exif }), pixels, meta('EXIF')]),
  )
  yield hostileFile(
    'WebP with a page in its XMP',
    'accepted',
    webp([vp8x({ ...own, flags: VP8X_FLAG.xmp }), pixels, meta('XMP ')]),
  )
  yield hostileFile(
    'WebP with a page for a profile',
    'either',
    webp([vp8x({ ...own, flags: VP8X_FLAG.icc }), meta('ICCP'), pixels]),
  )
  yield hostileFile('WebP with a page in a chunk of its own', 'accepted', webp([vp8x(own), pixels, meta('PAGE')]))
  yield hostileFile('WebP and page', 'accepted', plain, PAYLOAD_PAGE)
}

function moving(pixels: Buffer, frames: number): Buffer {
  const frame = Buffer.alloc(16)
  frame.writeUIntLE(399, 6, 3)
  frame.writeUIntLE(299, 9, 3)
  frame.writeUIntLE(100, 12, 3)
  const shown = riffChunk('ANMF', Buffer.concat([frame, pixels]))
  const head = vp8x({ width: 400, height: 300, flags: VP8X_FLAG.animated })
  return webp([head, riffChunk('ANIM', Buffer.alloc(6)), ...Array<Buffer>(frames).fill(shown)])
}
