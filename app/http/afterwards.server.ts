import type { Log } from '#app/log.server.ts'

/**
 * What happens once its answer has gone. An answer that waits for work which is only done for an address somebody has tells by its
 * time that there is somebody. Started at once the work would still hold the answer up, because SQLite keeps the thread to itself.
 */
export type Afterwards = {
  /** Failures are logged: there is nobody left to tell. */
  start(work: () => Promise<unknown>, answerGone: Promise<unknown>): void
  /** Settles when nothing is under way or waiting any more: for the end of the process, and for tests. */
  settled(): Promise<void>
}

export function createAfterwards(log: Log): Afterwards {
  const underWay = new Set<Promise<unknown>>()
  return {
    start(work, answerGone) {
      const done = answerGone
        .then(work)
        .catch((error: unknown) => log.error({ err: error }, 'what was to happen after an answer failed'))
        .finally(() => underWay.delete(done))
      underWay.add(done)
    },
    async settled() {
      while (underWay.size > 0) await Promise.all(underWay)
    },
  }
}
