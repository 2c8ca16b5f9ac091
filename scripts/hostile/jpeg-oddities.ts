import { type HostileFile, hostileFile, PAYLOAD_PAGE, PAYLOAD_SCRIPT } from './hostile-file.ts'
import { claimingSize, findSegment, JPEG_END, JPEG_START, jpegSegment, MARKER, withSegments } from './jpeg-bytes.ts'
import { circularExif } from './png-oddities.ts'
import { scanBomb } from './scan-bomb.ts'

const SEGMENT_BYTES_MOST = 65_533
const LONG_WAY_BYTES = 24_000_000
/** What whoever goes from marker to marker must step over one by one. */
const LONG_WAYS: readonly [what: string, bytes: number[]][] = [
  ['filling bytes', [0xff]],
  ['escaped bytes', [0xff, 0]],
  ['restarts', [0xff, 0xd0]],
  ['empty comments', [0xff, 0xfe, 0, 2]],
]

/** `jpeg` is a small one with nothing wrong in it. */
export function* jpegOddities(jpeg: Buffer): Generator<HostileFile> {
  yield hostileFile(
    'JPEG that claims 65,500 x 65,500',
    'side-too-long',
    claimingSize(jpeg, { width: 65_500, height: 65_500 }),
  )
  yield hostileFile('JPEG that claims 7000 x 7000', 'damaged', claimingSize(jpeg, { width: 7000, height: 7000 }))
  yield hostileFile('JPEG that claims 200 x 200', 'either', claimingSize(jpeg, { width: 200, height: 200 }))
  yield hostileFile('JPEG that claims no height', 'damaged', claimingSize(jpeg, { width: 400, height: 0 }))
  yield hostileFile('JPEG cut in half', 'damaged', jpeg.subarray(0, jpeg.length / 2))
  yield hostileFile('JPEG cut in half with an end', 'damaged', jpeg.subarray(0, jpeg.length / 2), JPEG_END)
  yield hostileFile('JPEG of the unpacked kind', 'format-not-accepted', withFrame(jpeg, 0xc3))
  yield hostileFile('JPEG of 12 bits', 'either', withByte(jpeg, frameOf(jpeg) + 4, 12))
  yield hostileFile('JPEG of 200 components', 'damaged', withByte(jpeg, frameOf(jpeg) + 9, 200))
  yield hostileFile(
    'JPEG whose segment is longer than the file',
    'damaged',
    withSegments(jpeg.subarray(0, 300), Buffer.from([0xff, 0xe1, 0xff, 0xff])),
  )

  yield hostileFile('progressive JPEG of 50 scans', 'took-too-long', scanBomb({ width: 6000, height: 6000, scans: 50 }))
  yield hostileFile('smaller JPEG of 60 scans', 'either', scanBomb({ width: 4500, height: 4500, scans: 60 }))
  yield hostileFile(
    'progressive JPEG of 20,000 scans',
    'took-too-long',
    scanBomb({ width: 7000, height: 7000, scans: 20_000 }),
  )
  for (const [what, bytes] of LONG_WAYS) {
    const manyScans = jpegSegment(MARKER.app1, Buffer.alloc(200, Buffer.from([0xff, MARKER.sos])))
    const longWay = Buffer.alloc(LONG_WAY_BYTES, Buffer.from(bytes))
    const file = Buffer.concat([withSegments(jpeg.subarray(0, -2), manyScans), longWay, JPEG_END])
    yield hostileFile(`JPEG with many false scans and 24 MB of ${what}`, 'took-too-long', file)
  }
  yield hostileFile(
    'JPEG with 5000 tables of codes',
    'accepted',
    withSegments(jpeg, Buffer.concat(Array<Buffer>(5000).fill(codesOf(jpeg)))),
  )
  yield hostileFile(
    'JPEG with 20 MB of EXIF',
    'either',
    withSegments(jpeg, ...Array<Buffer>(300).fill(filled(MARKER.app1, 'Exif\0\0MM\0*'))),
  )
  yield hostileFile(
    'JPEG with 20 MB of XMP',
    'either',
    withSegments(jpeg, ...Array<Buffer>(300).fill(filled(MARKER.app1, 'http://ns.adobe.com/xap/1.0/\0<x'))),
  )
  yield hostileFile('JPEG with 16 MB of profile', 'either', withSegments(jpeg, ...profileParts(255)))
  yield hostileFile(
    'JPEG with 300,000 empty comments',
    'accepted',
    withSegments(jpeg, Buffer.concat(Array<Buffer>(300_000).fill(jpegSegment(MARKER.com, '')))),
  )
  yield hostileFile(
    'JPEG with an EXIF that goes round in circles',
    'accepted',
    withSegments(jpeg, jpegSegment(MARKER.app1, `Exif\0\0${circularExif().toString('latin1')}`)),
  )

  yield hostileFile('JPEG and page', 'accepted', jpeg, PAYLOAD_PAGE)
  yield hostileFile('JPEG and PDF', 'accepted', jpeg, '%PDF-1.7\n', PAYLOAD_SCRIPT)
  yield hostileFile(
    'JPEG with a page in its comment',
    'accepted',
    withSegments(jpeg, jpegSegment(MARKER.com, PAYLOAD_PAGE)),
  )
  yield hostileFile(
    'JPEG with a page in its EXIF',
    'accepted',
    withSegments(jpeg, jpegSegment(MARKER.app1, `Exif\0\0II*\0${PAYLOAD_PAGE}`)),
  )
  yield hostileFile(
    'JPEG with a page in its XMP',
    'accepted',
    withSegments(jpeg, jpegSegment(MARKER.app1, `http://ns.adobe.com/xap/1.0/\0${PAYLOAD_PAGE}`)),
  )
  yield hostileFile('JPEG that is a script', 'accepted', asScript(jpeg))
  yield hostileFile('page and JPEG', 'not-a-picture', PAYLOAD_PAGE, jpeg)
  yield hostileFile('PDF and JPEG', 'format-not-accepted', '%PDF-1.7\n', jpeg)
  yield hostileFile('two JPEGs', 'accepted', jpeg, jpeg)
}

