import type { PictureFormat, RenditionName } from './picture.ts'

/**
 * Where files are kept, by key. Every driver passes tests/images/picture-store.suite.ts. A driver checks each key with
 * `checkKey`, so that no key, wherever it came from, can name a file outside.
 */
export interface PictureStore {
  /** Keeps the file whole or not at all; once it resolves a power cut does not lose it. Putting again replaces. */
  put(key: string, content: Uint8Array | { path: string }): Promise<void>
  /** null when there is no such file. */
  open(key: string): Promise<StoredFile | null>
  /** Removing what is not there is no error. */
  remove(key: string): Promise<void>
  /** Where a browser may fetch the file for the next five minutes; null when only the app can serve it, or nothing is there. */
  address(key: string): Promise<string | null>
  /** Every whole file whose key begins with the prefix, each once, in no order; '' is all of them. */
  list(prefix: string): AsyncIterable<ListedFile>
  /** What a put that was cut short before that moment left behind. */
  listUnfinished(before: Date): AsyncIterable<UnfinishedFile>
}

export interface ListedFile {
  key: string
  bytes: number
  writtenAt: Date
}

export interface UnfinishedFile {
  /** For people: the driver's own word for it. */
  name: string
  remove(): Promise<void>
}

export interface StoredFile {
  bytes: number
  /** Opens the file when called: call it once, and only to read it. A range must lie within the file. */
  stream(range?: ByteRange): ReadableStream<Uint8Array>
}

/** Both ends are part of it, as in HTTP. */
export interface ByteRange {
  start: number
  end: number
}

const KEY =
  /^(?:(?:originals|renditions)\/[a-z0-9]{2}\/[a-z0-9][a-z0-9-]{0,99}\.(?:jpeg|jpg|png|webp|avif)|cards\/[a-z0-9]{2}\/[a-z0-9][a-z0-9-]{0,99}\.jpg|production\/[a-z0-9]{2}\/[a-z0-9][a-z0-9-]{0,99}\.(?:tiff|pdf|eps|svg|psd|png|jpeg))$/

export function isKey(key: string): boolean {
  return KEY.test(key)
}

export function checkKey(key: string): string {
  if (!isKey(key)) throw new Error(`not a picture key: ${JSON.stringify(key.slice(0, 200))}`)
  return key
}

export function originalKey(pictureId: string, format: PictureFormat): string {
  return checkKey(`originals/${pictureId.slice(0, 2)}/${pictureId}.${format}`)
}

export function renditionKey(pictureId: string, name: RenditionName): string {
  return checkKey(`renditions/${pictureId.slice(0, 2)}/${pictureId}-${name}`)
}

/** The digest is of all that the card shows, so a card never changes under its key. */
export function cardKey(subjectId: string, digest: string): string {
  return checkKey(`cards/${subjectId.slice(0, 2)}/${subjectId}-${digest}.jpg`)
}

/** Of a file that is never opened; its ending is for whoever looks into the store. */
export function productionKey(fileId: string, kind: string): string {
  return checkKey(`production/${fileId.slice(0, 2)}/${fileId}.${kind}`)
}
