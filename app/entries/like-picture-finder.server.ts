import { Worker } from 'node:worker_threads'
import { type Kysely, sql } from 'kysely'
import type { Database } from '#db/schema.ts'
import { findLikePictures, type LikePicture } from './like-pictures.server.ts'
import type { LikePicturesThreadData } from './like-pictures-thread.ts'

/** Looks for what is like a picture on a thread of its own, one picture at a time; the thread begins with the first. */
export interface LikePictureFinder {
  find: (pictureId: string) => Promise<LikePicture[] | null>
  /** At once: what is being looked for fails. */
  stop: () => Promise<void>
}

export function startLikePictureFinder(db: Kysely<Database>): LikePictureFinder {
  let running: Worker | null = null
  let stopped = false

  async function find(pictureId: string): Promise<LikePicture[] | null> {
    const databaseFile = await fileOf(db)
    if (stopped) throw new Error('The comparing thread was stopped.')
    // Nobody else can read a database in memory.
    if (databaseFile === '') return findLikePictures(db, pictureId)
    const thread =
      running ??
      startThread({ databaseFile }, () => {
        if (running === thread) running = null
      })
    running = thread
    return answerOf(thread, pictureId)
  }

  async function stop(): Promise<void> {
    stopped = true
    await running?.terminate()
  }

  return { find, stop }
}

async function fileOf(db: Kysely<Database>): Promise<string> {
  const { rows } = await sql<{ name: string; file: string }>`pragma database_list`.execute(db)
  return rows.find(({ name }) => name === 'main')?.file ?? ''
}

function startThread(workerData: LikePicturesThreadData, onEnd: () => void): Worker {
  const thread = new Worker(new URL('./begin-like-pictures-thread.mjs', import.meta.url), { execArgv: [], workerData })
  thread.unref()
  // What nobody listens for would end the server, and a failed thread is not asked again.
  thread.on('error', onEnd).once('exit', onEnd)
  return thread
}

function answerOf(thread: Worker, pictureId: string): Promise<LikePicture[] | null> {
  return new Promise((resolve, reject) => {
    const settle = (settled: () => void) => {
      thread.off('message', answered).off('error', failed).off('exit', ended)
      settled()
    }
    const answered = (found: LikePicture[] | null) => settle(() => resolve(found))
    const failed = (error: unknown) => settle(() => reject(error))
    const ended = () => failed(new Error('The comparing thread ended.'))
    thread.on('message', answered).on('error', failed).on('exit', ended)
    thread.postMessage(pictureId)
  })
}
