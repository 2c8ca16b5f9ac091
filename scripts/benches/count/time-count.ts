import { sql } from 'kysely'
import { officialBallots } from '#app/voting/count.ts'
import { replayRecord } from '#app/voting/count-record.server.ts'
import { lookAtBallots } from '#app/voting/desk/look.server.ts'
import { countStandings } from '#app/voting/standings.ts'
import { openDatabaseToRead } from '#db/database.server.ts'

/** By turns: SQLite's plain mean of the same scores, and our count from the record to the official standings. Milliseconds. */
export interface TimedCount {
  /** Over the rows as the app keeps them, by voter: SQLite sorts. */
  floorMs: number[]
  /** Over the same rows in a table kept by entry, in memory: the least there is. */
  floorByEntryMs: number[]
  oursMs: number[]
  /** Of ours: until the record is read. */
  readMs: number[]
  /** The desk's last look at the same ballots, for which the count waits; once, of one core. */
  lookMs: number
}

const ROUNDS = 5

async function main(databaseFile: string, contestId: string): Promise<TimedCount> {
  const db = openDatabaseToRead(databaseFile)
  const head = await db
    .selectFrom('ballotEvent')
    .select(['sequence', 'hash'])
    .where('contestId', '=', contestId)
    .orderBy('sequence', 'desc')
    .executeTakeFirstOrThrow()
  await sql`PRAGMA temp_store = MEMORY`.execute(db)
  await sql`CREATE TEMP TABLE score_by_entry (entry_id TEXT, voter_id TEXT, value INTEGER, PRIMARY KEY (entry_id, voter_id)) WITHOUT ROWID`.execute(
    db,
  )
  await sql`INSERT INTO score_by_entry SELECT entry_id, voter_id, value FROM score ORDER BY entry_id, voter_id`.execute(
    db,
  )
  const timed: TimedCount = { floorMs: [], floorByEntryMs: [], oursMs: [], readMs: [], lookMs: 0 }
  for (let round = 0; round < ROUNDS; round += 1) {
    const floorFrom = performance.now()
    await sql`SELECT entry_id, avg(value) FROM score GROUP BY entry_id`.execute(db)
    const byEntryFrom = performance.now()
    await sql`SELECT entry_id, avg(value) FROM score_by_entry GROUP BY entry_id`.execute(db)
    const from = performance.now()
    const vote = await replayRecord(db, { contestId, head })
    const read = performance.now()
    const standings = countStandings(vote.entries, officialBallots(vote))
    const end = performance.now()
    if (standings.length !== vote.entries.length) throw new Error('Not every entry has its place.')
    timed.floorMs.push(byEntryFrom - floorFrom)
    timed.floorByEntryMs.push(from - byEntryFrom)
    timed.oursMs.push(end - from)
    timed.readMs.push(read - from)
  }
  const before = process.cpuUsage()
  await lookAtBallots(db, contestId)
  const { user, system } = process.cpuUsage(before)
  timed.lookMs = Math.round((user + system) / 1000)
  await db.destroy()
  return timed
}

const [databaseFile = '', contestId = ''] = process.argv.slice(2)
process.send?.(await main(databaseFile, contestId))
process.disconnect?.()
