import { Worker } from 'node:worker_threads'
import type { BetweenBorrowers } from './write-ahead-log.server.ts'

/** Copies what was committed from the log into the database, on a thread of its own: it waits for the disk more than once. */
export interface Checkpoints {
  /** One more write; every now and then it leads to a checkpoint. */
  count(between: BetweenBorrowers): void
  /** Waits for the one that is under way, and ends the thread. */
  close(): Promise<void>
}

/** The log of so many usual writes has some megabytes, and of so many groups of scores some thirty. */
const WRITES_BETWEEN = 200

/** A quarter of what SQLite waits for (database.server.ts) before it empties the log in a commit, which then takes long: not every try is lucky. */
const LOG_PAGES_MOST = 4_000

export function beginCheckpoints(
  databaseFile: string,
  { writesBetween = WRITES_BETWEEN, logPagesMost = LOG_PAGES_MOST } = {},
): Checkpoints {
  let writes = 0
  let running: Promise<void> | null = null
  // Begun when first needed, and then kept: to begin one takes longer than what it does.
  let thread: Worker | null = null

  function count(between: BetweenBorrowers): void {
    writes += 1
    if (writes < writesBetween || running) return
    writes = 0
    running = checkpoint(between).then(() => {
      running = null
    })
  }

  /**
   * Where nothing comes meanwhile, the next write begins the log anew; something always comes under an unbroken run of writes. So what is
   * left is copied while the connection is lent to nobody. Kept out by SQLite's own lock instead, a writer would hold the event loop
   * for as long as the disk takes, and fail where that is longer than its busy timeout.
   */
  async function checkpoint(between: BetweenBorrowers): Promise<void> {
    const log = await ask('copy')
    if (log !== null && log > logPagesMost)
      await between(async () => void (await ask('begin-anew'))).catch(() => undefined)
  }

  async function ask(what: Wanted): Promise<number | null> {
    thread ??= beginThread(databaseFile)
    const answer = await askThread(thread, what)
    if (answer === 'ended') thread = null
    return answer === 'ended' ? null : answer
  }

  async function close(): Promise<void> {
    await running
    await thread?.terminate()
    thread = null
  }

  return { count, close }
}

type Wanted = 'copy' | 'begin-anew'

/** It runs one statement: it need not have the heap of a server. MiB. */
const SMALL = { maxOldGenerationSizeMb: 16, maxYoungGenerationSizeMb: 2 }

function beginThread(databaseFile: string): Worker {
  const program = new URL('./checkpoint-thread.mjs', import.meta.url)
  const thread = new Worker(program, { execArgv: [], workerData: databaseFile, resourceLimits: SMALL })
  thread.on('error', () => undefined)
  return thread
}

/**
 * The pages of the log, as far as it came to know them; 'ended' where the thread may not be asked again. Whatever goes wrong, the next
 * one makes up for; and before the log grows out of bounds SQLite does it in a commit, as it always can.
 */
function askThread(thread: Worker, what: Wanted): Promise<number | null | 'ended'> {
  return new Promise((resolve) => {
    const settle = (answer: number | null | 'ended') => {
      thread.off('message', settle).off('exit', onEnd).unref()
      resolve(answer)
    }
    const onEnd = () => settle('ended')
    thread.on('message', settle).on('exit', onEnd).ref()
    thread.postMessage(what)
  })
}
