import { type HostileFile, hostileFile, PAYLOAD_PAGE } from './hostile-file.ts'
import { claimingExtent, isoBox, isoMedia } from './iso-bytes.ts'

/** `avif` is a small one with nothing wrong in it. */
export function* avifOddities(avif: Buffer): Generator<HostileFile> {
  yield hostileFile(
    'AVIF that claims 60,000 x 60,000',
    'either',
    claimingExtent(avif, { width: 60_000, height: 60_000 }),
  )
  yield hostileFile('AVIF that claims 4000 x 4000', 'either', claimingExtent(avif, { width: 4000, height: 4000 }))
  yield hostileFile('AVIF that claims 200 x 200', 'either', claimingExtent(avif, { width: 200, height: 200 }))
  yield hostileFile('AVIF that claims nothing', 'either', claimingExtent(avif, { width: 0, height: 0 }))
  yield hostileFile('AVIF cut in half', 'damaged', avif.subarray(0, avif.length / 2))
  yield hostileFile('AVIF with nothing in it', 'damaged', isoMedia('avif', 'mif1', 'avif'))
  yield hostileFile(
    'AVIF of a thousand boxes in boxes',
    'damaged',
    isoMedia('avif', 'mif1').subarray(0, 20),
    nested(1000),
  )
  yield hostileFile(
    'AVIF with a box of all there is',
    'either',
    avif,
    Buffer.from('\0\0\0\x01free\xff\xff\xff\xff\xff\xff\xff\xff', 'latin1'),
  )
  yield hostileFile('AVIF and page', 'either', avif, isoBox('free', Buffer.from(PAYLOAD_PAGE)))
  yield hostileFile('AVIF and a bare page', 'either', avif, PAYLOAD_PAGE)
}

function nested(depth: number): Buffer {
  let box = isoBox('free')
  for (let level = 0; level < depth; level++) box = isoBox('meta', Buffer.alloc(4), box)
  return box
}
