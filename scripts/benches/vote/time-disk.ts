import { closeSync, fdatasyncSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'

/** A page and what SQLite's log says of it (https://www.sqlite.org/walformat.html). */
const FRAME_BYTES = 4120
/** What one upsert dirties. */
const FRAMES_A_COMMIT = 2
const COMMITS = 400

/** How long the disk takes to keep what a small commit wrote over an older one, in a log that has its length already: the median, in microseconds. */
export function timeDisk(folder: string): number {
  const path = join(folder, 'time-disk')
  const file = openSync(path, 'w')
  const commit = Buffer.alloc(FRAME_BYTES * FRAMES_A_COMMIT, 1)
  try {
    writeSync(file, Buffer.alloc(commit.length * COMMITS))
    fdatasyncSync(file)
    const times = Array.from({ length: COMMITS }, (_, at) => {
      writeSync(file, commit, 0, commit.length, at * commit.length)
      const from = performance.now()
      fdatasyncSync(file)
      return performance.now() - from
    })
    return Math.round((times.sort((a, b) => a - b)[COMMITS / 2] ?? 0) * 1000)
  } finally {
    closeSync(file)
    rmSync(path)
  }
}
