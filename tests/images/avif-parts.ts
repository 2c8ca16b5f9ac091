import { isoBox } from '../../scripts/hostile/iso-bytes.ts'

/** What an AVIF made by our own encoder holds: its one item, and the properties of that. */
export interface AvifParts {
  pixels: Buffer
  /** The box av1C, how the pixels are packed. */
  configuration: Buffer
}

/** A property of an image, and whether a reader that does not know it must not show the image. */
export interface Property {
  box: Buffer
  essential?: boolean
}

export interface AvifItem {
  type: 'av01' | 'grid'
  content: Buffer
  properties: Property[]
  /** Of a grid: the items that are its tiles, counted from 1. */
  tiles?: number[]
}

/** Turned by so many quarters, against the clock (ISO/IEC 23008-12, 6.5.10). */
export function turned(quarters: number): Property {
  return { box: isoBox('irot', Buffer.from([quarters])), essential: true }
}

/** Mirrored: 0 changes top and bottom, 1 left and right (6.5.12). */
export function mirrored(axis: 0 | 1): Property {
  return { box: isoBox('imir', Buffer.from([axis])), essential: true }
}

export function extent(width: number, height: number): Property {
  return { box: isoBox('ispe', numbers(4, 0, width, height)) }
}

export function packedAs({ configuration }: AvifParts): Property {
  return { box: configuration, essential: true }
}

/** What a grid's own item says (6.6.2.3.2). */
export function gridOf(rows: number, columns: number, width: number, height: number): Buffer {
  return Buffer.concat([Buffer.from([0, 0, rows - 1, columns - 1]), numbers(2, width, height)])
}

export function takeApart(avif: Buffer): AvifParts {
  const boxAt = (type: string) => {
    const start = avif.indexOf(type, 0, 'latin1') - 4
    return avif.subarray(start, start + avif.readUInt32BE(start))
  }
  return { pixels: boxAt('mdat').subarray(8), configuration: boxAt('av1C') }
}

/** The same picture, which says by codes what its colours are (ITU-T H.273); sharp writes none. */
export function withCodes(avif: Buffer, { width, height, primaries, transfer }: Codes): Buffer {
  const parts = takeApart(avif)
  const matrix = 6
  const codes = Buffer.concat([Buffer.from('nclx'), numbers(2, primaries, transfer, matrix), Buffer.from([0x80])])
  const properties = [extent(width, height), packedAs(parts), { box: isoBox('colr', codes) }]
  return avifOf([{ type: 'av01', content: parts.pixels, properties }])
}

interface Codes {
  width: number
  height: number
  primaries: number
  transfer: number
}

/** An AVIF of these items, of which the last is the one to show. */
export function avifOf(items: AvifItem[]): Buffer {
  const properties = items.flatMap((item) => item.properties)
  const start = isoBox('ftyp', Buffer.from('avif\0\0\0\0avifmif1miaf', 'latin1'))
  const meta = (from: number) =>
    isoBox(
      'meta',
      Buffer.alloc(4),
      isoBox('hdlr', Buffer.from('\0\0\0\0\0\0\0\0pict\0\0\0\0\0\0\0\0\0\0\0\0\0', 'latin1')),
      isoBox('pitm', Buffer.alloc(4), numbers(2, items.length)),
      isoBox('iloc', Buffer.from([0, 0, 0, 0, 0x44, 0]), numbers(2, items.length), ...locations(items, from)),
      isoBox('iinf', Buffer.alloc(4), numbers(2, items.length), ...items.map(entryOf)),
      isoBox('iref', Buffer.alloc(4), ...items.flatMap(referencesOf)),
      isoBox(
        'iprp',
        isoBox('ipco', ...properties.map(({ box }) => box)),
        isoBox('ipma', Buffer.alloc(4), numbers(4, items.length), ...associations(items)),
      ),
    )
  const headBytes = start.length + meta(0).length + 8
  return Buffer.concat([start, meta(headBytes), isoBox('mdat', ...items.map(({ content }) => content))])
}

function locations(items: AvifItem[], from: number): Buffer[] {
  let at = from
  return items.map(({ content }, index) => {
    const location = Buffer.concat([numbers(2, index + 1, 0, 1), numbers(4, at, content.length)])
    at += content.length
    return location
  })
}

function entryOf({ type }: AvifItem, index: number): Buffer {
  return isoBox('infe', Buffer.from([2, 0, 0, 0]), numbers(2, index + 1, 0), Buffer.from(`${type}\0`, 'latin1'))
}

function referencesOf({ tiles }: AvifItem, index: number): Buffer[] {
  return tiles ? [isoBox('dimg', numbers(2, index + 1, tiles.length, ...tiles))] : []
}

function associations(items: AvifItem[]): Buffer[] {
  let place = 0
  return items.map(({ properties }, index) => {
    const places = properties.map(({ essential }) => ++place | (essential ? 0x80 : 0))
    return Buffer.concat([numbers(2, index + 1), Buffer.from([places.length, ...places])])
  })
}

function numbers(bytes: 2 | 4, ...values: number[]): Buffer {
  const packed = Buffer.alloc(bytes * values.length)
  values.forEach((value, at) => {
    packed.writeUIntBE(value, bytes * at, bytes)
  })
  return packed
}
