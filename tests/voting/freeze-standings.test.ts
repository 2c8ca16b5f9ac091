import { type Kysely, sql } from 'kysely'
import { expect, test } from 'vitest'
import { findContestFacts } from '#app/contests/contests.server.ts'
import { maySee } from '#app/contests/seal.ts'
import { findCastBallots, findParticipation } from '#app/voting/cast-ballots.server.ts'
import { closeDueVotings, findNextClose } from '#app/voting/close-due-votings.server.ts'
import { canonicalText, digestOf } from '#app/voting/digest.ts'
import { freezeStandings } from '#app/voting/freeze-standings.server.ts'
import { findFreeze } from '#app/voting/freezes.server.ts'
import type { Database } from '#db/schema.ts'
import { fileDatabase } from '../file-database.ts'
import { type AVote, aPerson, aVote, DURING, fillBallot, JUST_BEFORE, people, VOTING_CLOSES } from './a-vote.ts'

/** Everybody likes the first best and the last least. */
async function aFilledVote(
  entries = 12,
  voters = 10,
): Promise<{ db: Kysely<Database>; vote: AVote; voterIds: string[] }> {
  const db = await fileDatabase()
  const vote = await aVote(db, { entries })
  const voterIds = await people(db, voters)
  for (const voterId of voterIds) {
    await fillBallot(db, { contestId: vote.contestId, voterId }, (id) => 5 - vote.entryIds.indexOf(id) / 2)
  }
  return { db, vote, voterIds }
}

test('the count writes one standing per entry, best first, and says how many ballots it was made of', async () => {
  const { db, vote } = await aFilledVote()
  const { contestId } = vote
  expect(await freezeStandings(db, { contestId }, VOTING_CLOSES)).toMatchObject({ ok: true, value: { now: true } })
  const standings = await db.selectFrom('standing').selectAll().orderBy('place').execute()
  expect(standings).toHaveLength(12)
  expect(standings[0]?.entryId).toBe(vote.entryIds[0])
  expect(standings.at(-1)?.entryId).toBe(vote.entryIds.at(-1))
  expect(await db.selectFrom('freeze').selectAll().execute()).toMatchObject([
    { contestId, frozenAt: VOTING_CLOSES.toISOString(), ballots: 10, countedBallots: 10, scores: 120 },
  ])
})

test('the digest is that of the canonical text, so that whoever has the ballots can find it again', async () => {
  const { db, vote } = await aFilledVote()
  const { contestId } = vote
  await freezeStandings(db, { contestId }, VOTING_CLOSES)
  const { entries, counted } = await findCastBallots(db, contestId)
  const standings = await db.selectFrom('standing').selectAll().execute()
  const closedAt = VOTING_CLOSES.toISOString()
  const { digest, nonce } = await db.selectFrom('freeze').select(['digest', 'nonce']).executeTakeFirstOrThrow()
  const text = canonicalText({ contestId, closedAt, nonce, entries, ballots: counted, standings })
  expect(await digestOf(text)).toBe(digest)
})

test('the digest of a small contest cannot be guessed from its few possible ballots: a line of it is drawn at the freeze', async () => {
  const { db, vote } = await aFilledVote(3, 2)
  const { contestId } = vote
  await freezeStandings(db, { contestId }, VOTING_CLOSES)
  const { nonce } = await db.selectFrom('freeze').select('nonce').executeTakeFirstOrThrow()
  expect(nonce).toMatch(/^[0-9a-f]{64}$/)
  const other = await aFilledVote(3, 2)
  await freezeStandings(other.db, { contestId: other.vote.contestId }, VOTING_CLOSES)
  expect((await other.db.selectFrom('freeze').select('nonce').executeTakeFirstOrThrow()).nonce).not.toBe(nonce)
  expect(await findFreeze(db, contestId)).not.toHaveProperty('nonce')
  const { particulars } = await db
    .selectFrom('activity')
    .select('particulars')
    .where('kind', '=', 'ballots-frozen')
    .executeTakeFirstOrThrow()
  expect(particulars).not.toContain(nonce)
})

