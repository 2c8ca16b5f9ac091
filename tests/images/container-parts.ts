/** Everything that stands in a served picture besides its pixels, read from the bytes themselves and not by the library that wrote them. */
export function partsOf(file: Buffer): string[] {
  if (file[0] === 0xff) return jpegParts(file)
  return file.toString('latin1', 0, 4) === 'RIFF' ? riffParts(file) : isoParts(file, 0, file.length)
}

/** Its segments but those that a decoder needs, and what stands behind its end. */
function jpegParts(file: Buffer): string[] {
  const parts: string[] = []
  for (let at = 2; at + 2 <= file.length; ) {
    const marker = file[at + 1] ?? 0
    if (file[at] !== 0xff || marker === 0 || marker === 0xff || (marker >= 0xd0 && marker <= 0xd7)) {
      at += 1
      continue
    }
    if (marker === 0xd9) {
      if (at + 2 < file.length) parts.push('something behind the end')
      return parts
    }
    if (marker >= 0xe1 || marker === 0xfe) parts.push(`segment ${marker.toString(16)}`)
    at += 2 + file.readUInt16BE(at + 2)
  }
  return [...parts, 'no end']
}

function riffParts(file: Buffer): string[] {
  const parts: string[] = []
  for (let at = 12; at + 8 <= file.length; ) {
    const type = file.toString('latin1', at, at + 4)
    if (!['VP8 ', 'VP8L', 'VP8X', 'ALPH'].includes(type)) parts.push(`chunk ${type}`)
    const length = file.readUInt32LE(at + 4)
    at += 8 + length + (length % 2)
  }
  return file.readUInt32LE(4) + 8 === file.length ? parts : [...parts, 'something behind the end']
}

const HOLDERS: Record<string, number> = { meta: 4, iprp: 0, ipco: 0, iinf: 6 }
const NEEDED = 'ftyp hdlr pitm iloc ipma ispe pixi av1C auxC infe iref idat mdat free'.split(' ')

/** Its boxes but those that a decoder needs; of the items only the kinds that are pixels, of the colours only plain numbers. */
function isoParts(file: Buffer, from: number, to: number): string[] {
  const parts: string[] = []
  for (let at = from; at + 8 <= to; ) {
    const length = file.readUInt32BE(at) || to - at
    const type = file.toString('latin1', at + 4, at + 8)
    const holds = HOLDERS[type]
    if (holds !== undefined) parts.push(...isoParts(file, at + 8 + holds, at + length))
    else if (type === 'colr') {
      const kind = file.toString('latin1', at + 8, at + 12)
      if (kind !== 'nclx') parts.push(`colours ${kind}`)
    } else if (!NEEDED.includes(type)) parts.push(`box ${type}`)
    if (type === 'infe') {
      const kind = file.toString('latin1', at + 16, at + 20)
      if (kind !== 'av01') parts.push(`item ${kind}`)
    }
    at += length
  }
  return parts
}
