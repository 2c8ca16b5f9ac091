import { type HostileFile, hostileFile, PAYLOAD_PAGE, PAYLOAD_SCRIPT } from './hostile-file.ts'
import { isoMedia } from './iso-bytes.ts'
import { PNG_SIGNATURE } from './png-bytes.ts'

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="300">'
const TIFF = Buffer.concat([Buffer.from('II*\0\x08\0\0\0', 'latin1'), Buffer.alloc(500)])
const ZIP = Buffer.concat([Buffer.from('PK\x03\x04\x14\0\0\0\0\0', 'latin1'), Buffer.alloc(500)])

/** What is no picture of ours, under whatever name it comes: told from its first bytes, and never given to a decoder. */
export const FOREIGN_FILES: readonly HostileFile[] = [
  hostileFile('empty', 'either'),
  hostileFile('one byte', 'not-a-picture', 'x'),
  hostileFile('one byte of a JPEG', 'not-a-picture', '\xff'),
  hostileFile('only zeros', 'not-a-picture', Buffer.alloc(100_000)),
  hostileFile('only the start of a JPEG', 'damaged', '\xff\xd8\xff'),
  hostileFile('only the start of a PNG', 'damaged', PNG_SIGNATURE),
  hostileFile('only the start of a WebP', 'damaged', 'RIFF\0\0\0\0WEBP'),
  hostileFile('only the start of an AVIF', 'damaged', isoMedia('avif', 'mif1', 'avif').subarray(0, 24)),
  hostileFile('SVG', 'svg-not-accepted', `${SVG}<rect width="9" height="9"/></svg>`),
  hostileFile('SVG with a script', 'svg-not-accepted', `${SVG}<script>${PAYLOAD_SCRIPT}</script></svg>`),
  hostileFile('SVG behind a declaration', 'svg-not-accepted', `\xef\xbb\xbf<?xml version="1.0"?>\n${SVG}</svg>`),
  hostileFile(
    'SVG that includes a file',
    'svg-not-accepted',
    `<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY e SYSTEM "file:///etc/passwd">]>${SVG}<text>&e;</text></svg>`,
  ),
  hostileFile(
    'SVG of a billion laughs',
    'svg-not-accepted',
    `<?xml version="1.0"?>${laughs()}${SVG}<text>&i;</text></svg>`,
  ),
  hostileFile('page', 'not-a-picture', PAYLOAD_PAGE),
  hostileFile('script', 'not-a-picture', PAYLOAD_SCRIPT),
  hostileFile('PDF', 'format-not-accepted', '%PDF-1.7\n1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj'),
  hostileFile('EPS', 'format-not-accepted', '%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 400 300\nshowpage'),
  hostileFile('PSD', 'format-not-accepted', '8BPS\0\x01', Buffer.alloc(500)),
  hostileFile('TIFF', 'format-not-accepted', TIFF),
  hostileFile('large TIFF', 'format-not-accepted', 'MM\0+\0\x08\0\0', Buffer.alloc(500)),
  hostileFile('BMP', 'format-not-accepted', 'BM', Buffer.alloc(500)),
  hostileFile('GIF', 'format-not-accepted', 'GIF89a\x90\x01\x2c\x01\x80\0\0', Buffer.alloc(30), ';'),
  hostileFile('GIF that is a script', 'format-not-accepted', `GIF89a/*${'\0'.repeat(10)}*/=0;${PAYLOAD_SCRIPT}`),
  hostileFile('JPEG XL', 'format-not-accepted', '\xff\x0a\xfa\x7f', Buffer.alloc(200)),
  hostileFile('JPEG 2000', 'format-not-accepted', '\0\0\0\x0cjP  \r\n\x87\n', Buffer.alloc(200)),
  hostileFile(
    'MVG',
    'not-a-picture',
    "push graphic-context\nviewbox 0 0 640 480\nimage over 0,0 0,0 'https://example.org/x'",
  ),
  hostileFile(
    'MSL',
    'not-a-picture',
    '<?xml version="1.0"?><image><read filename="/etc/passwd"/><write filename="/tmp/x"/></image>',
  ),
  hostileFile('ZIP', 'not-a-picture', ZIP),
  hostileFile('program', 'not-a-picture', '\x7fELF\x02\x01\x01', Buffer.alloc(500)),
  hostileFile('shell script', 'not-a-picture', '#!/bin/sh\nid > /tmp/placet'),
  hostileFile('HEIC', 'heic-not-readable', isoMedia('heic', 'mif1', 'heic')),
  hostileFile('HEIC by its second brand', 'heic-not-readable', isoMedia('mif1', 'mif1', 'heic')),
  hostileFile('moving HEIC', 'heic-not-readable', isoMedia('hevc', 'hevc', 'msf1')),
  hostileFile('moving AVIF', 'animated', isoMedia('avis', 'avis', 'avif', 'mif1')),
  hostileFile('film', 'not-a-picture', isoMedia('isom', 'isom', 'mp42')),
]

function laughs(): string {
  const entities = [...'abcdefghi'].map((name, at) => {
    const inner = at === 0 ? 'ha' : `&${String.fromCharCode(96 + at)};`.repeat(10)
    return `<!ENTITY ${name} "${inner}">`
  })
  return `<!DOCTYPE svg [${entities.join('')}]>`
}