test('the digest is in the public record from the same moment from which a juror may see a standing', async () => {
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
  const published = () => db.selectFrom('activity').selectAll().where('kind', '=', 'ballots-frozen').execute()
  expect(await sees()).toBe(false)
  expect(await published()).toEqual([])
  await freezeStandings(db, { contestId }, VOTING_CLOSES)
  expect(await sees()).toBe(true)
  const [record] = await published()
  const { digest } = await db.selectFrom('freeze').select('digest').executeTakeFirstOrThrow()
  expect(JSON.parse(record?.particulars ?? '{}')).toMatchObject({ digest, countedBallots: 3 })
})

test('asked by many at once and again later, it counts once', async () => {
  const { db, vote } = await aFilledVote(4, 3)
  const { contestId } = vote
  const outcomes = await Promise.all(
    Array.from({ length: 20 }, () => freezeStandings(db, { contestId }, VOTING_CLOSES)),
  )
  expect(outcomes.filter((outcome) => outcome.ok && outcome.value.now)).toHaveLength(1)
  expect(new Set(outcomes.map((outcome) => (outcome.ok ? outcome.value.digest : outcome.refusal))).size).toBe(1)
  const later = new Date(VOTING_CLOSES.getTime() + 86_400_000)
  expect(await freezeStandings(db, { contestId }, later)).toMatchObject({ ok: true, value: { now: false } })
  expect(await db.selectFrom('activity').select('id').where('kind', '=', 'ballots-frozen').execute()).toHaveLength(1)
})

test('nothing is counted before the close, nor in a cancelled contest, nor in one that is not there', async () => {
  const { db, vote } = await aFilledVote(3, 1)
  const { contestId, adminId } = vote
  expect(await freezeStandings(db, { contestId }, JUST_BEFORE)).toEqual({ ok: false, refusal: 'voting-not-closed' })
  expect(await freezeStandings(db, { contestId: 'nowhere' }, VOTING_CLOSES)).toEqual({
    ok: false,
    refusal: 'contest-not-found',
  })
  await db
    .insertInto('cancellation')
    .values({ contestId, reason: 'No factory.', cancelledBy: adminId, cancelledAt: DURING.toISOString() })
    .execute()
  expect(await freezeStandings(db, { contestId }, VOTING_CLOSES)).toEqual({ ok: false, refusal: 'voting-not-closed' })
})

test('only ballots past the gate count; those begun are told beside them', async () => {
  const { db, vote, voterIds } = await aFilledVote(12, 2)
  const { contestId } = vote
  const [short = '', enough = ''] = await people(db, 2)
  // 30 % of 12 is 3.6: four scores make a ballot.
  await fillBallot(db, { contestId, voterId: short, most: 3 }, (_, nth) => 5 - nth)
  await fillBallot(db, { contestId, voterId: enough, most: 4 }, (_, nth) => 5 - nth)
  expect(await findParticipation(db, contestId)).toEqual({ begun: voterIds.length + 2, counted: voterIds.length + 1 })
  await freezeStandings(db, { contestId }, VOTING_CLOSES)
  expect(await db.selectFrom('freeze').selectAll().execute()).toMatchObject([
    { ballots: 4, countedBallots: 3, scores: 28 },
  ])
})

