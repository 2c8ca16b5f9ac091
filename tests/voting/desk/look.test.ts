import type { Kysely } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { pseudonymOf } from '#app/voting/ballot-key.server.ts'
import { closeVoting } from '#app/voting/close-voting.server.ts'
import { listCases } from '#app/voting/desk/cases.server.ts'
import { findDueLooks } from '#app/voting/desk/due-looks.server.ts'
import { releaseBallots } from '#app/voting/desk/release-ballots.server.ts'
import { EVIDENCE, isSignalName } from '#app/voting/signals/evidence.ts'
import type { Database } from '#db/schema.ts'
import { aVote, DURING, people, VOTING_CLOSES, VOTING_OPENS } from '#db/seeds/a-vote.ts'
import { fillBallot } from '#db/seeds/fill-ballot.ts'
import { expectDone } from '../../contests-in-phases.ts'
import { freshDatabase } from '../../fresh-database.ts'
import { aStuffedVote, lookAndNote, type StuffedVote } from './a-desk.ts'

let db: Kysely<Database>
let vote: StuffedVote

beforeEach(async () => {
  db = await freshDatabase()
  vote = await aStuffedVote(db)
})
afterEach(() => db.destroy())

const LATER = new Date(DURING.getTime() + 3_600_000)
const REASON = 'They are the class of Ms Rossi, who wrote to us beforehand.'

async function pseudonyms(voterIds: readonly string[]): Promise<string[]> {
  const keys = await db.selectFrom('ballotKey').selectAll().where('voterId', 'in', voterIds).execute()
  return keys.map(({ key, contestId }) => pseudonymOf(key, contestId)).sort()
}
const eventsOf = (kind: 'quarantine' | 'release' | 'exclusion') =>
  db.selectFrom('ballotEvent').select(['pseudonym', 'entryId', 'value']).where('kind', '=', kind).execute()
const quarantined = async () => (await eventsOf('quarantine')).map(({ pseudonym }) => pseudonym ?? '').sort()

test('bought ballots from one device are put aside by an event each, and nobody else’s', async () => {
  expect(await lookAndNote(db, vote.contestId)).toEqual({ quarantined: vote.boughtIds.length, released: 0 })
  expect(await quarantined()).toEqual(await pseudonyms(vote.boughtIds))
})

test('a second look at the same ballots writes nothing twice', async () => {
  await lookAndNote(db, vote.contestId)
  const count = () =>
    db
      .selectFrom('suspicion')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
  const before = await count()
  expect(await lookAndNote(db, vote.contestId, LATER)).toEqual({ quarantined: 0, released: 0 })
  expect(await count()).toEqual(before)
  expect(await quarantined()).toHaveLength(vote.boughtIds.length)
})

test('every suspicion is what its signal may write, and the desk is told numbers only', async () => {
  await lookAndNote(db, vote.contestId)
  const rows = await db.selectFrom('suspicion').selectAll().execute()
  expect(rows.length).toBeGreaterThan(vote.boughtIds.length)
  for (const { signal, evidence } of rows) {
    if (!isSignalName(signal)) throw new Error(signal)
    expect(EVIDENCE[signal].safeParse(JSON.parse(evidence)).success).toBe(true)
  }
  const shown = JSON.stringify(await listCases(db, vote.contestId))
  for (const secret of [...vote.entryIds, ...vote.boughtIds, ...vote.honestIds, ...(await pseudonyms(vote.boughtIds))])
    expect(shown).not.toContain(secret)
  expect(shown).toContain('"sunk":4')
})

test('what a person released stays released, also at the next look', async () => {
  await lookAndNote(db, vote.contestId)
  const [first] = (await listCases(db, vote.contestId)).filter(({ state }) => state === 'quarantined')
  const details = { contestId: vote.contestId, caseIds: [first?.id ?? ''], reason: REASON, actorId: vote.adminId }
  expect(await releaseBallots(db, details, DURING)).toMatchObject({ ok: true })
  expect(await lookAndNote(db, vote.contestId, LATER)).toEqual({ quarantined: 0, released: 0 })
  expect(await eventsOf('release')).toEqual([{ pseudonym: expect.any(String), entryId: null, value: null }])
})

test('the public log says how many ballots the signals put aside and by which, and names nobody', async () => {
  await lookAndNote(db, vote.contestId)
  const line = await db
    .selectFrom('activity')
    .selectAll()
    .where('kind', '=', 'ballots-set-aside')
    .executeTakeFirstOrThrow()
  expect(line).toMatchObject({ actorId: null, contestId: vote.contestId, entryId: null, subjectId: null })
  expect(JSON.parse(line.particulars)).toMatchObject({ ballots: vote.boughtIds.length, released: 0 })
  expect(JSON.parse(line.particulars).signals).toContain('shared-device')
})

test('who left is judged by their ballot alone', async () => {
  await db.deleteFrom('ballotKey').where('voterId', 'in', vote.boughtIds).execute()
  await expect(lookAndNote(db, vote.contestId)).resolves.toMatchObject({ released: 0 })
})

test('a vote is looked at when its record has grown, every ten minutes at most, and not before it opens', async () => {
  expect(await findDueLooks(db, new Date(VOTING_OPENS.getTime() - 1))).toEqual([])
  expect(await findDueLooks(db, DURING)).toEqual([vote.contestId])
  await lookAndNote(db, vote.contestId)
  expect(await findDueLooks(db, new Date(DURING.getTime() + 9 * 60_000))).toEqual([])
  expect(await findDueLooks(db, LATER)).toEqual([vote.contestId])
  await lookAndNote(db, vote.contestId, LATER)
  expect(await findDueLooks(db, new Date(LATER.getTime() + 3_600_000))).toEqual([])
})

test('a frozen vote, whose count waits for the look, is looked at before those that go on', async () => {
  const later = new Date(VOTING_CLOSES.getTime() + 3_600_000)
  const [voterId = ''] = await people(db, 1)
  const running: string[] = []
  for (let made = 0; made < 3; made += 1) {
    const { contestId } = await aVote(db, { entries: 2, votingOpens: new Date(VOTING_CLOSES.getTime()) })
    await fillBallot(db, { contestId, voterId }, () => 3, later)
    running.push(contestId)
  }
  expectDone(await closeVoting(db, vote, later))
  const [first, ...others] = await findDueLooks(db, later)
  expect([first, others.sort()]).toEqual([vote.contestId, running.sort()])
})
