import { type Kysely, sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { reportEntry } from '#app/moderation/report-entry.server.ts'
import { writeNote } from '#app/production/write-note.server.ts'
import type { Database } from '#db/schema.ts'
import { aVote, people } from '#db/seeds/a-vote.ts'
import { fillBallot } from '#db/seeds/fill-ballot.ts'
import { aContest, expectDone } from '../contests-in-phases.ts'
import { aRunAt } from '../decided-contests.ts'
import { anEntry } from '../entries-in-contests.ts'
import { freshDatabase } from '../fresh-database.ts'
import { aMember } from '../people.ts'

const NOW = new Date('2026-06-20T10:00:00.000Z')
const DAY_MS = 24 * 60 * 60 * 1000

/** Each has a row after a contest went all the way; whoever holds the database open cannot rewrite it by a slip. */
const WRITTEN_ONCE = [
  'activity',
  'publication',
  'entry_submission',
  'freeze',
  'tally',
  'standing',
  'verdict',
  'decision',
  'decision_step',
  'run',
  'signature',
  'stage_move',
  'stage_note',
  'go_decision',
  'product',
  'report',
]

const REFUSED = /append-only|closed by the decision/

let db: Kysely<Database>
beforeAll(async () => {
  db = await freshDatabase()
  const { runId, producer, entryIds } = await aRunAt(db, 'launched', { now: NOW })
  const note = { runId, text: 'The lasts are cut.', audience: 'public', writtenBy: producer.id, pictures: [] } as const
  expectDone(await writeNote(db, note, NOW))
  const report = { entryId: entryIds[1], reporter: await aMember(db), reason: 'copied', detail: '' } as const
  expectDone(await reportEntry(db, report, NOW))
}, 60_000)
afterAll(() => db.destroy())

test.each(WRITTEN_ONCE)('a row of %s is neither changed nor deleted', async (table) => {
  const { rows } = await sql<{ name: string }>`SELECT name FROM pragma_table_info(${table})`.execute(db)
  const column = rows[0]?.name ?? ''
  await expect(sql.raw(`UPDATE ${table} SET ${column} = ${column}`).execute(db)).rejects.toThrow(REFUSED)
  await expect(sql.raw(`DELETE FROM ${table}`).execute(db)).rejects.toThrow(REFUSED)
})

test('a score cannot name another contest than its entry’s, nor be moved into one that is frozen', async () => {
  const open = await aContest(db, { phase: 'voting', now: NOW, title: 'A second contest' })
  const at = new Date(NOW.getTime() - 10 * DAY_MS)
  const entryId = await anEntry(db, { contestId: open.contestId, designer: await aMember(db), at })
  const frozen = await db.selectFrom('freeze').select('contestId').executeTakeFirstOrThrow()
  const voterId = (await aMember(db)).id
  const exposure = { entryId, voterId, handedAt: NOW.toISOString(), passedAt: null }

  await expect(
    db
      .insertInto('exposure')
      .values({
        ...exposure,
        contestId: (await aContest(db, { phase: 'voting', now: NOW, title: 'A third' })).contestId,
      })
      .execute(),
  ).rejects.toThrow('FOREIGN KEY')
  await db
    .insertInto('exposure')
    .values({ ...exposure, contestId: open.contestId })
    .execute()
  await expect(
    db.updateTable('exposure').set({ contestId: frozen.contestId }).where('voterId', '=', voterId).execute(),
  ).rejects.toThrow('closed by the freeze')
})

test('a score that was given may change and is never taken back', async () => {
  const { contestId } = await aVote(db, { entries: 3 })
  const [voterId = ''] = await people(db, 1)
  await fillBallot(db, { contestId, voterId, most: 1 }, () => 3)
  const theirs = db.updateTable('exposure').where('voterId', '=', voterId).where('value', 'is not', null)
  const none = { value: null, castAt: null, changedAt: null }
  await expect(theirs.set(none).execute()).rejects.toThrow('a score that was given stays')
  await theirs.set({ value: 5 }).execute()
  expect(await db.selectFrom('score').select('value').where('voterId', '=', voterId).execute()).toEqual([{ value: 5 }])
})
