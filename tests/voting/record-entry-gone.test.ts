import type { Kysely } from 'kysely'
import { expect, test } from 'vitest'
import { reportEntry } from '#app/moderation/report-entry.server.ts'
import { ruleOnReport } from '#app/moderation/rule-on-report.server.ts'
import { closeVoting } from '#app/voting/close-voting.server.ts'
import { recordEntryGone } from '#app/voting/record-entry-gone.server.ts'
import type { Database } from '#db/schema.ts'
import { DURING, VOTING_CLOSES } from '#db/seeds/a-vote.ts'
import { expectDone } from '../contests-in-phases.ts'
import { aMember, anAdmin } from '../people.ts'
import { aFilledVote } from './a-filled-vote.ts'
import { closeAndCount } from './close-and-count.ts'

async function takeDown(db: Kysely<Database>, entryId: string, at: Date): Promise<void> {
  const [reporter, admin] = [await aMember(db), await anAdmin(db)]
  const reportId = expectDone(await reportEntry(db, { entryId, reporter, reason: 'offensive', detail: '' }, at))
  const ruling = { reportId, admin, ruling: 'taken-down', note: 'It is a copy.', steps: [recordEntryGone] } as const
  expectDone(await ruleOnReport(db, ruling, at))
}

function withdrawalsIn(db: Kysely<Database>) {
  return db
    .selectFrom('ballotEvent')
    .select(['sequence', 'minute', 'entryId'])
    .where('kind', '=', 'withdrawal')
    .orderBy('sequence')
    .execute()
}

test('a take-down enters the record in its own minute, and once', async () => {
  const { db, vote } = await aFilledVote(4, 2)
  const [first = '', second = ''] = vote.entryIds
  await takeDown(db, first, DURING)
  const recorded = [{ sequence: 9, minute: '2026-03-25T12:00Z', entryId: first }]
  expect(await withdrawalsIn(db)).toEqual(recorded)
  await takeDown(db, second, new Date(DURING.getTime() + 60_000))
  await closeVoting(db, { contestId: vote.contestId }, VOTING_CLOSES)
  expect(await withdrawalsIn(db)).toEqual([...recorded, { sequence: 10, minute: '2026-03-25T12:01Z', entryId: second }])
})

test('between the freeze and the count it enters behind the votes; after the count the record stays as it was counted', async () => {
  const { db, vote } = await aFilledVote(4, 2)
  const [first = '', second = ''] = vote.entryIds
  const { contestId } = vote
  await closeVoting(db, { contestId }, VOTING_CLOSES)
  const later = new Date(VOTING_CLOSES.getTime() + 60_000)
  await takeDown(db, first, later)
  expect(await withdrawalsIn(db)).toMatchObject([{ minute: '2026-03-30T18:01Z', entryId: first }])
  await closeAndCount(db, { contestId }, later)
  await takeDown(db, second, later)
  expect(await withdrawalsIn(db)).toHaveLength(1)
  expect(await db.selectFrom('standing').select('entryId').where('view', '=', 'official').execute()).toHaveLength(3)
})

test('a take-down that fails leaves no word in the record', async () => {
  const { db, vote } = await aFilledVote(3, 1)
  const [entryId = ''] = vote.entryIds
  const [reporter, admin] = [await aMember(db), await anAdmin(db)]
  const reportId = expectDone(await reportEntry(db, { entryId, reporter, reason: 'offensive', detail: '' }, DURING))
  const fails = () => Promise.reject(new Error('the disk is full'))
  const ruling = { reportId, admin, ruling: 'taken-down', note: 'A copy.', steps: [recordEntryGone, fails] } as const
  await expect(ruleOnReport(db, ruling, DURING)).rejects.toThrow('the disk is full')
  expect(await withdrawalsIn(db)).toEqual([])
  expect(await db.selectFrom('takedown').selectAll().execute()).toEqual([])
})
