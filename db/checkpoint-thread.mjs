import { parentPort, workerData } from 'node:worker_threads'
import SqliteDatabase from 'better-sqlite3'

parentPort.on('message', () => {
  const database = new SqliteDatabase(workerData, { fileMustExist: true, timeout: 0 })
  // Passive: it waits for nobody, and nobody waits for it.
  database.pragma('wal_checkpoint(PASSIVE)')
  database.close()
  parentPort.postMessage('done')
})
