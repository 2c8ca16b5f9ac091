/** Queries that follow each other from promise to promise leave the event loop no turn in between; after so long they let it have one. */
const TURN_MS_MOST = 8

/** Lets timers, sockets and everybody else have a turn when this one has lasted. */
export interface LoopTurns {
  /** Resolves at once, or after the others had their turn. */
  mayGoOn(): Promise<void> | undefined
}

export function watchTurns(now: () => number = () => performance.now()): LoopTurns {
  let begunAt: number | null = null

  function mayGoOn(): Promise<void> | undefined {
    if (begunAt === null) {
      begunAt = now()
      // Comes once the turn is over.
      setImmediate(() => {
        begunAt = null
      })
    }
    if (now() - begunAt < TURN_MS_MOST) return undefined
    return new Promise((resolve) => setImmediate(resolve))
  }

  return { mayGoOn }
}
