import type { CodedColours } from './coded-colours.ts'
import { shownLight } from './shown-light.ts'

/** Red, green and blue as a profile tells them: XYZ under D50, brought there from D65 by Bradford's matrix. */
const COLORANTS: Record<CodedColours['primaries'], Record<'rXYZ' | 'gXYZ' | 'bXYZ', readonly number[]>> = {
  bt709: { rXYZ: [0.43607, 0.22249, 0.01392], gXYZ: [0.38515, 0.71687, 0.09708], bXYZ: [0.14307, 0.06061, 0.7141] },
  p3: { rXYZ: [0.51512, 0.2412, -0.00105], gXYZ: [0.29198, 0.69225, 0.04189], bXYZ: [0.1571, 0.06657, 0.78407] },
  bt2020: { rXYZ: [0.67348, 0.27904, -0.00194], gXYZ: [0.16567, 0.67535, 0.02998], bXYZ: [0.12505, 0.04561, 0.79686] },
}
const WHITE_D50 = [0.9642, 1, 0.8249]
/** The most that every reader takes. */
const CURVE_POINTS = 4096

/** An ICC profile that says the same, of version 2 with the least that a reader needs (ICC.1:2001-04). */
export function profileOf({ primaries, transfer }: CodedColours): Buffer {
  const curve = typed('curv', Buffer.concat([number(CURVE_POINTS), curveOf(transfer)]))
  const points = Object.entries({ ...COLORANTS[primaries], wtpt: WHITE_D50 })
  const tags: [names: string[], content: Buffer][] = [
    [['desc'], typed('desc', Buffer.concat([number(6), Buffer.from('Coded\0'), Buffer.alloc(78)]))],
    [['cprt'], typed('text', Buffer.from('None\0'))],
    ...points.map(([name, xyz]): [string[], Buffer] => [[name], typed('XYZ ', Buffer.concat(xyz.map(fixed)))]),
    [['rTRC', 'gTRC', 'bTRC'], curve],
  ]
  const count = tags.flatMap(([names]) => names).length
  let at = 128 + 4 + 12 * count
  const table = tags.map(([names, content]) => {
    const entries = names.map((name) => Buffer.concat([Buffer.from(name), number(at), number(content.length)]))
    at += content.length
    return Buffer.concat(entries)
  })
  return Buffer.concat([header(at), number(count), ...table, ...tags.map(([, content]) => content)])
}

function curveOf(transfer: CodedColours['transfer']): Buffer {
  const points = Buffer.alloc(2 * CURVE_POINTS)
  for (let at = 0; at < CURVE_POINTS; at += 1) {
    points.writeUInt16BE(Math.round(65_535 * shownLight(at / (CURVE_POINTS - 1), transfer)), 2 * at)
  }
  return points
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
