import { pictureRefusalInWords } from '#app/http/picture-refusals.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import type { Size } from '#app/images/picture.ts'
import { type Look, lookAtFile } from '#app/ui/look-at-file.ts'
import { createPauses, type Pauses } from './pauses.ts'
import { type Sending, sendUpload } from './send-upload.ts'
import { hasEnded, type UploadState } from './upload-state.ts'

export interface Upload {
  key: number
  file: File
  state: UploadState
  /** Null until the browser has looked at it. */
  look: Look | null
}

interface Way {
  stop: AbortController
  pauses: Pauses
}

/** Where a file’s bytes are gathering, kept for when it is tried again. */
type Place = Sending['place']

export interface Wanted {
  to: string
  least: Size
}

/** Two fill a line; more would only make each of them slower. */
const AT_ONCE = 2

/** The files that were chosen on this page and are not in the entry yet, in the order in which they were chosen. */
export function createUploadQueue({ to, least }: Wanted) {
  let uploads: readonly Upload[] = []
  let count = 0
  let looking: Promise<void> = Promise.resolve()
  /** Of those that are being sent. */
  const ways = new Map<number, Way>()
  const places = new Map<number, Place>()
  const listeners = new Set<() => void>()
  const hearers = new Set<(upload: Upload) => void>()

  /** @param room how many more pictures the entry can take, those under way not counted */
  function add(files: Iterable<File>, { room, most }: { room: number; most: number }): void {
    for (const file of files) {
      count += 1
      const isRoom = uploads.filter(({ state }) => state.is !== 'stopped' && state.is !== 'refused').length < room
      const sentence = m.entries_refused_pictures_full({ most })
      const state: UploadState = isRoom ? { is: 'waiting' } : { is: 'refused', sentence, again: true }
      const upload = { key: count, file, state, look: null }
      write([...uploads, upload])
      if (!isRoom) onNews(upload)
      looking = looking.then(() => lookAt(upload.key))
    }
  }

  async function lookAt(key: number): Promise<void> {
    const upload = find(key)
    if (!upload) return
    const look = await lookAtFile(upload.file, least)
    change(key, { look })
    const sentence = look.refusal ? pictureRefusalInWords(look.refusal).sentence : twinOf(key, look)
    if (sentence !== null && find(key)?.state.is === 'waiting') settle(key, { is: 'refused', sentence, again: false })
    fill()
  }

  function twinOf(key: number, { sha256 }: Look): string | null {
    const isTwin = ({ key: other, look, state }: Upload) =>
      other < key && look?.sha256 === sha256 && state.is !== 'stopped' && state.is !== 'refused'
    return sha256 !== null && uploads.some(isTwin) ? m.entries_refused_picture_twice() : null
  }

  /** Sends what may be sent now. */
  function fill(): void {
    for (const { key, state, look } of uploads) {
      if (ways.size >= AT_ONCE) return
      if (state.is === 'waiting' && look && !ways.has(key)) void send(key)
    }
  }

  async function send(key: number): Promise<void> {
    const file = find(key)?.file
    if (!file) return
    const place: Place = places.get(key) ?? { address: null }
    places.set(key, place)
    const way: Way = { stop: new AbortController(), pauses: createPauses() }
    ways.set(key, way)
    const turn = () =>
      until(() => uploads.every(({ key: other, state }) => other >= key || hasEnded(state)), way.stop.signal)
    const onState = (state: UploadState) => {
      const before = find(key)?.state.is
      change(key, { state })
      const upload = find(key)
      if (upload && state.is !== before && NEWS.has(state.is)) onNews(upload)
    }
    const end = await sendUpload({ to, file, place, signal: way.stop.signal, pauses: way.pauses, turn, onState })
    ways.delete(key)
    settle(key, end)
    fill()
  }

  function settle(key: number, state: UploadState): void {
    change(key, { state })
    const upload = find(key)
    if (upload) onNews(upload)
  }

  function stop(key: number): void {
    const way = ways.get(key)
    if (way) way.stop.abort()
    else settle(key, { is: 'stopped' })
  }

  /** Tries at once, be it that it waits to try by itself or that it had ended. */
  function again(key: number): void {
    const way = ways.get(key)
    if (way) way.pauses.end()
    else change(key, { state: { is: 'waiting' } })
    fill()
  }

  /** There is reason to think that it works now. Who was asked to wait still waits. */
  function wake(): void {
    for (const [key, { pauses }] of ways) if (find(key)?.state.is !== 'held') pauses.end()
  }

  function stopAll(): void {
    for (const { stop } of ways.values()) stop.abort()
  }

  function dismiss(key: number): void {
    find(key)?.look?.preview?.close()
    places.delete(key)
    write(uploads.filter((upload) => upload.key !== key))
  }

  /** Once nothing is under way any more: whether all of what was has been taken. */
  async function settled(): Promise<boolean> {
    const open = uploads.filter(({ state }) => !hasEnded(state)).map(({ key }) => key)
    await until(() => uploads.every(({ state }) => hasEnded(state)))
    return !uploads.some(({ key, state }) => open.includes(key) && state.is === 'refused')
  }

  function until(isSo: () => boolean, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const look = () => {
        if (!isSo() && !signal?.aborted) return
        listeners.delete(look)
        signal?.removeEventListener('abort', look)
        resolve()
      }
      listeners.add(look)
      signal?.addEventListener('abort', look)
      look()
    })
  }

  function onNews(upload: Upload): void {
    for (const hear of hearers) hear(upload)
  }

  /** Tells when an upload has come to its end, or has met something that a person should hear of. */
  function hear(hearer: (upload: Upload) => void): () => void {
    hearers.add(hearer)
    return () => hearers.delete(hearer)
  }

  function find(key: number): Upload | undefined {
    return uploads.find((upload) => upload.key === key)
  }

  function change(key: number, difference: Partial<Upload>): void {
    write(uploads.map((upload) => (upload.key === key ? { ...upload, ...difference } : upload)))
  }

  function write(next: readonly Upload[]): void {
    uploads = next
    for (const listener of listeners) listener()
  }

  function subscribe(listener: () => void): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }

  return { add, stop, stopAll, again, wake, dismiss, settled, subscribe, hear, list: () => uploads }
}

export type UploadQueue = ReturnType<typeof createUploadQueue>

/** What a person who does not look should hear of; the ends are told anyway. */
const NEWS: ReadonlySet<UploadState['is']> = new Set(['lost', 'held', 'signed-out'])
