const START_OF_SCAN = 0xda
const ORDINARY_BITS = 8
/** More than any file has before its first frame. */
const SEGMENTS_MOST = 10_000

/** What each frame is, by its marker (ITU T.81, table B.1; T.87 for the last), of those that libjpeg does not always read. */
const KINDS = new Map([
  [0xc3, 'lossless'],
  [0xc5, 'hierarchical'],
  [0xc6, 'hierarchical'],
  [0xc7, 'hierarchical'],
  [0xcb, 'lossless'],
  [0xcd, 'hierarchical'],
  [0xce, 'hierarchical'],
  [0xcf, 'hierarchical'],
  [0xf7, 'LS'],
])

/** The name of a kind of JPEG that archives and hospitals write and hardly any program reads; null for an ordinary one. */
export function nameJpegKind(jpeg: Buffer): string | null {
  let at = 2
  for (let segment = 0; segment < SEGMENTS_MOST && at + 5 <= jpeg.length && jpeg[at] === 0xff; segment += 1) {
    const marker = jpeg[at + 1] ?? 0
    if (marker === START_OF_SCAN) return null
    const kind = KINDS.get(marker)
    if (kind) return `JPEG (${kind})`
    if (isOrdinaryFrame(marker)) return jpeg[at + 4] === ORDINARY_BITS ? null : `JPEG (${jpeg[at + 4]} bit)`
    at += 2 + jpeg.readUInt16BE(at + 2)
  }
  return null
}

function isOrdinaryFrame(marker: number): boolean {
  return (marker >= 0xc0 && marker <= 0xc2) || marker === 0xc9 || marker === 0xca
}
