import { type Kysely, sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { findContestFacts } from '#app/contests/contests.server.ts'
import { maySee } from '#app/contests/seal.ts'
import { closeRecord } from '#app/voting/close-record.server.ts'
import { closeVoting } from '#app/voting/close-voting.server.ts'
import { countRecord } from '#app/voting/count-record.server.ts'
import { countVotes } from '#app/voting/count-votes.server.ts'
import { destroyBallotKeysOfLeaver } from '#app/voting/destroy-ballot-keys-of-leaver.server.ts'
import { findFreeze } from '#app/voting/freezes.server.ts'
import { findParticipation } from '#app/voting/participation.server.ts'
import { openDatabase, writing } from '#db/database.server.ts'
import type { Database } from '#db/schema.ts'
import { aPerson, aVote, DURING, people, VOTING_CLOSES } from '#db/seeds/a-vote.ts'
import { fillBallot } from '#db/seeds/fill-ballot.ts'
import { fileDatabase } from '../file-database.ts'
import { aFilledVote } from './a-filled-vote.ts'
import { closeAndCount } from './close-and-count.ts'

const findTally = (db: Kysely<Database>) => db.selectFrom('tally').selectAll().executeTakeFirstOrThrow()
const officialOf = (db: Kysely<Database>) =>
  db.selectFrom('standing').selectAll().where('view', '=', 'official').orderBy('place').execute()

test('the count writes one standing per entry and view, best first, and says how many ballots it was made of', async () => {
  const { db, vote } = await aFilledVote()
  const { contestId } = vote
  await closeAndCount(db, { contestId }, VOTING_CLOSES)
  for (const view of ['official', 'raw', 'audited'] as const) {
    const standings = await db.selectFrom('standing').selectAll().where('view', '=', view).orderBy('place').execute()
    expect(standings).toHaveLength(12)
    expect(standings[0]?.entryId).toBe(vote.entryIds[0])
    expect(standings.at(-1)?.entryId).toBe(vote.entryIds.at(-1))
  }
  expect(await findTally(db)).toMatchObject({ contestId, ballots: 10, countedBallots: 10, scores: 120, sequence: 130 })
})

test('before the close nothing is counted, nor in a contest that was cancelled since', async () => {
  const { db, vote } = await aFilledVote(3, 1)
  const { contestId, adminId } = vote
  expect(await countVotes(db, { contestId }, VOTING_CLOSES)).toEqual({ ok: false, refusal: 'voting-not-closed' })
  expect(await countVotes(db, { contestId: 'nowhere' }, VOTING_CLOSES)).toMatchObject({ refusal: 'contest-not-found' })
  await closeVoting(db, { contestId }, VOTING_CLOSES)
  const at = VOTING_CLOSES.toISOString()
  await db
    .insertInto('cancellation')
    .values({ contestId, reason: 'No factory.', cancelledBy: adminId, cancelledAt: at })
    .execute()
  expect(await countVotes(db, { contestId }, VOTING_CLOSES)).toEqual({ ok: false, refusal: 'contest-cancelled' })
  expect(await db.selectFrom('tally').selectAll().execute()).toEqual([])
})

test('the head and the digest are in the public record before any juror may see a standing', async () => {
  const { db, vote } = await aFilledVote(4, 3)
  const { contestId } = vote
  const jurorId = await aPerson(db, { role: 'juror' })
  const at = DURING.toISOString()
  await db
    .insertInto('panelSeat')
    .values({ contestId, jurorId, mayClose: 1, seatedBy: vote.adminId, seatedAt: at })
    .execute()
  const juror = { id: jurorId, handle: 'j', name: 'J', roles: ['juror'] as const, emailConfirmed: true, createdAt: at }
  const sees = async () => {
    const facts = await findContestFacts(db, { id: contestId })
    return facts ? maySee(juror, 'standings', facts, VOTING_CLOSES) : false
  }
  await closeVoting(db, { contestId }, VOTING_CLOSES)
  expect(await sees()).toBe(false)
  await countVotes(db, { contestId }, VOTING_CLOSES)
  expect(await sees()).toBe(true)
  const told = await db.selectFrom('activity').selectAll().where('contestId', '=', contestId).orderBy('id').execute()
  expect(told.slice(-2).map(({ kind }) => kind)).toEqual(['ballots-frozen', 'votes-counted'])
  const { digest, hash } = await findTally(db)
  expect(JSON.parse(told.at(-1)?.particulars ?? '{}')).toMatchObject({ digest, head: hash, countedBallots: 3 })
  expect((await findFreeze(db, contestId))?.tally).toMatchObject({ digest })
})

test('asked by many at once and again later, it counts once', async () => {
  const { db, vote } = await aFilledVote(4, 3)
  const { contestId } = vote
  await closeVoting(db, { contestId }, VOTING_CLOSES)
  const outcomes = await Promise.all(Array.from({ length: 20 }, () => countVotes(db, { contestId }, VOTING_CLOSES)))
  expect(outcomes.filter((outcome) => outcome.ok && outcome.value.now)).toHaveLength(1)
  expect(new Set(outcomes.map((outcome) => (outcome.ok ? outcome.value.digest : outcome.refusal))).size).toBe(1)
  expect(await db.selectFrom('activity').select('id').where('kind', '=', 'votes-counted').execute()).toHaveLength(1)
  expect((await findTally(db)).sequence).toBe(15)
})

test('cut short while it closes the record and begun again, it writes the very same events and the very same digest', async () => {
  const { db, vote } = await aFilledVote(4, 6)
  const { contestId } = vote
  await closeVoting(db, { contestId }, VOTING_CLOSES)
  const copy = await copyOf(db)
  await closeAndCount(db, { contestId }, VOTING_CLOSES)
  // Half of the closing events, as a crash leaves them.
  const written = await eventsOf(db)
  await copy.insertInto('ballotEvent').values(written.slice(24, 27)).execute()
  await countVotes(copy, { contestId }, new Date(VOTING_CLOSES.getTime() + 5000))
  expect(await eventsOf(copy)).toEqual(written)
  expect((await findTally(copy)).digest).toBe((await findTally(db)).digest)
  expect(await officialOf(copy)).toEqual(await officialOf(db))
})

test('whoever counts the closed record again gets the same digest and the same standings', async () => {
  const { db, vote } = await aFilledVote(5, 6)
  const { contestId } = vote
  await closeAndCount(db, { contestId }, VOTING_CLOSES)
  const { sequence, hash, digest } = await findTally(db)
  const again = await countRecord(db, { contestId, head: { sequence, hash } })
  expect(again.digest).toBe(digest)
  expect(again.views.official.map(({ entryId }) => entryId)).toEqual(
    (await officialOf(db)).map(({ entryId }) => entryId),
  )
})

test('only ballots past the gate count; those begun are told beside them', async () => {
  const { db, vote, voterIds } = await aFilledVote(12, 2)
  const { contestId } = vote
  const [short = '', enough = ''] = await people(db, 2)
  // 30 % of 12 is 3.6: four scores make a ballot.
  await fillBallot(db, { contestId, voterId: short, most: 3 }, (_, nth) => 5 - nth)
  await fillBallot(db, { contestId, voterId: enough, most: 4 }, (_, nth) => 5 - nth)
  expect(await findParticipation(db, contestId)).toEqual({ begun: voterIds.length + 2, counted: voterIds.length + 1 })
  await closeAndCount(db, { contestId }, VOTING_CLOSES)
  expect(await findTally(db)).toMatchObject({ ballots: 4, countedBallots: 3, scores: 28 })
})

test('entries withdrawn or taken down are not in the table and their scores not on the ballots', async () => {
  const { db, vote } = await aFilledVote(6, 3)
  const { contestId, entryIds, designerIds, adminId } = vote
  const [withdrawn = '', takenDown = ''] = entryIds
  const at = DURING.toISOString()
  await db
    .insertInto('withdrawal')
    .values({ entryId: withdrawn, withdrawnBy: designerIds[0] ?? '', withdrawnAt: at })
    .execute()
  await closeVoting(db, { contestId }, VOTING_CLOSES)
  // After the close and before the count.
  await db
    .insertInto('takedown')
    .values({ entryId: takenDown, reason: 'copied', takenDownBy: adminId, takenDownAt: VOTING_CLOSES.toISOString() })
    .execute()
  await countVotes(db, { contestId }, VOTING_CLOSES)
  const standings = await officialOf(db)
  expect(standings.map((standing) => standing.entryId).toSorted()).toEqual(entryIds.slice(2).toSorted())
  expect(await findTally(db)).toMatchObject({ scores: 12 })
  const events = await eventsOf(db)
  expect(
    events.filter(({ kind }) => kind === 'withdrawal').map(({ sequence, entryId }) => [sequence, entryId]),
  ).toEqual([
    [19, withdrawn],
    [20, takenDown],
  ])
})

test('a vote in which nobody voted is counted too, everybody tied in the middle', async () => {
  const db = await fileDatabase()
  const { contestId } = await aVote(db, { entries: 3 })
  await closeAndCount(db, { contestId }, VOTING_CLOSES)
  const standings = await officialOf(db)
  expect(new Set(standings.map((standing) => `${standing.points} ${standing.tieGroup}`))).toEqual(new Set(['2.5 1']))
})

const appoint = (db: Kysely<Database>, accountId: string, at: Date) =>
  db
    .insertInto('roleGrant')
    .values({ accountId, role: 'juror', grantedBy: null, grantedAt: at.toISOString() })
    .execute()

test('staff never vote: the ballot and the marks of somebody who holds a role at the close are left out, and told', async () => {
  const { db, vote, voterIds } = await aFilledVote(4, 3)
  const { contestId, entryIds } = vote
  const [appointed = '', after = ''] = voterIds
  const [entryId = ''] = entryIds
  await db
    .insertInto('buyMark')
    .values(voterIds.map((accountId) => ({ contestId, entryId, accountId, markedAt: DURING.toISOString() })))
    .execute()
  await appoint(db, appointed, DURING)
  await appoint(db, after, new Date(VOTING_CLOSES.getTime() + 1))
  expect(await findParticipation(db, contestId)).toEqual({ begun: 3, counted: 2 })
  await closeAndCount(db, { contestId }, new Date(VOTING_CLOSES.getTime() + 1000))
  const { sequence, hash, ...tally } = await findTally(db)
  expect(tally).toMatchObject({ ballots: 3, countedBallots: 2, staffBallots: 1, scores: 8 })
  const first = (await officialOf(db)).find((line) => line.entryId === entryId)
  expect(first).toMatchObject({ buyMarks: 2, scores: 2 })

  await db.deleteFrom('roleGrant').where('accountId', '=', appointed).execute()
  const again = await countRecord(db, { contestId, head: { sequence, hash } })
  expect(again.totals, 'whoever counts again after the roles have changed').toMatchObject({ staffBallots: 1 })
})

test('somebody who leaves after voting keeps their ballot, with what the count asks of it', async () => {
  const { db, vote, voterIds } = await aFilledVote(4, 2)
  const { contestId } = vote
  const [gone = ''] = voterIds
  await writing(db, (trx) => destroyBallotKeysOfLeaver(trx, { accountId: gone }, DURING))
  expect(await eventsOf(db)).toHaveLength(8)
  expect(await findParticipation(db, contestId)).toEqual({ begun: 2, counted: 2 })
  await closeAndCount(db, { contestId }, VOTING_CLOSES)
  expect(await findTally(db)).toMatchObject({ ballots: 2, countedBallots: 2, sequence: 10 })
  const closing = (await eventsOf(db)).slice(8)
  expect(closing.map(({ kind, value }) => [kind, value])).toEqual(Array.from({ length: 2 }, () => ['handed', 4]))
})

test('somebody may leave while the count is under way, and after it', async () => {
  const { db, vote, voterIds } = await aFilledVote(4, 3)
  const { contestId } = vote
  const [during = '', after = ''] = voterIds
  await closeVoting(db, { contestId }, VOTING_CLOSES)
  await closeRecord(db, { contestId })
  await writing(db, (trx) => destroyBallotKeysOfLeaver(trx, { accountId: during }, VOTING_CLOSES))
  await countVotes(db, { contestId }, VOTING_CLOSES)
  await writing(db, (trx) => destroyBallotKeysOfLeaver(trx, { accountId: after }, VOTING_CLOSES))
  expect(await findTally(db)).toMatchObject({ ballots: 3, sequence: 15 })
  expect(await db.selectFrom('ballotKey').select('voterId').execute()).toHaveLength(1)
})

test.each([
  ['UPDATE tally SET ballots = 0'],
  ['DELETE FROM tally'],
  ['UPDATE standing SET place = place + 100'],
  ['DELETE FROM standing'],
  [
    `INSERT INTO ballot_event SELECT contest_id, sequence + 1, minute, 'exclusion', pseudonym, NULL, NULL, NULL, hash, hash
       FROM ballot_event ORDER BY sequence DESC LIMIT 1`,
  ],
])('after the count the database itself refuses: %s', async (statement) => {
  const { db, vote } = await aFilledVote(3, 2)
  await closeAndCount(db, { contestId: vote.contestId }, VOTING_CLOSES)
  await expect(sql.raw(statement).execute(db)).rejects.toThrow(/closed by the tally|append-only/)
})

function eventsOf(db: Kysely<Database>) {
  return db.selectFrom('ballotEvent').selectAll().orderBy('sequence').execute()
}

/** The same database in another file. */
async function copyOf(db: Kysely<Database>): Promise<Kysely<Database>> {
  const { rows } = await sql<{ file: string }>`SELECT file FROM pragma_database_list WHERE name = 'main'`.execute(db)
  const copy = `${rows[0]?.file}-copy`
  await sql`VACUUM INTO ${copy}`.execute(db)
  const opened = openDatabase(copy)
  onTestFinished(() => opened.destroy())
  return opened
}
