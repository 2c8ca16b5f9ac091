import { expect, test } from 'vitest'
import { castScore } from '#app/voting/cast-score.server.ts'
import { findExposureSpread, findPlaceInQueue } from '#app/voting/exposures.server.ts'
import { handNextEntry } from '#app/voting/hand-next-entry.server.ts'
import { passEntry } from '#app/voting/pass-entry.server.ts'
import { recallPassedEntries } from '#app/voting/recall-passed-entries.server.ts'
import { aPerson, aVote, DURING, people } from '#db/seeds/a-vote.ts'
import { fillBallot } from '#db/seeds/fill-ballot.ts'
import { fileDatabase } from '../file-database.ts'

test('asked twice, or twice at once, the queue hands one entry and gives it again', async () => {
  const db = await fileDatabase()
  const { contestId } = await aVote(db, { entries: 5 })
  const voterId = await aPerson(db)
  const outcomes = await Promise.all(
    Array.from({ length: 20 }, () => handNextEntry(db, { contestId, voterId }, DURING)),
  )
  const ids = new Set(outcomes.map((outcome) => (outcome.ok ? outcome.value.entryId : outcome.refusal)))
  expect(ids.size).toBe(1)
  expect(await db.selectFrom('exposure').selectAll().execute()).toHaveLength(1)
  expect((await findPlaceInQueue(db, { contestId, voterId })).inHand).toBe([...ids][0])
})

test('looking ahead in the queue hands nothing', async () => {
  const db = await fileDatabase()
  const { contestId } = await aVote(db, { entries: 5 })
  const voterId = await aPerson(db)
  const ahead = (await findPlaceInQueue(db, { contestId, voterId })).next
  expect(await db.selectFrom('exposure').selectAll().execute()).toEqual([])
  expect(await handNextEntry(db, { contestId, voterId }, DURING)).toEqual({ ok: true, value: { entryId: ahead } })
})

test('a ballot filled to its end holds every entry once, own and collaborated ones never', async () => {
  const db = await fileDatabase()
  const { contestId, entryIds, designerIds } = await aVote(db, { entries: 7 })
  const [voterId = ''] = designerIds
  const [own = '', helped = ''] = entryIds
  const at = DURING.toISOString()
  await db
    .insertInto('collaborator')
    .values({ entryId: helped, accountId: voterId, invitedAt: at, acceptedAt: at, declinedAt: null })
    .execute()
  const scored = await fillBallot(db, { contestId, voterId }, () => 3)
  expect(scored.toSorted()).toEqual(entryIds.filter((id) => id !== own && id !== helped).toSorted())
  expect(await handNextEntry(db, { contestId, voterId }, DURING)).toEqual({ ok: true, value: { entryId: null } })
})

test('with many voters at once, some leaving early and some of them designers, exposures stay within two of each other', async () => {
  const db = await fileDatabase()
  const { contestId, designerIds } = await aVote(db, { entries: 24 })
  const voters = [...designerIds.slice(0, 10), ...(await people(db, 20))]
  await Promise.all(
    voters.map((voterId, n) => fillBallot(db, { contestId, voterId, most: 1 + ((n * 7) % 10) }, () => n % 6)),
  )
  const { least, most } = await findExposureSpread(db, contestId)
  expect(least).toBeGreaterThan(0)
  expect(most - least).toBeLessThanOrEqual(2)
})

test('a voter finds the same entry in hand after going away and coming back', async () => {
  const db = await fileDatabase()
  const { contestId } = await aVote(db, { entries: 5 })
  const [voterId = '', other = ''] = await people(db, 2)
  await fillBallot(db, { contestId, voterId, most: 2 }, () => 4)
  const inHand = (await findPlaceInQueue(db, { contestId, voterId })).inHand
  await fillBallot(db, { contestId, voterId: other }, () => 1)
  expect(inHand).not.toBeNull()
  expect(await handNextEntry(db, { contestId, voterId }, new Date(DURING.getTime() + 3_600_000))).toEqual({
    ok: true,
    value: { entryId: inHand },
  })
})

test('an entry taken down while it is in hand gives way to the next', async () => {
  const db = await fileDatabase()
  const { contestId, adminId } = await aVote(db, { entries: 3 })
  const voterId = await aPerson(db)
  const first = await handNextEntry(db, { contestId, voterId }, DURING)
  const entryId = first.ok ? (first.value.entryId ?? '') : ''
  const at = DURING.toISOString()
  await db.insertInto('takedown').values({ entryId, reason: 'copied', takenDownBy: adminId, takenDownAt: at }).execute()
  expect((await findPlaceInQueue(db, { contestId, voterId })).inHand).toBeNull()
  const next = await handNextEntry(db, { contestId, voterId }, DURING)
  expect(next.ok && next.value.entryId).not.toBe(entryId)
})

test('a passed entry comes again only when asked for, and then without a new exposure', async () => {
  const db = await fileDatabase()
  const { contestId } = await aVote(db, { entries: 3 })
  const key = { contestId, voterId: await aPerson(db) }
  const first = await handNextEntry(db, key, DURING)
  const passedId = first.ok ? (first.value.entryId ?? '') : ''
  const passed = await passEntry(db, { ...key, entryId: passedId }, DURING)
  expect(passed.ok && passed.value.entryId).not.toBe(passedId)
  expect(await fillBallot(db, key, () => 2)).not.toContain(passedId)
  expect(await handNextEntry(db, key, DURING)).toEqual({ ok: true, value: { entryId: null } })

  expect(await recallPassedEntries(db, key, DURING)).toEqual({ ok: true, value: { entryId: passedId } })
  expect(await db.selectFrom('exposure').selectAll().execute()).toHaveLength(3)
  expect(await castScore(db, { ...key, entryId: passedId, value: 5 }, DURING)).toMatchObject({ ok: true })
  expect(await recallPassedEntries(db, key, DURING)).toEqual({ ok: true, value: { entryId: null } })
})

test('passing twice sets one entry aside, and a pass never takes a score away', async () => {
  const db = await fileDatabase()
  const { contestId } = await aVote(db, { entries: 4 })
  const key = { contestId, voterId: await aPerson(db) }
  const first = await handNextEntry(db, key, DURING)
  const entryId = first.ok ? (first.value.entryId ?? '') : ''
  const outcomes = await Promise.all(Array.from({ length: 5 }, () => passEntry(db, { ...key, entryId }, DURING)))
  expect(new Set(outcomes.map((outcome) => (outcome.ok ? outcome.value.entryId : outcome.refusal))).size).toBe(1)
  expect(await db.selectFrom('exposure').selectAll().execute()).toHaveLength(2)

  const [scored = ''] = await fillBallot(db, { ...key, most: 1 }, () => 5)
  expect(await passEntry(db, { ...key, entryId: scored }, DURING)).toMatchObject({ ok: true })
  expect(await db.selectFrom('score').select('value').where('entryId', '=', scored).execute()).toEqual([{ value: 5 }])
})

test('what was never handed cannot be passed', async () => {
  const db = await fileDatabase()
  const { contestId, entryIds } = await aVote(db, { entries: 2 })
  const voterId = await aPerson(db)
  const [entryId = ''] = entryIds
  expect(await passEntry(db, { contestId, voterId, entryId }, DURING)).toEqual({ ok: false, refusal: 'not-handed' })
})
