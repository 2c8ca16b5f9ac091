import type { PictureFormat, PictureRefusal } from './picture.ts'
import { isRaw } from './tiff-tags.ts'

/** How many bytes from the start are enough to tell every format below. */
export const RECOGNITION_BYTES = 4096

/**
 * What a file is, from its first bytes; its name and declared type are never asked. Pure, so that the browser can tell
 * a designer early, as a courtesy.
 */
export function recogniseFormat(head: Uint8Array): { format: PictureFormat } | { refusal: PictureRefusal } {
  if (startsWith(head, [0xff, 0xd8, 0xff])) return { format: 'jpeg' }
  const text = latin1(head)
  if (startsWith(head, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) {
    // As Xcode packs them for apps: nothing but an iPhone reads it.
    if (text.startsWith('CgBI', 12)) return { refusal: { reason: 'format-not-accepted', format: 'PNG (CgBI)' } }
    return { format: 'png' }
  }
  if (text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP') return { format: 'webp' }
  if (text.slice(4, 8) === 'ftyp') {
    const recognised = recogniseBrand(head, text)
    if (recognised) return recognised
  }
  const other = OTHER_FORMATS.find(([, sign, at = 0]) => text.startsWith(sign, at))?.[0] ?? nameNetpbm(text)
  const format = other === 'TIFF' && isRaw(head) ? 'RAW' : other
  if (format) return { refusal: { reason: 'format-not-accepted', format } }
  if (looksLikeSvg(text)) return { refusal: { reason: 'svg-not-accepted' } }
  return { refusal: { reason: 'not-a-picture' } }
}

/** Each with a sign that stands at its very start, or so many bytes behind it. */
const OTHER_FORMATS: readonly (readonly [name: string, sign: string, at?: number])[] = [
  ['GIF', 'GIF8'],
  ['CR2 (RAW)', 'II*\0\x10\0\0\0CR'],
  ['TIFF', 'II*\0'],
  ['TIFF', 'MM\0*'],
  ['TIFF', 'II+\0'],
  ['TIFF', 'MM\0+'],
  ['ORF (RAW)', 'IIRO'],
  ['ORF (RAW)', 'IIRS'],
  ['RW2 (RAW)', 'IIU\0'],
  ['RAF (RAW)', 'FUJIFILMCCD-RAW'],
  ['X3F (RAW)', 'FOVb'],
  ['MRW (RAW)', '\0MRM'],
  ['CR3 (RAW)', 'ftypcrx ', 4],
  ['JPEG XR', 'II\xbc'],
  ['BMP', 'BM'],
  ['PDF', '%PDF-'],
  ['PSD', '8BPS'],
  ['JPEG XL', '\xff\x0a'],
  ['JPEG XL', '\0\0\0\x0cJXL '],
  ['JPEG 2000', '\0\0\0\x0cjP  '],
  ['JPEG 2000', '\0\0\0\x0cjP\x1a\x1a'],
  ['JPEG 2000', '\xff\x4f\xff\x51'],
  ['EPS', '%!PS'],
  ['EPS', '\xc5\xd0\xd3\xc6'],
  ['XCF', 'gimp xcf'],
  ['CLIP', 'CSFCHUNK'],
  ['Krita', 'mimetypeapplication/x-krita', 30],
  ['Affinity', '\0\xffKA'],
  ['ICO', '\0\0\x01\0'],
  ['ICNS', 'icns'],
  ['QOI', 'qoif'],
  ['HDR', '#?RADIANCE'],
  ['EXR', '\x76\x2f\x31\x01'],
  ['WMF', '\xd7\xcd\xc6\x9a'],
  ['EMF', ' EMF', 40],
]

/** ISO base media files (HEIC, AVIF) name their brands in the first box; 'mif1' alone does not say which codec. */
function recogniseBrand(
  head: Uint8Array,
  text: string,
): { format: PictureFormat } | { refusal: PictureRefusal } | null {
  const length = new DataView(head.buffer, head.byteOffset, head.byteLength).getUint32(0)
  const brands: string[] = text.slice(8, Math.min(length, 256)).match(/[\s\S]{4}/g) ?? []
  if (brands[0] === 'avis') return { refusal: { reason: 'animated' } }
  // A draft of 2024 for small pictures, which keeps them another way.
  if (brands[0] === 'mif3') return { refusal: { reason: 'format-not-accepted', format: 'AVIF (mif3)' } }
  if (brands.includes('avif')) return { format: 'avif' }
  if (brands.some((brand) => HEIC_BRANDS.has(brand))) return { refusal: { reason: 'heic-not-readable' } }
  return null
}

const HEIC_BRANDS = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1'])

/** PBM, PGM, PPM and PAM say a number and then something blank. */
function nameNetpbm(text: string): string | null {
  return /^P[1-7]\s/.test(text) ? 'PNM' : null
}

function looksLikeSvg(text: string): boolean {
  return (
    /^(?:\xef\xbb\xbf)?\s*(?:<\?xml|<!--|<!doctype svg|<(?:\w+:)?svg)/i.test(text) && /<(?:\w+:)?svg[\s>]/i.test(text)
  )
}

function startsWith(head: Uint8Array, bytes: readonly number[]): boolean {
  return bytes.every((byte, at) => head[at] === byte)
}

function latin1(head: Uint8Array): string {
  let text = ''
  for (const byte of head.subarray(0, RECOGNITION_BYTES)) text += String.fromCharCode(byte)
  return text
}
