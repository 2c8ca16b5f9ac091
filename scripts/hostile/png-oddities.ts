import { deflateSync } from 'node:zlib'
import { type HostileFile, hostileFile, PAYLOAD_PAGE } from './hostile-file.ts'
import { flatPng, lyingPng, PNG_END, pngChunk, pngHead, withChunks } from './png-bytes.ts'

const INFLATED_BYTES = 200_000_000
const NOTHING = Buffer.alloc(0)
const LARGEST = 2 ** 31 - 1

/** `png` is a small one with nothing wrong in it. */
export function* pngOddities(png: Buffer): Generator<HostileFile> {
  yield hostileFile('PNG of 24,000,000 x 2 interlaced', 'side-too-long', lyingPng({ ...THIN, interlaced: true }))
  yield hostileFile('PNG of 24,000,000 x 2', 'side-too-long', lyingPng(THIN))
  yield hostileFile(
    'PNG of the largest sides',
    'either',
    lyingPng({ width: LARGEST, height: LARGEST, bitDepth: 16, colourType: 6 }),
  )
  yield hostileFile('PNG without a side', 'damaged', lyingPng({ width: 0, height: 0 }))
  yield hostileFile('PNG of 12,000 x 12,000', 'too-many-pixels', lyingPng({ width: 12_000, height: 12_000 }))
  yield hostileFile('PNG of 12,000 x 200', 'too-elongated', lyingPng({ width: 12_000, height: 200 }))
  yield hostileFile(
    'PNG of 36 megapixels interlaced',
    'interlaced-too-large',
    lyingPng({ width: 6000, height: 6000, interlaced: true }),
  )
  yield hostileFile(
    'PNG of 36 megapixels in 16 bits',
    'too-deep',
    lyingPng({ width: 6000, height: 6000, bitDepth: 16 }),
  )
  yield hostileFile('PNG that promises 36 megapixels', 'damaged', lyingPng({ width: 6000, height: 6000 }))
  yield hostileFile(
    'PNG that promises 16 megapixels interlaced',
    'damaged',
    lyingPng({ width: 4000, height: 4000, interlaced: true }),
  )
  yield hostileFile('PNG of 9 bits', 'damaged', lyingPng({ width: 400, height: 300, bitDepth: 9 }))
  yield hostileFile('PNG without pixels', 'damaged', pngHead({ width: 400, height: 300 }), PNG_END)
  yield hostileFile('PNG with more pixels than it says', 'either', flatterThan(png))
  yield hostileFile('PNG cut in half', 'damaged', png.subarray(0, png.length / 2))
  yield hostileFile(
    'PNG whose chunk is longer than the file',
    'damaged',
    withChunks(png, Buffer.from('\x7f\xff\xff\xfftEXt', 'latin1')),
  )

  for (const type of ['zTXt', 'iTXt', 'iCCP']) {
    yield hostileFile(`PNG whose ${type} inflates to 200 MB`, 'either', withChunks(png, inflating(type)))
  }
  yield hostileFile(
    'PNG with a hundred texts that inflate',
    'either',
    withChunks(png, ...Array<Buffer>(100).fill(inflating('zTXt', 20_000_000))),
  )
  yield hostileFile(
    'PNG with 200,000 texts',
    'either',
    withChunks(png, Buffer.concat(Array<Buffer>(200_000).fill(pngChunk('tEXt', Buffer.from('a\0b'))))),
  )
  yield hostileFile(
    'PNG of two million empty parts',
    'took-too-long',
    withChunks(png, Buffer.alloc(24_000_000, Buffer.concat([pngChunk('tEXt', NOTHING), pngChunk('paGe', NOTHING)]))),
  )
  yield hostileFile(
    'PNG with a text of 20 MB',
    'either',
    withChunks(png, pngChunk('tEXt', Buffer.alloc(20_000_000, 'a'))),
  )
  yield hostileFile(
    'PNG in 100,000 empty IDATs',
    'either',
    withChunks(png, Buffer.concat(Array<Buffer>(100_000).fill(pngChunk('IDAT', NOTHING)))),
  )
  yield hostileFile(
    'PNG with an EXIF that goes round in circles',
    'accepted',
    withChunks(png, pngChunk('eXIf', circularExif())),
  )
  yield hostileFile(
    'PNG that moves',
    'animated',
    withChunks(png, pngChunk('acTL', Buffer.from([0, 0, 0, 2, 0, 0, 0, 0]))),
  )
  yield hostileFile(
    'PNG with a page in its text',
    'accepted',
    withChunks(png, pngChunk('tEXt', Buffer.from(`Comment\0${PAYLOAD_PAGE}`))),
  )
  yield hostileFile(
    'PNG with a page in a chunk of its own',
    'accepted',
    withChunks(png, pngChunk('paGe', Buffer.from(PAYLOAD_PAGE))),
  )
  yield hostileFile('PNG and page', 'accepted', png, PAYLOAD_PAGE)
  yield hostileFile(
    'PNG and ZIP',
    'accepted',
    png,
    'PK\x03\x04',
    Buffer.alloc(26),
    PAYLOAD_PAGE,
    'PK\x05\x06',
    Buffer.alloc(18),
  )

  yield hostileFile(
    'PNG of 48 megapixels in one bit',
    'accepted',
    flatPng({ width: 12_000, height: 4000, bitDepth: 1, colourType: 0 }, 1 / 8),
  )
  yield hostileFile(
    'PNG of 50 megapixels with transparency',
    'accepted',
    flatPng({ width: 10_000, height: 5000, colourType: 6 }, 4),
  )
  yield hostileFile(
    'PNG of 25 megapixels in 16 bits with transparency',
    'accepted',
    flatPng({ width: 5000, height: 5000, bitDepth: 16, colourType: 6 }, 8),
  )
  yield hostileFile(
    'interlaced PNG of 16 megapixels',
    'either',
    flatPng({ width: 4000, height: 4000, colourType: 2, interlaced: true }, 3.1),
  )
}

const THIN = { width: 24_000_000, height: 2, bitDepth: 16 }

function inflating(type: string, bytes = INFLATED_BYTES): Buffer {
  // iTXt: keyword, compressed, deflate, no language, no translation; the others: keyword, deflate.
  const before = type === 'iTXt' ? 'p\0\x01\0\0\0' : 'p\0\0'
  return pngChunk(type, Buffer.concat([Buffer.from(before, 'latin1'), deflateSync(Buffer.alloc(bytes), { level: 9 })]))
}

/** The same pixels under a head that says less of them. */
function flatterThan(png: Buffer): Buffer {
  return Buffer.concat([pngHead({ width: 300, height: 200 }), png.subarray(pngHead({ width: 1, height: 1 }).length)])
}

/** One directory whose next is itself. */
export function circularExif(): Buffer {
  const exif = Buffer.alloc(26)
  exif.write('II*\0', 0, 'latin1')
  exif.writeUInt32LE(8, 4)
  exif.writeUInt16LE(1, 8)
  exif.writeUInt16LE(0x8769, 10)
  exif.writeUInt16LE(4, 12)
  exif.writeUInt32LE(1, 14)
  exif.writeUInt32LE(8, 18)
  exif.writeUInt32LE(8, 22)
  return exif
}
