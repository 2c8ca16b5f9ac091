import type { Kysely } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { acceptCollaboration } from '#app/entries/accept-collaboration.server.ts'
import { declineCollaboration } from '#app/entries/decline-collaboration.server.ts'
import { inviteCollaborator } from '#app/entries/invite-collaborator.server.ts'
import type { Database } from '#db/schema.ts'
import { aContest, type ContestMade } from '../contests-in-phases.ts'
import { anEntry, expectDone } from '../entries-in-contests.ts'
import { freshDatabase } from '../fresh-database.ts'
import { aJuror, aMember, type TestPerson } from '../people.ts'

const NOW = new Date('2026-05-04T10:00:00.000Z')
let db: Kysely<Database>
let contest: ContestMade
let designer: TestPerson

beforeEach(async () => {
  db = await freshDatabase()
  contest = await aContest(db, { phase: 'open', now: NOW })
  designer = await aMember(db)
})
afterEach(() => db.destroy())

const refusalOf = (outcome: { ok: boolean; refusal?: unknown }) => outcome.refusal
const deadline = () => new Date(contest.brief.votingOpensAt).getTime()

describe('collaborating', () => {
  test('an invitation is accepted, left again, and not made a second time', async () => {
    const collaborator = await aMember(db)
    const entryId = await anEntry(db, { contestId: contest.contestId, designer, at: NOW })
    const invite = () => inviteCollaborator(db, { entryId, designer, handle: collaborator.handle }, NOW)
    expect(refusalOf(await acceptCollaboration(db, { entryId, collaborator }, NOW))).toBe('invitation-not-found')
    expectDone(await invite())
    expect(refusalOf(await invite())).toBe('collaborator-already-invited')
    expectDone(await acceptCollaboration(db, { entryId, collaborator }, NOW))
    expectDone(await declineCollaboration(db, { entryId, collaborator }, NOW))
    expect(refusalOf(await invite())).toBe('collaborator-has-declined')
  })

  test('after voting opened nobody joins, and nobody leaves to vote on their own work', async () => {
    const { contestId } = contest
    const [joined, invited] = [await aMember(db), await aMember(db)]
    const entryId = await anEntry(db, { contestId, designer, at: NOW, collaborators: [joined] })
    expectDone(await inviteCollaborator(db, { entryId, designer, handle: invited.handle }, NOW))
    const after = new Date(deadline())
    const accepting = await acceptCollaboration(db, { entryId, collaborator: invited }, after)
    expect(refusalOf(accepting)).toBe('entries-closed')
    const leaving = await declineCollaboration(db, { entryId, collaborator: joined }, after)
    expect(refusalOf(leaving)).toBe('entries-closed')
    expectDone(await declineCollaboration(db, { entryId, collaborator: invited }, after))
  })

  test('oneself, staff and nobody cannot be invited', async () => {
    const entryId = await anEntry(db, { contestId: contest.contestId, designer, at: NOW })
    const juror = await aJuror(db)
    const invite = async (handle: string) => refusalOf(await inviteCollaborator(db, { entryId, designer, handle }, NOW))
    expect(await invite(designer.handle)).toBe('collaborator-is-designer')
    expect(await invite(juror.handle)).toBe('collaborator-is-staff')
    expect(await invite('nobody-here')).toBe('person-not-found')
  })
})
