import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import { expect, test } from 'vitest'
import { appendEvent, type Befell, readHead } from '#app/voting/append-event.server.ts'
import { pseudonymOf, receiptOf } from '#app/voting/ballot-key.server.ts'
import { castScore } from '#app/voting/cast-score.server.ts'
import { closeRecord } from '#app/voting/close-record.server.ts'
import { closeVoting } from '#app/voting/close-voting.server.ts'
import { destroyBallotKeysOfLeaver } from '#app/voting/destroy-ballot-keys-of-leaver.server.ts'
import { DUEL_VALUES, eventText, genesisText, linkText } from '#app/voting/record.ts'
import { writing } from '#db/database.server.ts'
import type { Database } from '#db/schema.ts'
import { aVote, DURING, people, VOTING_CLOSES } from '#db/seeds/a-vote.ts'
import { fillBallot } from '#db/seeds/fill-ballot.ts'
import { writingTogether } from '#db/write-together.server.ts'
import { fileDatabase } from '../file-database.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

async function aRecordedVote() {
  const db = await fileDatabase()
  const vote = await aVote(db, { entries: 5 })
  const voters = await people(db, 3)
  for (const voterId of voters) await fillBallot(db, { ...vote, voterId }, (_, nth) => nth)
  return { db, ...vote, voters, events: () => findEvents(db, vote.contestId) }
}

function findEvents(db: Kysely<Database>, contestId: string) {
  return db.selectFrom('ballotEvent').selectAll().where('contestId', '=', contestId).orderBy('sequence').execute()
}

test('every score is an event, numbered without a gap, each bound to the one before', async () => {
  const { contestId, events } = await aRecordedVote()
  const record = await events()
  expect(record).toHaveLength(15)
  let hash = sha256(genesisText(contestId))
  record.forEach((event, index) => {
    expect(event.sequence).toBe(index + 1)
    expect(event.previousHash).toBe(hash)
    hash = sha256(linkText(hash, event))
    expect(event.hash).toBe(hash)
  })
})

test('scores that come at once are chained one after the other, none lost and none twice', async () => {
  const db = await fileDatabase()
  const { contestId } = await aVote(db, { entries: 12 })
  const voters = await people(db, 30)
  await Promise.all(voters.map((voterId) => fillBallot(db, { contestId, voterId, most: 6 }, () => 4)))
  const record = await findEvents(db, contestId)
  expect(record).toHaveLength(180)
  expect(record.at(-1)?.sequence).toBe(180)
  expect(await db.selectFrom('receipt').select('code').execute()).toHaveLength(30)
})

test('a row of the record can neither be changed nor deleted, and none can be slipped in', async () => {
  const { db, contestId, events } = await aRecordedVote()
  await expect(db.updateTable('ballotEvent').set({ value: 5 }).execute()).rejects.toThrow('append-only')
  await expect(db.deleteFrom('ballotEvent').execute()).rejects.toThrow('append-only')
  const last = (await events()).at(-1)
  if (!last) throw new Error('no events')
  const forged = { ...last, sequence: last.sequence + 1, previousHash: '0'.repeat(64) }
  await expect(db.insertInto('ballotEvent').values(forged).execute()).rejects.toThrow('does not follow')
  const later = { ...last, sequence: last.sequence + 2, previousHash: last.hash }
  await expect(db.insertInto('ballotEvent').values(later).execute()).rejects.toThrow('does not follow')
  await closeVoting(db, { contestId }, VOTING_CLOSES)
  const late = { ...last, sequence: last.sequence + 1, previousHash: last.hash }
  await expect(db.insertInto('ballotEvent').values(late).execute()).rejects.toThrow('closed by the freeze')
})

test('a voter has another name in each contest, and without the key nobody can find it', async () => {
  const db = await fileDatabase()
  const one = await aVote(db, { entries: 2 })
  const other = await aVote(db, { entries: 2 })
  const [voterId = ''] = await people(db, 1)
  await fillBallot(db, { ...one, voterId }, () => 3)
  await fillBallot(db, { ...other, voterId }, () => 3)
  const names = new Set((await db.selectFrom('ballotEvent').select('pseudonym').execute()).map((row) => row.pseudonym))
  expect(names.size).toBe(2)
  for (const { contestId, key } of await db.selectFrom('ballotKey').selectAll().execute()) {
    expect(names).toContain(pseudonymOf(key, contestId))
    const receipt = await db.selectFrom('receipt').select('code').where('contestId', '=', contestId).execute()
    expect(receipt).toEqual([{ code: receiptOf(key, contestId) }])
    expect(names).not.toContain(receiptOf(key, contestId))
  }
})

