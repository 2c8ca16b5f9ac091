const SIGNATURE_BYTES = 8
/** Encoders write their pixels in parts of four kilobytes and more. Nothing else happens on this thread while it goes through them. */
const CHUNKS_MOST = 250_000
const TEXTS = new Set(['tEXt', 'zTXt', 'iTXt'].map((type) => Buffer.from(type, 'latin1').readUInt32BE()))

/**
 * The same PNG without its texts, which no rendition shows. libpng would unpack each of them, several times, and a file of 2 MB
 * can hold a hundred that grow to 20 MB. null for a PNG in more parts than any program writes.
 */
export function withoutTexts(png: Buffer): Buffer | null {
  const kept: Buffer[] = []
  let keptFrom = 0
  let chunks = 0
  for (let at = SIGNATURE_BYTES; at + 8 <= png.length; ) {
    if (++chunks > CHUNKS_MOST) return null
    const next = at + 12 + png.readUInt32BE(at)
    if (TEXTS.has(png.readUInt32BE(at + 4))) {
      if (at > keptFrom) kept.push(png.subarray(keptFrom, at))
      keptFrom = next
    }
    at = next
  }
  return keptFrom === 0 ? png : Buffer.concat([...kept, png.subarray(keptFrom)])
}
