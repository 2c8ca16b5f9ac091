export function riffChunk(type: string, content: Buffer): Buffer {
  const head = Buffer.from(`${type}\0\0\0\0`, 'latin1')
  head.writeUInt32LE(content.length, 4)
  return Buffer.concat([head, content, Buffer.alloc(content.length % 2)])
}

/** `length` is what the file claims; its own when not said. */
export function webp(chunks: Buffer[], length?: number): Buffer {
  const body = Buffer.concat([Buffer.from('WEBP', 'latin1'), ...chunks])
  const head = Buffer.from('RIFF\0\0\0\0', 'latin1')
  head.writeUInt32LE(length ?? body.length, 4)
  return Buffer.concat([head, body])
}

export const VP8X_FLAG = { animated: 0x02, xmp: 0x04, exif: 0x08, alpha: 0x10, icc: 0x20 }

export function vp8x({ width, height, flags = 0 }: { width: number; height: number; flags?: number }): Buffer {
  const content = Buffer.alloc(10)
  content[0] = flags
  content.writeUIntLE(width - 1, 4, 3)
  content.writeUIntLE(height - 1, 7, 3)
  return riffChunk('VP8X', content)
}

/** The chunk that holds the pixels of an ordinary WebP: 'VP8 ' or 'VP8L', with its head. */
export function pixelsOf(file: Buffer): Buffer {
  for (let at = 12; at + 8 <= file.length; ) {
    const length = 8 + file.readUInt32LE(at + 4)
    if (file.toString('latin1', at, at + 3) === 'VP8' && file[at + 3] !== 0x58)
      return file.subarray(at, at + length + (length % 2))
    at += length + (length % 2)
  }
  throw new Error('this WebP has no pixels')
}

/**
 * A lossless picture in which every code has one symbol, so that no pixel takes a single bit: as many of them as the format can say
 * in two dozen bytes (RFC 9649, 3.7.2.1.1).
 */
export function flatVp8l({ width, height }: { width: number; height: number }): Buffer {
  const bits: number[] = []
  const write = (value: number, count: number) => {
    for (let bit = 0; bit < count; bit++) bits.push((value >> bit) & 1)
  }
  write(0x2f, 8)
  write(width - 1, 14)
  write(height - 1, 14)
  // No alpha, version 0, no transform, no colour cache, one group of codes.
  write(0, 1 + 3 + 1 + 1 + 1)
  for (let code = 0; code < 5; code++) {
    write(1, 1)
    // One symbol of one bit: 0.
    write(0, 3)
  }
  const bytes = Buffer.alloc(Math.ceil(bits.length / 8) + 8)
  bits.forEach((bit, at) => {
    bytes[at >> 3] = (bytes[at >> 3] ?? 0) | (bit << (at & 7))
  })
  return riffChunk('VP8L', bytes)
}
