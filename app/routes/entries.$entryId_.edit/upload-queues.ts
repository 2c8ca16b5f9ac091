import { createUploadQueue, type UploadQueue, type Wanted } from './upload-queue.ts'

const queues = new Map<string, { queue: UploadQueue; holders: number }>()

/**
 * The queue of an entry outlives the component that shows it, because a refused form of the same page is another route with the same
 * component in it. Only in the browser: on the server it would be everybody's.
 */
export function findQueue(entryId: string, wanted: Wanted): UploadQueue {
  const found = queues.get(entryId)
  if (found) return found.queue
  const queue = createUploadQueue(wanted)
  if (typeof document !== 'undefined') queues.set(entryId, { queue, holders: 0 })
  return queue
}

/** While somebody holds it, it works; it ends once the page has been left for good. */
export function holdQueue(entryId: string): () => void {
  const held = queues.get(entryId)
  if (!held) return () => undefined
  held.holders += 1
  return () => {
    held.holders -= 1
    setTimeout(() => {
      if (held.holders > 0) return
      held.queue.stopAll()
      queues.delete(entryId)
    })
  }
}
