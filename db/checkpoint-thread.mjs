import { parentPort, workerData } from 'node:worker_threads'
import SqliteDatabase from 'better-sqlite3'

/** A quarter of what SQLite waits for (database.server.ts) before it empties the log in a commit, which then takes long: not every try is lucky. */
const LOG_PAGES_MOST = 4_000
/** Under an unbroken run of writes a moment without one has to be met. */
const TRIES = 50
const BETWEEN_TRIES_MS = 1

const pause = new Int32Array(new SharedArrayBuffer(4))

parentPort.on('message', () => {
  const database = new SqliteDatabase(workerData, { fileMustExist: true, timeout: 0 })
  // Passive: it waits for nobody, and nobody waits for it. Once nothing comes meanwhile, the next write begins the log anew.
  const [{ log }] = database.pragma('wal_checkpoint(PASSIVE)')
  if (log > LOG_PAGES_MOST) beginAnew(database)
  database.close()
  parentPort.postMessage('done')
})

/** Something always came meanwhile: a writer is kept waiting until that little is in the database too. */
function beginAnew(database) {
  for (let left = TRIES; left > 0; left -= 1) {
    const [{ busy }] = database.pragma('wal_checkpoint(RESTART)')
    if (busy === 0) return
    Atomics.wait(pause, 0, 0, BETWEEN_TRIES_MS)
  }
}
