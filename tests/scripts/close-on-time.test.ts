import type { Kysely } from 'kysely'
import { expect, test, vi } from 'vitest'
import { readConfig } from '#app/config.server.ts'
import { createLog } from '#app/log.server.ts'
import { startVoteCounter } from '#app/voting/vote-counter.server.ts'
import type { Database } from '#db/schema.ts'
import { aVote, VOTING_CLOSES } from '#db/seeds/a-vote.ts'
import { closeOnTime } from '../../scripts/close-on-time.ts'
import { fileDatabase } from '../file-database.ts'
import { freshDatabase } from '../fresh-database.ts'

const config = readConfig({ NODE_ENV: 'test', LOG_LEVEL: 'info' })

function watched(db: Kysely<Database>, clock: () => Date) {
  const told: { msg: string; contestId?: string }[] = []
  const log = createLog(config, { write: (line: string) => void told.push(JSON.parse(line)) })
  const watch = closeOnTime({ db, log, clock, counter: startVoteCounter(db) })
  return {
    watch,
    told,
    hears: (msg: string) => vi.waitFor(() => expect(told.map((line) => line.msg)).toContain(msg), 20_000),
  }
}

test('the server freezes a vote at the instant it closes, and counts it then', async () => {
  const db = await fileDatabase()
  const { contestId } = await aVote(db, { entries: 3 })
  const started = performance.now()
  const clock = () => new Date(VOTING_CLOSES.getTime() - 40 + (performance.now() - started))
  const { watch, told, hears } = watched(db, clock)
  await hears('votes counted')
  await watch.stop()
  expect(told).toMatchObject([
    { msg: 'voting closed', contestId },
    { msg: 'votes counted', contestId },
  ])
  const { frozenAt } = await db.selectFrom('freeze').select('frozenAt').executeTakeFirstOrThrow()
  expect(frozenAt >= VOTING_CLOSES.toISOString()).toBe(true)
  expect(await db.selectFrom('standing').select('entryId').execute()).toHaveLength(9)
})

test('a vote that closed while nobody was running is closed at the start, also where only one process can read the database', async () => {
  const db = await freshDatabase()
  const { contestId } = await aVote(db, { entries: 3 })
  const { watch, hears } = watched(db, () => new Date('2026-05-01T00:00:00.000Z'))
  await hears('votes counted')
  await watch.stop()
  expect(await db.selectFrom('tally').select('contestId').execute()).toEqual([{ contestId }])
  await db.destroy()
})

test('a sweep that fails is logged and does not stop the server', async () => {
  const db = await fileDatabase()
  await db.destroy()
  const { watch, told } = watched(db, () => VOTING_CLOSES)
  await watch.stop()
  expect(told.map(({ msg }) => msg)).toEqual(['closing a vote failed'])
})
