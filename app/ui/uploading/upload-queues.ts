/**
 * Queues that outlive the component which shows them, because a refused form of the same page is another route with the same component
 * in it. Only in the browser: on the server they would be everybody's.
 * @param make of what the component knows when it first asks
 */
export function keepQueues<Wanted, Queue extends { stopAll: () => void }>(make: (wanted: Wanted) => Queue) {
  const queues = new Map<string, { queue: Queue; holders: number }>()

  /** The queue of an entry, or of a run. */
  function find(id: string, wanted: Wanted): Queue {
    const found = queues.get(id)
    if (found) return found.queue
    const queue = make(wanted)
    if (typeof document !== 'undefined') queues.set(id, { queue, holders: 0 })
    return queue
  }

  /** While somebody holds it, it works; it ends once the page has been left for good. */
  function hold(id: string): () => void {
    const held = queues.get(id)
    if (!held) return () => undefined
    held.holders += 1
    return () => {
      held.holders -= 1
      setTimeout(() => {
        if (held.holders > 0) return
        held.queue.stopAll()
        queues.delete(id)
      })
    }
  }

  return { find, hold }
}
