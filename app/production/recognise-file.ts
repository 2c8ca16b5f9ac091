import { recogniseFormat } from '#app/images/recognise-format.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'

/**
 * What a production file may be. Illustrator's own files are PDF or PostScript inside, and are kept as that. No archives: what
 * is in one cannot be told without opening it, and nothing of these files is ever opened here.
 */
export const FILE_KINDS = ['tiff', 'pdf', 'eps', 'svg', 'psd', 'png', 'jpeg'] as const
export type FileKind = (typeof FILE_KINDS)[number]

export type FileKindRefusal = 'file-kind-not-accepted' | 'file-is-archive'

const KIND_OF_OTHERS: Record<string, FileKind> = { TIFF: 'tiff', PDF: 'pdf', PSD: 'psd', EPS: 'eps' }
/** An EPS with a preview for Windows begins with a table of its parts. */
const DOS_EPS = [0xc5, 0xd0, 0xd3, 0xc6]
const ARCHIVES = ['PK\x03\x04', 'PK\x05\x06', 'Rar!', '7z\xbc\xaf', '\x1f\x8b', 'BZh', '\xfd7zXZ', 'SIT!', 'StuffIt']

/** The kind of a file by its first bytes: the name and the declared type are anybody's. Only to name it, never to open it. */
export function recogniseFile(head: Uint8Array): Outcome<FileKind, FileKindRefusal> {
  if (DOS_EPS.every((byte, at) => head[at] === byte)) return done('eps')
  const text = Array.from(head.subarray(0, 8), (byte) => String.fromCharCode(byte)).join('')
  if (ARCHIVES.some((start) => text.startsWith(start))) return refused('file-is-archive')
  const recognised = recogniseFormat(head)
  if ('format' in recognised) {
    return recognised.format === 'png' || recognised.format === 'jpeg'
      ? done(recognised.format)
      : refused('file-kind-not-accepted')
  }
  const { refusal } = recognised
  if (refusal.reason === 'svg-not-accepted' && isSvgAtRoot(head)) return done('svg')
  const kind = refusal.reason === 'format-not-accepted' ? KIND_OF_OTHERS[refusal.format] : undefined
  return kind ? done(kind) : refused('file-kind-not-accepted')
}

/** What may stand before the root, each with its end. */
const PROLOGUE = [
  { start: /^<\?xml\s/i, end: '?>' },
  { start: /^<!--/, end: '-->' },
  { start: /^<!doctype\s+svg[^[>]*\[/i, end: ']' },
  { start: /^<!doctype\s+svg/i, end: '>' },
  // What is left of a document type after its inner part.
  { start: /^>/, end: '>' },
] as const

/**
 * Whether the first element is a drawing: a page of HTML with a drawing in it is none. One piece is taken away at a time, because a
 * single expression for all of them can be made to try for hours.
 */
function isSvgAtRoot(head: Uint8Array): boolean {
  let rest = new TextDecoder().decode(head).trimStart()
  for (;;) {
    const piece = PROLOGUE.find(({ start }) => start.test(rest))
    if (!piece) return /^<(?:svg:)?svg[\s>]/i.test(rest)
    const end = rest.indexOf(piece.end)
    if (end === -1) return false
    rest = rest.slice(end + piece.end.length).trimStart()
  }
}
