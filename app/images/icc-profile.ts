/** The little that is read of an embedded colour profile (ICC.1:2022). Pure; every length in it may be a lie. */
export interface ColourProfile {
  /** For people, '' when it has none that can be read. */
  name: string
  space: 'rgb' | 'cmyk' | 'grey' | 'other'
}

export const PROFILE_NAME_LENGTH_MOST = 80
const HEADER_BYTES = 128
const SPACE_AT = 16
const TAGS_MOST = 100
const TAG_BYTES = 12

const SPACES: Record<string, ColourProfile['space']> = { 'RGB ': 'rgb', CMYK: 'cmyk', GRAY: 'grey' }

/** null for what is not long enough to be a profile. */
export function readProfile(icc: Uint8Array): ColourProfile | null {
  if (icc.length < HEADER_BYTES + 4) return null
  return { name: cleanName(descriptionOf(icc)), space: SPACES[latin1(icc, SPACE_AT, 4)] ?? 'other' }
}

/** The text of the 'desc' tag: ASCII in version 2 profiles, the first of several languages in UTF-16 in version 4. */
function descriptionOf(icc: Uint8Array): string {
  const view = new DataView(icc.buffer, icc.byteOffset, icc.byteLength)
  const start = findDescription(icc, view)
  if (start === null || start + TAG_BYTES > icc.length) return ''
  const type = latin1(icc, start, 4)
  if (type === 'desc') return latin1(icc, start + 12, Math.min(view.getUint32(start + 8), PROFILE_NAME_LENGTH_MOST))
  if (type !== 'mluc' || start + 28 > icc.length) return ''
  const bytes = Math.min(view.getUint32(start + 20), 2 * PROFILE_NAME_LENGTH_MOST)
  const from = start + view.getUint32(start + 24)
  return new TextDecoder('utf-16be').decode(icc.subarray(from, from + bytes))
}

function findDescription(icc: Uint8Array, view: DataView): number | null {
  const count = Math.min(view.getUint32(HEADER_BYTES), TAGS_MOST)
  for (let tag = 0; tag < count; tag += 1) {
    const at = HEADER_BYTES + 4 + tag * TAG_BYTES
    if (at + TAG_BYTES > icc.length) return null
    if (latin1(icc, at, 4) === 'desc') return view.getUint32(at + 4)
  }
  return null
}

/** A stranger wrote it: one short line without control, format or private characters. */
function cleanName(text: string): string {
  const [beforeNull = ''] = text.split('\0')
  const line = beforeNull
    .replace(/[\p{C}\ufffd]/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
  return line.slice(0, PROFILE_NAME_LENGTH_MOST)
}

function latin1(bytes: Uint8Array, from: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(from, from + length))
}
