import { type FileHandle, open } from 'node:fs/promises'

/** The file beside a database in which SQLite keeps what was committed since the last checkpoint. */
export interface WriteAheadLog {
  /** Resolves once all that was committed before this was asked survives a power cut. */
  settled(): Promise<void>
  close(): Promise<void>
}

/** What a driver does about its writes. */
export interface WriteOptions {
  /** Given, no write is answered before it is on the disk. */
  log?: WriteAheadLog
  /** Told of each time that something was written. */
  onWritten?: (between: BetweenBorrowers) => void
}

/** Does work while the connection is lent to nobody; who asks for it meanwhile waits without holding the event loop, however long it takes. */
export type BetweenBorrowers = (work: () => Promise<void>) => Promise<void>

/**
 * Brings commits to the disk without holding the event loop meanwhile: SQLite's own sync in a commit stops the whole server, for a tenth
 * of a second where pictures are written at the same time. The log is only ever added to, so one sync is good for all commits before it,
 * and those that come during one share the next. After a failure nothing is trusted any more until the process starts again: what the
 * system could not write it may have forgotten (https://wiki.postgresql.org/wiki/Fsync_Errors).
 */
export function openWriteAheadLog(databaseFile: string, sync = syncOf(`${databaseFile}-wal`)): WriteAheadLog {
  let running: Promise<void> = Promise.resolve()
  let next: Promise<void> | null = null

  function settled(): Promise<void> {
    next ??= running.then(() => {
      // What is committed from now on is too late for this sync.
      next = null
      running = sync.run()
      // Whoever comes later fails by it as well; met here, it is not unhandled.
      running.catch(() => undefined)
      return running
    })
    return next
  }

  async function close(): Promise<void> {
    await running.catch(() => undefined)
    await sync.close()
  }

  return { settled, close }
}

export interface Sync {
  run(): Promise<void>
  close(): Promise<void>
}

/** SQLite makes the file with the first commit and keeps it for as long as the database is open. */
function syncOf(path: string): Sync {
  let file: FileHandle | null = null
  return {
    async run() {
      file ??= await open(path, 'r+').catch(nullWhenMissing)
      await file?.datasync()
    },
    async close() {
      await file?.close()
      file = null
    },
  }
}

/** Nothing was committed yet. */
function nullWhenMissing(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null
  throw error
}
