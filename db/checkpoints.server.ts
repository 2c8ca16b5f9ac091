import { Worker } from 'node:worker_threads'

/** Copies what was committed from the log into the database, on a thread of its own: it waits for the disk more than once. */
export interface Checkpoints {
  /** One more write; every now and then it leads to a checkpoint. */
  count(): void
  /** Waits for the one that is under way, and ends the thread. */
  close(): Promise<void>
}

/** The log of so many usual writes has some megabytes, and of so many groups of scores some thirty. */
const WRITES_BETWEEN = 200

export function beginCheckpoints(databaseFile: string, writesBetween = WRITES_BETWEEN): Checkpoints {
  let writes = 0
  let running: Promise<void> | null = null
  // Begun when first needed, and then kept: to begin one takes longer than what it does.
  let thread: Worker | null = null

  function count(): void {
    writes += 1
    if (writes < writesBetween || running) return
    writes = 0
    thread ??= beginThread(databaseFile)
    running = checkpoint(thread).then((isWell) => {
      running = null
      if (!isWell) thread = null
    })
  }

  async function close(): Promise<void> {
    await running
    await thread?.terminate()
    thread = null
  }

  return { count, close }
}

/** It runs one statement: it need not have the heap of a server. MiB. */
const SMALL = { maxOldGenerationSizeMb: 16, maxYoungGenerationSizeMb: 2 }

function beginThread(databaseFile: string): Worker {
  const program = new URL('./checkpoint-thread.mjs', import.meta.url)
  const thread = new Worker(program, { execArgv: [], workerData: databaseFile, resourceLimits: SMALL })
  thread.on('error', () => undefined)
  return thread
}

/**
 * Whether the thread may be asked again. Whatever goes wrong, the next one makes up for; and before the log grows out of bounds SQLite
 * does it in a commit, as it always can.
 */
function checkpoint(thread: Worker): Promise<boolean> {
  return new Promise((resolve) => {
    const settle = (isWell: boolean) => {
      thread.off('message', onDone).off('exit', onEnd).unref()
      resolve(isWell)
    }
    const onDone = () => settle(true)
    const onEnd = () => settle(false)
    thread.on('message', onDone).on('exit', onEnd).ref()
    thread.postMessage('checkpoint')
  })
}
