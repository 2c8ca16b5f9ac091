import type { Kysely } from 'kysely'
import { expect, test } from 'vitest'
import { addArtwork } from '#app/entries/add-artwork.server.ts'
import { saveEntry } from '#app/entries/save-entry.server.ts'
import { submitEntry } from '#app/entries/submit-entry.server.ts'
import { findBooth } from '#app/voting/booths.server.ts'
import { castScore } from '#app/voting/cast-score.server.ts'
import { findExposureSpread } from '#app/voting/exposures.server.ts'
import { handNextEntry } from '#app/voting/hand-next-entry.server.ts'
import type { Database } from '#db/schema.ts'
import { aPerson, people } from '#db/seeds/a-vote.ts'
import { fillBallot } from '#db/seeds/fill-ballot.ts'
import { aContest } from '../contests-in-phases.ts'
import { anEntry, aPicture, completeWords, expectDone } from '../entries-in-contests.ts'
import { fileDatabase } from '../file-database.ts'
import { aMember, type TestPerson } from '../people.ts'

const NOW = new Date('2026-05-04T10:00:00.000Z')
const MINUTE_MS = 60_000

interface Making {
  db: Kysely<Database>
  contestId: string
  /** So many minutes after voting opened. */
  minute: (minutes: number) => Date
  /** The next draft whose upload was under way when voting opened finishes and is submitted. */
  finishLate: (minutes: number) => Promise<string>
}

async function aVoteAwaiting({ inTime, late }: { inTime: number; late: number }): Promise<Making> {
  const db = await fileDatabase()
  const { contestId, brief } = await aContest(db, { phase: 'open', now: NOW })
  for (let made = 0; made < inTime; made += 1) await anEntry(db, { contestId, designer: await aMember(db), at: NOW })
  const drafts: { entryId: string; designer: TestPerson }[] = []
  for (let made = 0; made < late; made += 1) {
    const designer = await aMember(db)
    const entryId = await anEntry(db, { contestId, designer, at: NOW, draft: true, pictures: 0 })
    drafts.push({ entryId, designer })
  }
  const minute = (minutes: number) => new Date(new Date(brief.votingOpensAt).getTime() + minutes * MINUTE_MS)

  async function finishLate(minutes: number): Promise<string> {
    const own = drafts.shift()
    if (!own) throw new Error('no upload is under way any more')
    const at = minute(minutes)
    const pictureId = await aPicture(db, own.designer.id, at)
    const artworkId = expectDone(await addArtwork(db, { ...own, begunAt: minute(-1), pictureId }, at))
    const words = await completeWords(db, contestId, { alts: { [artworkId]: 'A boot' } })
    expectDone(await saveEntry(db, { ...own, words }, at))
    expectDone(await submitEntry(db, own, at))
    return own.entryId
  }

  return { db, contestId, minute, finishLate }
}

const handedTo = async (db: Kysely<Database>, entryId: string) =>
  (await db.selectFrom('exposure').select('voterId').where('entryId', '=', entryId).execute()).length

async function spreadOf(db: Kysely<Database>, contestId: string): Promise<number> {
  const { least, most } = await findExposureSpread(db, contestId)
  return most - least
}

test('a design that comes late is handed next to everybody, once, until it was seen as often as the others, and then takes its turn', async () => {
  const { db, contestId, minute, finishLate } = await aVoteAwaiting({ inTime: 8, late: 1 })
  for (const voterId of await people(db, 10)) await fillBallot(db, { contestId, voterId, most: 4 }, () => 3, minute(2))
  const { least } = await findExposureSpread(db, contestId)
  expect(least).toBeGreaterThanOrEqual(5)
  const late = await finishLate(6)
  expect(await findExposureSpread(db, contestId)).toMatchObject({ least: 0 })

  // As many voters as that begin, and each is handed it first; nobody has to be asked for more than that to make it even.
  for (const voterId of await people(db, least)) {
    expect(expectDone(await handNextEntry(db, { contestId, voterId }, minute(7)))).toEqual({ entryId: late })
  }
  expect(await handedTo(db, late)).toBe(least)
  expect(await spreadOf(db, contestId)).toBeLessThanOrEqual(1)

  const others = await people(db, 18)
  await Promise.all(
    others.map((voterId, n) => fillBallot(db, { contestId, voterId, most: 1 + (n % 5) }, () => n % 6, minute(20))),
  )
  expect(await spreadOf(db, contestId)).toBeLessThanOrEqual(2)
})

test('late designs one after the other, with voters amid their ballots all the while, end within two exposures of each other', async () => {
  const { db, contestId, minute, finishLate } = await aVoteAwaiting({ inTime: 10, late: 3 })
  const early = await people(db, 12)
  const goOn = (voterId: string, n: number, at: number) =>
    fillBallot(db, { contestId, voterId, most: 1 + ((n * 3) % 4) }, () => n % 6, minute(at))
  await Promise.all(early.map((voterId, n) => goOn(voterId, n, 1)))
  const late: string[] = []
  for (const at of [2, 5, 9]) {
    const [entryId] = await Promise.all([finishLate(at), ...early.map((voterId, n) => goOn(voterId, n, at))])
    late.push(entryId)
  }
  await Promise.all((await people(db, 16)).map((voterId, n) => goOn(voterId, n, 30)))
  expect(await spreadOf(db, contestId)).toBeLessThanOrEqual(2)
  const { least, most } = await findExposureSpread(db, contestId)
  for (const entryId of late) {
    const handed = await handedTo(db, entryId)
    expect(handed).toBeGreaterThanOrEqual(least)
    expect(handed).toBeLessThanOrEqual(most)
  }
})

test('who had come to the end of their ballot is offered a design that comes late, scores it, and has finished again', async () => {
  const { db, contestId, minute, finishLate } = await aVoteAwaiting({ inTime: 3, late: 1 })
  const key = { contestId, voterId: await aPerson(db) }
  await fillBallot(db, key, () => 4, minute(1))
  expect(await findBooth(db, key)).toMatchObject({ entry: null, more: false, progress: { scorable: 3, given: 3 } })

  const late = await finishLate(8)
  // Looking offers it and hands nothing; the button hands it, to come back to as well.
  expect(await findBooth(db, key)).toMatchObject({ entry: null, more: true, progress: { scorable: 4, given: 3 } })
  expect(await handedTo(db, late)).toBe(0)
  for (const at of [8, 60]) expect(await handNextEntry(db, key, minute(at))).toMatchObject({ value: { entryId: late } })
  expect((await findBooth(db, key)).entry?.id).toBe(late)
  expect(await castScore(db, { ...key, entryId: late, value: 5 }, minute(61))).toMatchObject({
    ok: true,
    value: { what: 'first', entryId: null },
  })
  expect(await findBooth(db, key)).toMatchObject({ entry: null, more: false, progress: { scorable: 4, given: 4 } })
})

test('a design that comes late is never handed to who drew it, and a draft that nobody finished to nobody', async () => {
  const { db, contestId, minute, finishLate } = await aVoteAwaiting({ inTime: 2, late: 2 })
  const late = await finishLate(3)
  const { designerId } = await db
    .selectFrom('entry')
    .select('designerId')
    .where('id', '=', late)
    .executeTakeFirstOrThrow()
  expect(await fillBallot(db, { contestId, voterId: designerId }, () => 3, minute(4))).toHaveLength(2)
  expect(await fillBallot(db, { contestId, voterId: await aPerson(db) }, () => 3, minute(4))).toHaveLength(3)
})
