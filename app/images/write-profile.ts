/** Red, green and blue as XYZ under D50. */
export type Colorants = Record<'rXYZ' | 'gXYZ' | 'bXYZ', readonly number[]>

interface Profile {
  /** In ASCII, for people. */
  name: string
  colorants: Colorants
  /** From the numbers of a picture to light: points of 65,535 at equal distances, or one number, a gamma in 256ths. */
  curve: readonly number[]
}

const WHITE_D50 = [0.9642, 1, 0.8249]
const HEADER_BYTES = 128
const TAG_BYTES = 12
/** What follows the name in a description: none in Unicode, none for Script. */
const OTHER_NAMES_BYTES = 78

/** An ICC profile of version 2 with the least that a reader needs (ICC.1:2001-04). */
export function writeProfile({ name, colorants, curve }: Profile): Buffer {
  const described = Buffer.from(`${name}\0`)
  const points = Object.entries({ ...colorants, wtpt: WHITE_D50 })
  const tags: [names: string[], content: Buffer][] = [
    [['desc'], typed('desc', Buffer.concat([number(described.length), described, Buffer.alloc(OTHER_NAMES_BYTES)]))],
    [['cprt'], typed('text', Buffer.from('None\0'))],
    ...points.map(([tag, xyz]): [string[], Buffer] => [[tag], typed('XYZ ', Buffer.concat(xyz.map(fixed)))]),
    [['rTRC', 'gTRC', 'bTRC'], typed('curv', Buffer.concat([number(curve.length), shorts(curve)]))],
  ]
  const count = tags.flatMap(([names]) => names).length
  let at = HEADER_BYTES + 4 + TAG_BYTES * count
  const table = tags.map(([names, content]) => {
    const entries = names.map((tag) => Buffer.concat([Buffer.from(tag), number(at), number(content.length)]))
    at += content.length
    return Buffer.concat(entries)
  })
  return Buffer.concat([header(at), number(count), ...table, ...tags.map(([, content]) => content)])
}

function header(bytes: number): Buffer {
  const head = Buffer.alloc(HEADER_BYTES)
  head.writeUInt32BE(bytes, 0)
  head.writeUInt32BE(0x02100000, 8)
  head.write('mntrRGB XYZ ', 12)
  head.write('acsp', 36)
  Buffer.concat(WHITE_D50.map(fixed)).copy(head, 68)
  return head
}

function typed(type: string, content: Buffer): Buffer {
  const filling = Buffer.alloc((4 - (content.length % 4)) % 4)
  return Buffer.concat([Buffer.from(`${type}\0\0\0\0`, 'latin1'), content, filling])
}

/** s15Fixed16Number. */
function fixed(value: number): Buffer {
  return number(Math.round(value * 65_536))
}

function number(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeInt32BE(value)
  return bytes
}

function shorts(values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(2 * values.length)
  values.forEach((value, at) => {
    bytes.writeUInt16BE(value, 2 * at)
  })
  return bytes
}
