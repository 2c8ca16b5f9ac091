import type { ByteRange } from '#app/images/picture-store.server.ts'

/**
 * The one part of a file that a request asks for (RFC 9110, 14): null for all of it, which is also the right answer to what cannot be
 * read, to several parts at once, to a method other than GET, and to a part of another version than the one that is there.
 */
export function askedRange(
  request: Request,
  { bytes, tag }: { bytes: number; tag: string },
): ByteRange | 'none-of-it' | null {
  const asked = request.method === 'GET' ? request.headers.get('Range') : null
  const [, first = '', last = ''] = /^bytes=\s*(\d{0,15})-(\d{0,15})\s*$/i.exec(asked ?? '') ?? []
  if (first === '' && last === '') return null
  // Only our strong tag proves that it is the same file; we send no dates.
  const same = request.headers.get('If-Range')
  if (same !== null && same.trim() !== tag) return null
  if (first === '') return endOf(bytes, Number(last))
  const [start, end] = [Number(first), last === '' ? bytes - 1 : Number(last)]
  if (last !== '' && end < start) return null
  return start >= bytes ? 'none-of-it' : { start, end: Math.min(end, bytes - 1) }
}

function endOf(bytes: number, length: number): ByteRange | 'none-of-it' {
  return length === 0 || bytes === 0 ? 'none-of-it' : { start: Math.max(0, bytes - length), end: bytes - 1 }
}
