/** Adobe RGB (1998): its primaries as a profile tells them, adapted to D50 (annex of the specification), and its gamma of 563/256. */
const COLORANTS = {
  rXYZ: [0.60974, 0.31111, 0.01947],
  gXYZ: [0.20528, 0.62567, 0.06087],
  bXYZ: [0.14919, 0.06322, 0.74457],
}
const WHITE_D50 = [0.9642, 1, 0.8249]
const GAMMA = 563 / 256

/** From XYZ under D65. */
const FROM_XYZ = [
  [2.041369, -0.5649464, -0.3446944],
  [-0.969266, 1.8760108, 0.041556],
  [0.0134474, -0.1183897, 1.0154096],
]

/** The numbers that mean this colour of XYZ (under D65, white is 1) in Adobe RGB. */
export function inAdobeRgb(xyz: readonly number[]): number[] {
  return FROM_XYZ.map((row) => {
    const part = row.reduce((sum, factor, axis) => sum + factor * (xyz[axis] ?? 0), 0)
    return Math.round(255 * Math.max(0, part) ** (1 / GAMMA))
  })
}

/** A profile of version 2 with the least that a reader needs (ICC.1:2001-04). */
export function adobeRgbProfile(): Buffer {
  const curve = Buffer.from([0, 0, 0, 1, Math.floor(GAMMA), Math.round((GAMMA % 1) * 256), 0, 0])
  const points = Object.entries({ ...COLORANTS, wtpt: WHITE_D50 })
  const tags: [name: string, content: Buffer][] = [
    ['desc', typed('desc', Buffer.concat([Buffer.from([0, 0, 0, 6]), Buffer.from('Adobe\0'), Buffer.alloc(82)]))],
    ['cprt', typed('text', Buffer.from('None\0\0\0\0'))],
    ...points.map(([name, xyz]): [string, Buffer] => [name, typed('XYZ ', Buffer.concat(xyz.map(fixed)))]),
    ...['rTRC', 'gTRC', 'bTRC'].map((name): [string, Buffer] => [name, typed('curv', curve)]),
  ]
  let at = 128 + 4 + 12 * tags.length
  const table = tags.map(([name, content]) => {
    const entry = Buffer.concat([Buffer.from(name), number(at), number(content.length)])
    at += content.length
    return entry
  })
  return Buffer.concat([header(at), number(tags.length), ...table, ...tags.map(([, content]) => content)])
}

function header(bytes: number): Buffer {
  const head = Buffer.alloc(128)
  head.writeUInt32BE(bytes, 0)
  head.writeUInt32BE(0x02100000, 8)
  head.write('mntrRGB XYZ ', 12)
  head.write('acsp', 36)
  Buffer.concat(WHITE_D50.map(fixed)).copy(head, 68)
  return head
}

function typed(type: string, content: Buffer): Buffer {
  const padding = Buffer.alloc((4 - (content.length % 4)) % 4)
  return Buffer.concat([Buffer.from(`${type}\0\0\0\0`, 'latin1'), content, padding])
}

/** s15Fixed16Number. */
function fixed(value: number): Buffer {
  return number(Math.round(value * 65_536))
}

function number(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}
