import { makeZip, predictLength } from 'client-zip'
import { stringify } from 'csv-stringify/sync'
import type { PictureStore } from './picture-store.server.ts'

export interface ArchivedFile {
  /** Inside the archive. */
  name: string
  key: string
  bytes: number
  /** Its line in the list, by the names of the columns; every file of an archive has the same ones. */
  about: Record<string, string | number>
}

export interface Archive {
  /** Exact, so that a browser can show how far it is. */
  bytes: number
  /** Reads one file at a time, as fast as it is taken, and holds none of them whole. */
  stream: ReadableStream<Uint8Array>
}

const LIST_NAME = 'list.csv'
/** A remote store needs a request for each file that it is asked about. */
const ASKED_AT_ONCE = 16

/**
 * A ZIP of kept files with a CSV that lists them. Nothing is compressed: pictures are already, and the length can then be told
 * beforehand. A file that the store has lost, or has at another length, stays out, and the list says so.
 */
export async function archivePictures(
  store: PictureStore,
  files: readonly ArchivedFile[],
  now: Date,
): Promise<Archive> {
  const whole = await findWhole(store, files)
  const list = { name: LIST_NAME, input: listOf(files, whole), lastModified: now }
  const kept = files.filter((file) => whole.has(file))
  const lengths = [
    { name: list.name, size: list.input.byteLength },
    ...kept.map(({ name, bytes }) => ({ name, size: bytes })),
  ]
  let reading: ReadableStreamDefaultReader<Uint8Array> | undefined
  let released = false
  async function* entries() {
    yield list
    for (const { name, key, bytes } of kept) {
      const stored = await store.open(key)
      if (stored?.bytes !== bytes) throw new Error(`${key} went away while it was being archived`)
      // Whoever stopped it while this one was being looked for waits for nothing more.
      if (released) return
      reading = stored.stream().getReader()
      yield { name, input: chunksOf(reading), size: bytes, lastModified: now }
    }
  }
  const zip = makeZip(entries())
  return { bytes: Number(predictLength(lengths)), stream: releasing(zip, release) }

  function release() {
    released = true
    return reading?.cancel()
  }
}

async function findWhole(store: PictureStore, files: readonly ArchivedFile[]): Promise<Set<ArchivedFile>> {
  const whole = new Set<ArchivedFile>()
  const waiting = files.values()
  const askInTurn = async () => {
    for (const file of waiting) if ((await store.open(file.key))?.bytes === file.bytes) whole.add(file)
  }
  await Promise.all(Array.from({ length: ASKED_AT_ONCE }, askInTurn))
  return whole
}

/** With a byte order mark, without which Excel reads UTF-8 as something else, and with formulas made harmless (CWE-1236). */
function listOf(files: readonly ArchivedFile[], whole: ReadonlySet<ArchivedFile>): Uint8Array {
  const lines = files.map((file) => ({ file: file.name, ...file.about, enclosed: whole.has(file) ? 'yes' : 'no' }))
  return new TextEncoder().encode(stringify(lines, { header: true, bom: true, escape_formulas: true }))
}

async function* chunksOf(reader: ReadableStreamDefaultReader<Uint8Array>): AsyncGenerator<Uint8Array> {
  for (let read = await reader.read(); !read.done; read = await reader.read()) yield read.value
}

/** The archiver, told to stop, would leave the file that it is reading open; nothing of it runs on unless it is pulled. */
function releasing(
  zip: ReadableStream<Uint8Array>,
  release: () => Promise<void> | undefined,
): ReadableStream<Uint8Array> {
  const reader = zip.getReader()
  async function pull(controller: ReadableStreamDefaultController<Uint8Array>) {
    const { done, value } = await reader.read()
    if (done) controller.close()
    else controller.enqueue(value)
  }
  return new ReadableStream({ pull, cancel: release }, { highWaterMark: 0 })
}
