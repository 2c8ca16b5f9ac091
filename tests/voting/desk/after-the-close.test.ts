import type { Kysely } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { closeVoting } from '#app/voting/close-voting.server.ts'
import { countVotes } from '#app/voting/count-votes.server.ts'
import { listCases } from '#app/voting/desk/cases.server.ts'
import { confirmExclusion } from '#app/voting/desk/confirm-exclusion.server.ts'
import { DESK_HOURS } from '#app/voting/desk/desk-window.ts'
import { findLastLook } from '#app/voting/desk/desks.server.ts'
import { findDueLooks } from '#app/voting/desk/due-looks.server.ts'
import { endDesk } from '#app/voting/desk/end-desk.server.ts'
import { lookAtBallots } from '#app/voting/desk/look.server.ts'
import { noteLook } from '#app/voting/desk/note-look.server.ts'
import { proposeExclusion } from '#app/voting/desk/propose-exclusion.server.ts'
import { releaseBallots } from '#app/voting/desk/release-ballots.server.ts'
import { listVotesToCount } from '#app/voting/uncounted-votes.server.ts'
import type { Database } from '#db/schema.ts'
import { aPerson, VOTING_CLOSES } from '#db/seeds/a-vote.ts'
import { freshDatabase } from '../../fresh-database.ts'
import { aStuffedVote, lookAndNote, type StuffedVote } from './a-desk.ts'

let db: Kysely<Database>
let vote: StuffedVote

const REASON = 'Eight accounts of one evening, on one device.'
const after = (minutes: number) => new Date(VOTING_CLOSES.getTime() + minutes * 60_000)

beforeEach(async () => {
  db = await freshDatabase()
  vote = await aStuffedVote(db)
  await closeVoting(db, { contestId: vote.contestId }, VOTING_CLOSES)
})
afterEach(() => db.destroy())

const isCounted = async (now: Date) => (await listVotesToCount(db, now)).length > 0
const open = async () =>
  (await listCases(db, vote.contestId)).filter(({ state }) => state === 'quarantined').map(({ id }) => id)
const ruling = (caseIds: string[], actorId = vote.adminId) => ({
  ...{ contestId: vote.contestId, caseIds, reason: REASON, actorId },
})

test('the frozen ballots are looked at once more, and the count waits for it', async () => {
  expect(await findDueLooks(db, after(0))).toEqual([vote.contestId])
  expect(await isCounted(after(0))).toBe(false)
  expect(await isCounted(after(30))).toBe(true)
  await lookAndNote(db, vote.contestId, after(1))
  expect(await isCounted(after(DESK_HOURS * 60 - 1))).toBe(false)
  expect(await open()).toHaveLength(vote.boughtIds.length)
})

test('the effect is told without a name: how many designs would change places, and whether the first would', async () => {
  await lookAndNote(db, vote.contestId, after(1))
  await lookAndNote(db, vote.contestId, after(2))
  const look = await findLastLook(db, vote.contestId)
  expect(look?.effect).toEqual({
    ...{ ballots: vote.boughtIds.length, entries: vote.entryIds.length },
    ...{ places: expect.any(Number), first: expect.any(Boolean) },
  })
  expect(look?.effect?.places).toBeGreaterThan(0)
})

test('later looks put nobody aside whom the last one left alone', async () => {
  await lookAndNote(db, vote.contestId, after(1))
  await releaseBallots(db, ruling(await open()), after(2))
  expect(await findDueLooks(db, after(3))).toEqual([vote.contestId])
  expect(await lookAndNote(db, vote.contestId, after(3))).toEqual({ quarantined: 0, released: 0 })
  expect(await open()).toEqual([])
})

test('an admin ends the desk’s time once every ballot has its ruling, and not before', async () => {
  await lookAndNote(db, vote.contestId, after(1))
  const end = (minutes: number) => endDesk(db, { contestId: vote.contestId, endedBy: vote.adminId }, after(minutes))
  expect(await end(2)).toEqual({ ok: false, refusal: 'ballots-unruled' })
  await releaseBallots(db, ruling(await open()), after(3))
  expect(await isCounted(after(4))).toBe(false)
  expect(await end(5)).toMatchObject({ ok: true })
  expect(await isCounted(after(5))).toBe(true)
  expect(await end(6)).toEqual({ ok: false, refusal: 'desk-not-waited-for' })
})

test('after its hours the desk is over, whatever is left', async () => {
  await lookAndNote(db, vote.contestId, after(1))
  expect(await isCounted(after(DESK_HOURS * 60))).toBe(true)
})

test('the count leaves out the excluded, keeps those in quarantine in the official view, and closes the desk', async () => {
  await lookAndNote(db, vote.contestId, after(1))
  const [first = '', second = '', ...rest] = await open()
  await proposeExclusion(db, ruling([first, second]), after(2))
  await confirmExclusion(db, ruling([first, second], await aPerson(db, { role: 'admin' })), after(3))
  const { contestId } = vote
  const look = await lookAtBallots(db, contestId)
  await countVotes(db, { contestId }, after(4))
  expect(await noteLook(db, { contestId, look }, after(5))).toEqual({ ok: false, refusal: 'desk-closed' })
  expect(await db.selectFrom('tally').selectAll().executeTakeFirst()).toMatchObject({
    ...{ ballots: vote.honestIds.length + vote.boughtIds.length, excludedBallots: 2 },
    ...{ quarantinedBallots: rest.length, countedBallots: vote.honestIds.length + rest.length },
  })
  expect(await releaseBallots(db, ruling(rest), after(5))).toEqual({ ok: false, refusal: 'desk-closed' })
  const row = { caseId: rest[0] ?? '', kind: 'release' as const, reason: REASON, doneBy: vote.adminId }
  await expect(
    db
      .insertInto('deskAct')
      .values({ ...row, doneAt: after(5).toISOString() })
      .execute(),
  ).rejects.toThrow('closed by the tally')
  expect(await findDueLooks(db, after(5))).toEqual([])
})

test('what signals alone had put aside goes free when the last look no longer proposes it', async () => {
  const other = await freshDatabase()
  const before = await aStuffedVote(other)
  await lookAndNote(other, before.contestId)
  await closeVoting(other, { contestId: before.contestId }, VOTING_CLOSES)
  const look = { ...(await lookAtBallots(other, before.contestId)), named: [] }
  const noted = await noteLook(other, { contestId: before.contestId, look }, after(1))
  expect(noted).toMatchObject({ ok: true, value: { quarantined: 0, released: before.boughtIds.length } })
  await other.destroy()
})
