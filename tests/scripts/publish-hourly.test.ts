import { expect, test } from 'vitest'
import { readConfig } from '#app/config.server.ts'
import { createLog } from '#app/log.server.ts'
import { aVote, DURING, people } from '#db/seeds/a-vote.ts'
import { fillBallot } from '#db/seeds/fill-ballot.ts'
import { publishHourly } from '../../scripts/publish-hourly.ts'
import { fileDatabase } from '../file-database.ts'

const config = readConfig({ NODE_ENV: 'test', LOG_LEVEL: 'info' })

async function aVoteWithABallot() {
  const db = await fileDatabase()
  const { contestId } = await aVote(db, { entries: 3 })
  const [voterId = ''] = await people(db, 1)
  await fillBallot(db, { contestId, voterId }, () => 3)
  return { db, contestId }
}

test('the server publishes the head at the full hour', async () => {
  const { db, contestId } = await aVoteWithABallot()
  const started = performance.now()
  const fullHour = DURING.getTime() + 3_600_000
  const clock = () => new Date(fullHour - 40 + (performance.now() - started))
  let write: (line: string) => void = () => undefined
  const written = new Promise<string>((resolve) => {
    write = resolve
  })
  const watch = publishHourly(db, createLog(config, { write: (line: string) => write(line) }), clock)
  expect(JSON.parse(await written)).toMatchObject({ level: 'info', contestId, msg: 'head of the vote published' })
  await watch.stop()
  const heads = await db.selectFrom('publishedHead').select(['sequence', 'publishedAt']).execute()
  expect(heads).toMatchObject([{ sequence: 3 }])
  expect(Number(new Date(heads[0]?.publishedAt ?? ''))).toBeGreaterThanOrEqual(fullHour)
})

test('what is due is published at the start; what fails is logged and does not stop the server', async () => {
  const { db } = await aVoteWithABallot()
  const lines: string[] = []
  const log = createLog(config, { write: (line: string) => void lines.push(line) })
  const later = () => new Date(DURING.getTime() + 10 * 3_600_000)
  await publishHourly(db, log, later).stop()
  expect(await db.selectFrom('publishedHead').select('sequence').execute()).toEqual([{ sequence: 3 }])
  await db.destroy()
  await publishHourly(db, log, later).stop()
  expect(lines.map((line) => JSON.parse(line).msg)).toEqual([
    'head of the vote published',
    'publishing the heads failed',
  ])
})
