const LITTLE_ENDIAN = 0x49
const ENTRY_BYTES = 12
const TAG = { newSubfileType: 0x00fe, make: 0x010f, subIfds: 0x014a, dngVersion: 0xc612 }

/**
 * Whether what begins like a TIFF is what a camera saw: NEF, ARW, DNG, PEF and most others are TIFFs by their first bytes, in
 * which a small preview comes first and the rest is in directories of its own (Adobe, Digital Negative 1.7).
 */
export function isRaw(head: Uint8Array): boolean {
  const tags = firstDirectory(head)
  if (tags.has(TAG.dngVersion)) return true
  return tags.get(TAG.newSubfileType) === 1 && tags.has(TAG.make) && tags.has(TAG.subIfds)
}

/** What the first directory says, as far as the head reaches; of values only the numbers of four bytes. */
function firstDirectory(head: Uint8Array): Map<number, number> {
  const tags = new Map<number, number>()
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength)
  const isLittle = head[0] === LITTLE_ENDIAN
  if (head.length < 8) return tags
  const start = view.getUint32(4, isLittle)
  if (start + 2 > head.length) return tags
  const count = view.getUint16(start, isLittle)
  for (let entry = 0; entry < count; entry += 1) {
    const at = start + 2 + entry * ENTRY_BYTES
    if (at + ENTRY_BYTES > head.length) break
    tags.set(view.getUint16(at, isLittle), view.getUint32(at + 8, isLittle))
  }
  return tags
}
