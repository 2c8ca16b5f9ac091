import type { PictureFormat, PictureRefusal } from './picture.ts'

/** How many bytes from the start are enough to tell every format below. */
export const RECOGNITION_BYTES = 4096

/**
 * What a file is, from its first bytes; its name and declared type are never asked. Pure, so that the browser can tell
 * a designer early, as a courtesy.
 */
export function recogniseFormat(head: Uint8Array): { format: PictureFormat } | { refusal: PictureRefusal } {
  if (startsWith(head, [0xff, 0xd8, 0xff])) return { format: 'jpeg' }
  if (startsWith(head, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return { format: 'png' }
  const text = latin1(head)
  if (text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP') return { format: 'webp' }
  if (text.slice(4, 8) === 'ftyp') return recogniseBrand(head, text)
  const other = OTHER_FORMATS.find(([, start]) => text.startsWith(start))
  if (other) return { refusal: { reason: 'format-not-accepted', format: other[0] } }
  if (looksLikeSvg(text)) return { refusal: { reason: 'svg-not-accepted' } }
  return { refusal: { reason: 'not-a-picture' } }
}

const OTHER_FORMATS: readonly (readonly [name: string, start: string])[] = [
  ['GIF', 'GIF8'],
  ['TIFF', 'II*\0'],
  ['TIFF', 'MM\0*'],
  ['TIFF', 'II+\0'],
  ['TIFF', 'MM\0+'],
  ['BMP', 'BM'],
  ['PDF', '%PDF-'],
  ['PSD', '8BPS'],
  ['JPEG XL', '\xff\x0a'],
  ['JPEG XL', '\0\0\0\x0cJXL '],
  ['JPEG 2000', '\0\0\0\x0cjP  '],
  ['EPS', '%!PS'],
]

/** ISO base media files (HEIC, AVIF) name their brands in the first box; 'mif1' alone does not say which codec. */
function recogniseBrand(head: Uint8Array, text: string): { format: PictureFormat } | { refusal: PictureRefusal } {
  const length = new DataView(head.buffer, head.byteOffset, head.byteLength).getUint32(0)
  const brands: string[] = text.slice(8, Math.min(length, 256)).match(/[\s\S]{4}/g) ?? []
  if (brands[0] === 'avis') return { refusal: { reason: 'animated' } }
  if (brands.includes('avif')) return { format: 'avif' }
  if (brands.some((brand) => HEIC_BRANDS.has(brand))) return { refusal: { reason: 'heic-not-readable' } }
  return { refusal: { reason: 'not-a-picture' } }
}

const HEIC_BRANDS = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1'])

function looksLikeSvg(text: string): boolean {
  return /^(?:\xef\xbb\xbf)?\s*(?:<\?xml|<!--|<!doctype svg|<svg)/i.test(text) && /<svg[\s>]/i.test(text)
}

function startsWith(head: Uint8Array, bytes: readonly number[]): boolean {
  return bytes.every((byte, at) => head[at] === byte)
}

function latin1(head: Uint8Array): string {
  let text = ''
  for (const byte of head.subarray(0, RECOGNITION_BYTES)) text += String.fromCharCode(byte)
  return text
}
