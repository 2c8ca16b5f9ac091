import type { PictureRefusal } from '#app/images/picture.ts'

/** A file that was made to break something, and what the workshop must say to it. */
export interface HostileFile {
  name: string
  bytes: Buffer
  /** 'either': whether it can be shown is for the decoder to say; that it says something is not. */
  expected: 'accepted' | 'either' | PictureRefusal['reason']
}

export function hostileFile(
  name: string,
  expected: HostileFile['expected'],
  ...parts: (Buffer | string)[]
): HostileFile {
  return { name, expected, bytes: Buffer.concat(parts.map((part) => Buffer.from(part as string, 'latin1'))) }
}

/** What every payload below would do in a browser that ran it, and the words to look for in what is served. */
export const PAYLOAD_MARK = 'placet-was-taken-over'
export const PAYLOAD_SCRIPT = `globalThis.document && (document.title = '${PAYLOAD_MARK}')`
export const PAYLOAD_PAGE = `<!doctype html><html><script>${PAYLOAD_SCRIPT}</script><body>${PAYLOAD_MARK}</body></html>`
