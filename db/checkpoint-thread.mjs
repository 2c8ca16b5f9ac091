import { parentPort, workerData } from 'node:worker_threads'
import SqliteDatabase from 'better-sqlite3'

/** What keeps the log from beginning anew while nobody writes: readers on threads beside, which are soon done, or another process. */
const TRIES = 5
const BETWEEN_TRIES_MS = 1

const pause = new Int32Array(new SharedArrayBuffer(4))

parentPort.on('message', (wanted) => {
  const database = new SqliteDatabase(workerData, { fileMustExist: true, timeout: 0 })
  parentPort.postMessage(wanted === 'begin-anew' ? beginAnew(database) : copy(database))
  database.close()
})

/** Passive: it waits for nobody, and nobody waits for it. How many pages the log has. */
function copy(database) {
  const [{ log }] = database.pragma('wal_checkpoint(PASSIVE)')
  return log
}

/** With the next write the log begins at its first page again; keeps every writer out until what it has is on the disk. */
function beginAnew(database) {
  for (let left = TRIES; left > 0; left -= 1) {
    const [{ busy, log }] = database.pragma('wal_checkpoint(RESTART)')
    if (busy === 0) return log
    Atomics.wait(pause, 0, 0, BETWEEN_TRIES_MS)
  }
  return null
}
