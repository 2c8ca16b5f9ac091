import { expect, test } from 'vitest'
import { readConfig } from '#app/config.server.ts'
import { createLog } from '#app/log.server.ts'
import { closeOnTime } from '../../scripts/close-on-time.ts'
import { fileDatabase } from '../file-database.ts'
import { aVote, VOTING_CLOSES } from '../voting/a-vote.ts'

const config = readConfig({ NODE_ENV: 'test', LOG_LEVEL: 'info' })

test('the server counts a vote at the instant it closes', async () => {
  const db = await fileDatabase()
  const { contestId } = await aVote(db, { entries: 3 })
  const started = performance.now()
  const clock = () => new Date(VOTING_CLOSES.getTime() - 40 + (performance.now() - started))
  let write: (line: string) => void = () => undefined
  const written = new Promise<string>((resolve) => {
    write = resolve
  })
  const watch = closeOnTime(db, createLog(config, { write: (line: string) => write(line) }), clock)
  const line = await written
  await watch.stop()
  expect(JSON.parse(line)).toMatchObject({ level: 'info', contestId, msg: 'voting closed' })
  const { frozenAt } = await db.selectFrom('freeze').select('frozenAt').executeTakeFirstOrThrow()
  expect(frozenAt >= VOTING_CLOSES.toISOString()).toBe(true)
})

test('a vote that closed while nobody was running is counted at the start', async () => {
  const db = await fileDatabase()
  const { contestId } = await aVote(db, { entries: 3 })
  const watch = closeOnTime(
    db,
    createLog(config, { write: () => undefined }),
    () => new Date('2026-05-01T00:00:00.000Z'),
  )
  await watch.stop()
  expect(await db.selectFrom('freeze').select('contestId').execute()).toEqual([{ contestId }])
})

test('a sweep that fails is logged and does not stop the server', async () => {
  const db = await fileDatabase()
  await db.destroy()
  const lines: string[] = []
  const watch = closeOnTime(
    db,
    createLog(config, { write: (line: string) => void lines.push(line) }),
    () => VOTING_CLOSES,
  )
  await watch.stop()
  expect(lines.map((line) => JSON.parse(line).msg)).toEqual(['closing a vote failed'])
})