test('a clock that is set back does not turn the minutes of the record round', async () => {
  const { db, contestId, voters, events } = await aRecordedVote()
  const [voterId = ''] = voters
  const [first] = await db.selectFrom('score').select('entryId').where('voterId', '=', voterId).execute()
  const earlier = new Date(DURING.getTime() - 3_600_000)
  await castScore(db, { contestId, voterId, entryId: first?.entryId ?? '', value: 5 }, earlier)
  await castScore(db, { contestId, voterId, entryId: first?.entryId ?? '', value: 1 }, earlier)
  const minutes = (await events()).map(({ minute }) => minute)
  expect(minutes).toEqual(minutes.toSorted())
  expect(minutes.at(-1)).toBe('2026-03-25T12:00Z')
})

test('an event of the desk names the ballot and no entry; one of an entry names no ballot', async () => {
  const { db, contestId, entryIds } = await aRecordedVote()
  const [entryId = ''] = entryIds
  const pseudonym = 'a'.repeat(32)
  await writingTogether(db, (statements) => {
    appendEvent(statements, { contestId, kind: 'quarantine', pseudonym, entryId: null, value: null }, DURING)
    appendEvent(statements, { contestId, kind: 'withdrawal', pseudonym: null, entryId, value: null }, DURING)
  })
  const lines = (await findEvents(db, contestId)).slice(-2).map(eventText)
  expect(lines).toEqual([
    `16 2026-03-25T12:00Z quarantine ${pseudonym} - - -`,
    `17 2026-03-25T12:00Z withdrawal - ${entryId} - -`,
  ])
  const wrong = { contestId, kind: 'score', pseudonym, entryId: null, value: 3 } as const
  await expect(writingTogether(db, (statements) => appendEvent(statements, wrong, DURING))).rejects.toThrow('CHECK')
  expect(await writingTogether(db, (statements) => readHead(statements, contestId))).toMatchObject({ sequence: 17 })
})

test('when somebody leaves, their ballot stays in the record and nothing is left that says which it was', async () => {
  const { db, contestId, voters, events } = await aRecordedVote()
  const [leaver = '', ...others] = voters
  const before = await events()
  await writing(db, (trx) => destroyBallotKeysOfLeaver(trx, { accountId: leaver }, DURING))
  expect(await events(), 'not even when they left').toEqual(before)
  await closeVoting(db, { contestId }, VOTING_CLOSES)
  await closeRecord(db, { contestId })
  const closing = (await events()).slice(before.length)
  expect(closing.map(({ kind, value, minute }) => [kind, value, minute])).toEqual(
    Array.from({ length: 3 }, () => ['handed', 5, '2026-03-30T18:00Z']),
  )
  const names = closing.map(({ pseudonym }) => pseudonym ?? '')
  expect(names, 'those who left are among the others').toEqual(names.toSorted())
  const keys = await db.selectFrom('ballotKey').select('voterId').execute()
  expect(keys.map(({ voterId }) => voterId).toSorted()).toEqual(others.toSorted())
  expect(await db.selectFrom('receipt').select('code').execute()).toHaveLength(3)
})

test('a duel names two entries and one of three outcomes; how many designs somebody was handed is no score', async () => {
  const db = await fileDatabase()
  const { contestId, entryIds } = await aVote(db, { entries: 2 })
  const [entryId = '', againstId = ''] = entryIds
  const pseudonym = 'b'.repeat(32)
  const append = (event: Omit<Befell, 'contestId'>) =>
    writingTogether(db, (statements) => appendEvent(statements, { contestId, ...event }, DURING))
  await append({ kind: 'duel', pseudonym, entryId, againstId, value: DUEL_VALUES.neither })
  await append({ kind: 'handed', pseudonym, value: 40 })
  const lines = (await findEvents(db, contestId)).map(eventText)
  expect(lines).toEqual([
    `1 2026-03-25T12:00Z duel ${pseudonym} ${entryId} ${againstId} 2`,
    `2 2026-03-25T12:00Z handed ${pseudonym} - - 40`,
  ])
  await expect(append({ kind: 'duel', pseudonym, entryId, againstId, value: 3 })).rejects.toThrow('CHECK')
  await expect(append({ kind: 'duel', pseudonym, entryId, againstId: entryId, value: 0 })).rejects.toThrow('CHECK')
  await expect(append({ kind: 'score', pseudonym, entryId, againstId, value: 0 })).rejects.toThrow('CHECK')
  await expect(append({ kind: 'score', pseudonym, entryId, value: 6 })).rejects.toThrow('CHECK')
})
