export const JPEG_START = Buffer.from([0xff, 0xd8])
export const JPEG_END = Buffer.from([0xff, 0xd9])

/** The markers used here, by their names in ITU T.81. */
export const MARKER = {
  sof0: 0xc0,
  sof2: 0xc2,
  dht: 0xc4,
  sos: 0xda,
  dqt: 0xdb,
  app1: 0xe1,
  app2: 0xe2,
  app14: 0xee,
  com: 0xfe,
}

export function jpegSegment(marker: number, content: Buffer | string): Buffer {
  const body = Buffer.from(content as string, 'latin1')
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(body.length + 2, 2)
  return Buffer.concat([head, body])
}

/** A JPEG with segments slipped in at its very start. */
export function withSegments(jpeg: Buffer, ...segments: Buffer[]): Buffer {
  return Buffer.concat([JPEG_START, ...segments, jpeg.subarray(2)])
}

/** Where a segment with one of these markers begins, or -1; nothing after the first scan is looked at. */
export function findSegment(jpeg: Buffer, ...markers: number[]): number {
  for (let at = 2; at + 4 <= jpeg.length && jpeg[at] === 0xff; at += 2 + jpeg.readUInt16BE(at + 2)) {
    const marker = jpeg[at + 1] ?? 0
    if (markers.includes(marker)) return at
    if (marker === MARKER.sos) return -1
  }
  return -1
}

/** The same JPEG, claiming another size. */
export function claimingSize(jpeg: Buffer, { width, height }: { width: number; height: number }): Buffer {
  const lying = Buffer.from(jpeg)
  const frame = findSegment(jpeg, MARKER.sof0, MARKER.sof2)
  if (frame < 0) throw new Error('this JPEG has no frame')
  lying.writeUInt16BE(height, frame + 5)
  lying.writeUInt16BE(width, frame + 7)
  return lying
}
