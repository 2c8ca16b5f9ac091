import { createPauses, type Pauses } from './pauses.ts'
import { type Finishing, type Sending, sendUpload } from './send-upload.ts'
import { createUploadShelf, type Look, type Upload } from './upload-shelf.ts'
import { hasEnded, type UploadState } from './upload-state.ts'

interface Way {
  stop: AbortController
  pauses: Pauses
}

/** Where a file’s bytes are gathering, kept for when it is tried again. */
type Place = Sending['place']

/** Why a file is not sent; `again`: the same file may find another answer. */
export interface NotSent {
  sentence: string
  again: boolean
}

export interface QueueRules<Seen extends Look> {
  /** Where uploads begin. */
  to: string
  look: (file: File) => Promise<Seen>
  /** What the server would say, said before anything is sent. `before`: those chosen earlier that may still come in. */
  refuse: (seen: Seen, before: readonly Upload[]) => NotSent | null
  /** What else must have happened before a whole file is judged. */
  mayFinish?: (signal: AbortSignal) => Promise<void>
  finishing?: Finishing
}

/** Two fill a line; more would only make each of them slower. */
const AT_ONCE = 2

/** The files that were chosen on this page and have not been taken yet, in the order in which they were chosen. */
export function createUploadQueue<Seen extends Look>({ to, look, refuse, mayFinish, finishing }: QueueRules<Seen>) {
  const { list, find, change, put, drop, until, subscribe } = createUploadShelf()
  let count = 0
  let looking: Promise<void> = Promise.resolve()
  /** Of those that are being sent. */
  const ways = new Map<number, Way>()
  const places = new Map<number, Place>()
  const hearers = new Set<(upload: Upload) => void>()

  function add(files: Iterable<File>): void {
    for (const file of files) {
      count += 1
      const key = count
      put({ key, file, state: { is: 'waiting' }, look: null })
      looking = looking.then(() => lookAt(key))
    }
  }

  async function lookAt(key: number): Promise<void> {
    const upload = find(key)
    if (!upload) return
    const seen = await look(upload.file)
    change(key, { look: seen })
    const before = list().filter(
      ({ key: other, state }) => other < key && state.is !== 'stopped' && state.is !== 'refused',
    )
    const refusal = refuse(seen, before)
    if (refusal && find(key)?.state.is === 'waiting') settle(key, { is: 'refused', ...refusal })
    fill()
  }

  /** Sends what may be sent now. */
  function fill(): void {
    for (const { key, state, look } of list()) {
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
    const turn = async () => {
      await until(() => list().every(({ key: other, state }) => other >= key || hasEnded(state)), way.stop.signal)
      await mayFinish?.(way.stop.signal)
    }
    const onState = (state: UploadState) => {
      const before = find(key)?.state.is
      change(key, { state })
      const upload = find(key)
      if (upload && state.is !== before && NEWS.has(state.is)) onNews(upload)
    }
    const { signal } = way.stop
    const end = await sendUpload({ to, file, place, signal, pauses: way.pauses, turn, finishing, onState })
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
    drop(key)
  }

  /** Once nothing is under way any more: whether all of what was has been taken. */
  async function settled(): Promise<boolean> {
    const open = list()
      .filter(({ state }) => !hasEnded(state))
      .map(({ key }) => key)
    await until(() => list().every(({ state }) => hasEnded(state)))
    return !list().some(({ key, state }) => open.includes(key) && state.is === 'refused')
  }

  function onNews(upload: Upload): void {
    for (const hear of hearers) hear(upload)
  }

  /** Tells when an upload has come to its end, or has met something that a person should hear of. */
  function hear(hearer: (upload: Upload) => void): () => void {
    hearers.add(hearer)
    return () => hearers.delete(hearer)
  }

  return { add, stop, stopAll, again, wake, dismiss, settled, subscribe, hear, list }
}

export type UploadQueue = ReturnType<typeof createUploadQueue>

/** What a person who does not look should hear of; the ends are told anyway. */
const NEWS: ReadonlySet<UploadState['is']> = new Set(['lost', 'held', 'signed-out'])