function frameOf(jpeg: Buffer): number {
  return findSegment(jpeg, MARKER.sof0, MARKER.sof2)
}

function withFrame(jpeg: Buffer, marker: number): Buffer {
  return withByte(jpeg, frameOf(jpeg) + 1, marker)
}

function withByte(file: Buffer, at: number, value: number): Buffer {
  const changed = Buffer.from(file)
  changed[at] = value
  return changed
}

function codesOf(jpeg: Buffer): Buffer {
  const at = findSegment(jpeg, MARKER.dht)
  return jpeg.subarray(at, at + 2 + jpeg.readUInt16BE(at + 2))
}

function filled(marker: number, start: string): Buffer {
  return jpegSegment(marker, start.padEnd(SEGMENT_BYTES_MOST, 'x'))
}

function profileParts(count: number): Buffer[] {
  return Array.from({ length: count }, (_, at) =>
    filled(MARKER.app2, `ICC_PROFILE\0${String.fromCharCode(at + 1, count)}`),
  )
}

/**
 * The length of the first segment is written so that it opens a comment of a script: the picture is read as `ÿØÿà = …` up to the
 * program (G. Heyes, "Bypassing CSP using polyglot JPEGs", 2016).
 */
function asScript(jpeg: Buffer): Buffer {
  const length = 0x2f2a
  const content = Buffer.alloc(length - 2, 0)
  content.write('JFIF\0\x01\x02\0\0\x01\0\x01\0\0', 0, 'latin1')
  const program = `*/=${PAYLOAD_SCRIPT};/*`
  content.write(program, content.length - program.length, 'latin1')
  const first = Buffer.concat([Buffer.from([0xff, 0xe0, 0x2f, 0x2a]), content])
  return Buffer.concat([JPEG_START, first, jpeg.subarray(2, -2), Buffer.from('*/'), JPEG_END])
}
