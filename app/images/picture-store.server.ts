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
}

export interface StoredFile {
  bytes: number
  /** Opens the file when called: call it once, and only to read it. */
  stream(): ReadableStream<Uint8Array>
}

const KEY = /^(?:originals|renditions)\/[a-z0-9]{2}\/[a-z0-9][a-z0-9-]{0,99}\.(?:jpeg|jpg|png|webp|avif)$/

export function checkKey(key: string): string {
  if (!KEY.test(key)) throw new Error(`not a picture key: ${JSON.stringify(key.slice(0, 200))}`)
  return key
}

export function originalKey(pictureId: string, format: PictureFormat): string {
  return checkKey(`originals/${pictureId.slice(0, 2)}/${pictureId}.${format}`)
}

export function renditionKey(pictureId: string, name: RenditionName): string {
  return checkKey(`renditions/${pictureId.slice(0, 2)}/${pictureId}-${name}`)
}
