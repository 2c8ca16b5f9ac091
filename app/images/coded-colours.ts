/**
 * What the numbers of a picture mean where it says so in a few codes and has no profile: the box 'colr' of an AVIF (ISO/IEC 23000-22) and
 * the chunk cICP of a PNG, both after ITU-T H.273. libvips takes all of them for sRGB. Pure; every length in it may be a lie.
 */
export interface CodedColours {
  primaries: 'bt709' | 'bt2020' | 'p3'
  transfer: 'srgb' | 'linear' | 'gamma22' | 'gamma28' | 'pq' | 'hlg'
}

const PRIMARIES = new Map<number, CodedColours['primaries']>([
  [1, 'bt709'],
  [9, 'bt2020'],
  [12, 'p3'],
])

/** Television's own curve is shown as sRGB by every browser, and so is meant. */
const TRANSFERS = new Map<number, CodedColours['transfer']>([
  [1, 'srgb'],
  [4, 'gamma22'],
  [5, 'gamma28'],
  [6, 'srgb'],
  [8, 'linear'],
  [13, 'srgb'],
  [14, 'srgb'],
  [15, 'srgb'],
  [16, 'pq'],
  [18, 'hlg'],
])

const PNG_SIGNATURE = 0x89504e47
const PARTS_MOST = 1000

/** null for what is sRGB, and for what says nothing that is understood here. */
export function readCodedColours(file: Buffer): CodedColours | null {
  if (file.length < 12) return null
  const codes = file.readUInt32BE(0) === PNG_SIGNATURE ? codesOfPng(file) : codesOfAvif(file, 0, file.length)
  const primaries = PRIMARIES.get(codes?.primaries ?? 0)
  const transfer = TRANSFERS.get(codes?.transfer ?? 0)
  if (!primaries || !transfer || (primaries === 'bt709' && transfer === 'srgb')) return null
  return { primaries, transfer }
}

/** For people. */
export function nameCodedColours({ primaries, transfer }: CodedColours): string {
  const space = { bt709: 'BT.709', bt2020: 'BT.2020', p3: 'Display P3' }[primaries]
  const curve = { srgb: '', linear: 'linear', gamma22: 'gamma 2.2', gamma28: 'gamma 2.8', pq: 'PQ', hlg: 'HLG' }[
    transfer
  ]
  return `${space} ${curve}`.trim()
}

interface Codes {
  primaries: number
  transfer: number
}

function codesOfPng(png: Buffer): Codes | null {
  for (let at = 8, part = 0; at + 10 <= png.length && part < PARTS_MOST; part += 1) {
    const type = png.toString('latin1', at + 4, at + 8)
    if (type === 'IDAT') return null
    if (type === 'cICP') return { primaries: png.readUInt8(at + 8), transfer: png.readUInt8(at + 9) }
    at += 12 + png.readUInt32BE(at)
  }
  return null
}

/** Boxes on the way to the properties of the images, and how many bytes of their own stand before what they hold. */
const HOLDERS = new Map([
  ['meta', 4],
  ['iprp', 0],
  ['ipco', 0],
])

/** The first of them: where a picture has several, they are its tiles. */
function codesOfAvif(file: Buffer, from: number, to: number): Codes | null {
  for (let at = from, part = 0; at + 8 <= to && part < PARTS_MOST; part += 1) {
    const length = file.readUInt32BE(at) || to - at
    // A length of more than 32 bits stands before pixels only.
    if (length < 8) return null
    const end = Math.min(at + length, to)
    const type = file.toString('latin1', at + 4, at + 8)
    const before = HOLDERS.get(type)
    const found = before === undefined ? null : codesOfAvif(file, at + 8 + before, end)
    if (found) return found
    if (type === 'colr' && file.toString('latin1', at + 8, at + 12) === 'nclx' && at + 16 <= end) {
      return { primaries: file.readUInt16BE(at + 12), transfer: file.readUInt16BE(at + 14) }
    }
    at = end
  }
  return null
}
