import { closeSync, mkdtempSync, openSync, readSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { beginCheckpoints } from '#db/checkpoints.server.ts'
import { LOG_PAGES_MOST, openDatabase } from '#db/database.server.ts'
import { migrateToLatest } from '#db/migrate.server.ts'
import { writingTogether } from '#db/write-together.server.ts'
import { putActivity } from './put-activity.ts'

const WRITES_BETWEEN = 50
const TIMES = 2
const MANY_TIMES = 100
const PAGE_BYTES = 4096

test('while writes follow each other without a pause the log is begun anew again and again, before SQLite does it in a commit', async () => {
  const { db, file } = await aDatabase()
  const checkpoints = beginCheckpoints(file, { writesBetween: WRITES_BETWEEN })
  onTestFinished(() => checkpoints.close())
  // As the driver does it for its own.
  const between = (work: () => Promise<void>) => db.connection().execute(work)
  const first = timesBegun(`${file}-wal`)
  const write = async (name: string) => {
    while (timesBegun(`${file}-wal`) < first + TIMES) {
      await writingTogether(db, (statements) => statements.run(putActivity, { subjectId: name }))
      checkpoints.count(between)
    }
  }
  // There is always another that waits while one is written.
  await Promise.all([write('one'), write('other')])
  expect(statSync(`${file}-wal`).size).toBeLessThan(LOG_PAGES_MOST * PAGE_BYTES)
})

test('no writer meets a checkpoint that begins the log anew, so that none fails by it however long the disk takes', async () => {
  const { db, file } = await aDatabase()
  // A writer that met its lock would fail at once.
  await sql`PRAGMA busy_timeout = 0`.execute(db)
  const checkpoints = beginCheckpoints(file, { writesBetween: 5, logPagesMost: 10 })
  onTestFinished(() => checkpoints.close())
  const first = timesBegun(`${file}-wal`)
  const write = async (name: string) => {
    while (timesBegun(`${file}-wal`) < first + MANY_TIMES) {
      await writingTogether(db, (statements) => statements.run(putActivity, { subjectId: name }))
      checkpoints.count((work) => db.connection().execute(work))
    }
  }
  await Promise.all([write('one'), write('other')])
})

async function aDatabase() {
  const folder = mkdtempSync(join(tmpdir(), 'placet-checkpoints-'))
  const file = join(folder, 'placet.sqlite')
  const db = openDatabase(file, { waitForDisk: 'never' })
  await migrateToLatest(db)
  onTestFinished(async () => {
    await db.destroy()
    rmSync(folder, { recursive: true })
  })
  return { db, file }
}

/** The checkpoint sequence number of its header (https://www.sqlite.org/fileformat2.html#walformat). */
function timesBegun(log: string): number {
  const file = openSync(log, 'r')
  const header = Buffer.alloc(32)
  readSync(file, header)
  closeSync(file)
  return header.readUInt32BE(12)
}