test('the gate asks a designer for 30 % of what they may score, not of what they drew', async () => {
  const db = await fileDatabase()
  const { contestId, designerIds } = await aVote(db, { entries: 11 })
  const [voterId = ''] = designerIds
  // 30 % of the ten that are not theirs is 3; of all eleven it would be 4.
  await fillBallot(db, { contestId, voterId, most: 3 }, (_, nth) => nth)
  expect(await findParticipation(db, contestId)).toEqual({ begun: 1, counted: 1 })
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
  await db
    .insertInto('takedown')
    .values({ entryId: takenDown, reason: 'copied', takenDownBy: adminId, takenDownAt: at })
    .execute()
  await freezeStandings(db, { contestId }, VOTING_CLOSES)
  const standings = await db.selectFrom('standing').select('entryId').execute()
  expect(standings.map((standing) => standing.entryId).toSorted()).toEqual(entryIds.slice(2).toSorted())
  expect(await db.selectFrom('freeze').select('scores').execute()).toEqual([{ scores: 12 }])
})

test('a vote in which nobody voted is frozen too, everybody tied in the middle', async () => {
  const db = await fileDatabase()
  const { contestId } = await aVote(db, { entries: 3 })
  expect(await freezeStandings(db, { contestId }, VOTING_CLOSES)).toMatchObject({ ok: true })
  const standings = await db.selectFrom('standing').selectAll().execute()
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
  await freezeStandings(db, { contestId }, new Date(VOTING_CLOSES.getTime() + 1000))
  expect(await db.selectFrom('freeze').selectAll().execute()).toMatchObject([
    { ballots: 3, countedBallots: 2, staffBallots: 1, scores: 8 },
  ])
  const standing = db.selectFrom('standing').select(['buyMarks', 'scores']).where('entryId', '=', entryId)
  expect(await standing.executeTakeFirst()).toEqual({ buyMarks: 2, scores: 2 })

  const counted = async () => (await findCastBallots(db, contestId)).counted.length
  expect(await counted()).toBe(2)
  await db.deleteFrom('roleGrant').where('accountId', '=', appointed).execute()
  expect(await counted(), 'whoever counts again after the roles have changed').toBe(2)
})

test('somebody who leaves after voting keeps their ballot: nobody can take a vote away', async () => {
  const { db, vote, voterIds } = await aFilledVote(4, 2)
  const [gone = ''] = voterIds
  const at = DURING.toISOString()
  await db
    .updateTable('account')
    .set({ deletedAt: at, name: null, email: null, passwordHash: null })
    .where('id', '=', gone)
    .execute()
  expect(await findParticipation(db, vote.contestId)).toEqual({ begun: 2, counted: 2 })
})

test.each([
  ["INSERT INTO score SELECT contest_id, entry_id, voter_id, 5, 'x', 'x' FROM exposure LIMIT 1"],
  ['UPDATE score SET value = 5'],
  ['DELETE FROM score'],
  ["UPDATE exposure SET passed_at = 'x'"],
  ['DELETE FROM exposure'],
  ["INSERT INTO buy_mark SELECT contest_id, entry_id, voter_id, 'x' FROM exposure LIMIT 1"],
  ['UPDATE freeze SET ballots = 0'],
  ['DELETE FROM freeze'],
  ['UPDATE standing SET place = place + 100'],
  ['DELETE FROM standing'],
  ["UPDATE activity SET particulars = '{}'"],
])('after the freeze the database itself refuses: %s', async (statement) => {
  const { db, vote } = await aFilledVote(3, 2)
  await freezeStandings(db, { contestId: vote.contestId }, VOTING_CLOSES)
  await expect(sql.raw(statement).execute(db)).rejects.toThrow(/closed by the freeze|append-only/)
})

test('the sweep freezes what is due and knows when the next vote closes', async () => {
  const { db, vote } = await aFilledVote(3, 2)
  const { contestId } = vote
  expect(await closeDueVotings(db, JUST_BEFORE)).toEqual([])
  expect(await findNextClose(db, JUST_BEFORE)).toEqual(VOTING_CLOSES)
  expect(await closeDueVotings(db, VOTING_CLOSES)).toEqual([contestId])
  expect(await closeDueVotings(db, VOTING_CLOSES)).toEqual([])
  expect(await findNextClose(db, VOTING_CLOSES)).toBeNull()
})
