import type { Kysely } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { dismissStaff } from '#app/accounts/dismiss-staff.server.ts'
import { cancelContest } from '#app/contests/cancel-contest.server.ts'
import { findContestFacts } from '#app/contests/contests.server.ts'
import { moveBoundary } from '#app/contests/move-boundary.server.ts'
import { listPanel } from '#app/contests/panel-seats.server.ts'
import { phaseAt } from '#app/contests/schedule.ts'
import { seatJuror } from '#app/contests/seat-juror.server.ts'
import { unseatJuror } from '#app/contests/unseat-juror.server.ts'
import type { Database } from '#db/schema.ts'
import { aContest, expectDone, staff } from '../contests-in-phases.ts'
import { anEntry } from '../entries-in-contests.ts'
import { freshDatabase } from '../fresh-database.ts'
import { aMember } from '../people.ts'

const now = new Date('2027-03-01T10:00:00.000Z')
let db: Kysely<Database>

beforeEach(async () => {
  db = await freshDatabase()
  return () => db.destroy()
})

async function phaseOf(contestId: string, at = now) {
  const facts = await findContestFacts(db, { id: contestId })
  return facts && phaseAt(facts.schedule, at)
}

async function happened(contestId: string): Promise<string[]> {
  const rows = await db.selectFrom('activity').select('kind').where('contestId', '=', contestId).orderBy('id').execute()
  return rows.map((row) => row.kind)
}

describe('moving a boundary', () => {
  const reason = 'The exhibition opens a week later.'

  it('closes the voting now, on the record', async () => {
    const { contestId, adminId, brief } = await aContest(db, { phase: 'voting', now })
    const close = { contestId, boundary: 'voting-closes', act: 'bring-forward', toAt: 'now', reason } as const
    expectDone(await moveBoundary(db, { ...close, movedBy: adminId, seenAt: brief.votingClosesAt }, now))
    expect(await phaseOf(contestId)).toBe('jury')
    const moves = await db.selectFrom('boundaryMove').selectAll().execute()
    expect(moves).toMatchObject([
      { boundary: 'voting-closes', fromAt: brief.votingClosesAt, toAt: now.toISOString(), reason, movedBy: adminId },
    ])
    expect(await happened(contestId)).toContain('boundary-moved')
  })

  it('twice from the same page is refused the second time', async () => {
    const { contestId, adminId, brief } = await aContest(db, { phase: 'voting', now })
    const close = { contestId, boundary: 'voting-closes', act: 'bring-forward', toAt: 'now', reason } as const
    const details = { ...close, movedBy: adminId, seenAt: brief.votingClosesAt }
    expectDone(await moveBoundary(db, details, now))
    expect(await moveBoundary(db, details, now)).toEqual({ ok: false, refusal: 'boundary-moved-meanwhile' })
  })

  it('by every step walks a contest from its announcement to the jury', async () => {
    const { contestId, adminId } = await aContest(db, { phase: 'announced', now })
    const phases: unknown[] = []
    for (const [minute, boundary] of (['opens', 'voting-opens', 'voting-closes'] as const).entries()) {
      const at = new Date(now.getTime() + minute * 60_000)
      const step = {
        contestId,
        boundary,
        act: 'bring-forward',
        toAt: 'now',
        reason,
        movedBy: adminId,
        seenAt: null,
      } as const
      expectDone(await moveBoundary(db, step, at))
      phases.push(await phaseOf(contestId, at))
    }
    expect(phases).toEqual(['open', 'voting', 'jury'])
  })
})

describe('cancelling', () => {
  it('is for good, and not possible twice', async () => {
    const { contestId, adminId } = await aContest(db, { phase: 'voting', now })
    const details = { contestId, reason: 'The supplier is gone.', cancelledBy: adminId }
    expectDone(await cancelContest(db, details, now))
    expect(await phaseOf(contestId)).toBe('cancelled')
    expect(await cancelContest(db, details, now)).toEqual({ ok: false, refusal: 'contest-cancelled' })
  })
})

describe('the panel', () => {
  it('takes only jurors', async () => {
    const { contestId, adminId } = await aContest(db, { phase: 'draft', now })
    const producer = await staff(db, 'producer', now)
    const details = { contestId, jurorId: producer, mayClose: false, seatedBy: adminId }
    expect(await seatJuror(db, details, now)).toEqual({ ok: false, refusal: 'not-a-juror' })
  })

  it('seats nobody whose work stands in the contest, beside the designer no collaborator either', async () => {
    const { contestId, adminId } = await aContest(db, { phase: 'open', now })
    const partner = await aMember(db)
    const designer = await aMember(db)
    const entryId = await anEntry(db, { contestId, designer, at: now, collaborators: [partner] })
    for (const { id: jurorId } of [designer, partner]) {
      await db
        .insertInto('roleGrant')
        .values({ accountId: jurorId, role: 'juror', grantedBy: null, grantedAt: now.toISOString() })
        .execute()
      const details = { contestId, jurorId, mayClose: false, seatedBy: adminId }
      expect(await seatJuror(db, details, now)).toEqual({ ok: false, refusal: 'juror-has-work-here' })
    }
    const withdrawal = { entryId, withdrawnBy: designer.id, withdrawnAt: now.toISOString() }
    await db.insertInto('withdrawal').values(withdrawal).execute()
    expectDone(await seatJuror(db, { contestId, jurorId: partner.id, mayClose: false, seatedBy: adminId }, now))
  })

  it('changes who may sign, and records nothing when nothing changes', async () => {
    const { contestId, adminId, jurorIds } = await aContest(db, { phase: 'open', now })
    const [, second = ''] = jurorIds
    const details = { contestId, jurorId: second, mayClose: true, seatedBy: adminId }
    expectDone(await seatJuror(db, details, now))
    const before = await happened(contestId)
    expectDone(await seatJuror(db, details, now))
    expect(await happened(contestId)).toEqual(before)
    expect((await listPanel(db, contestId)).every((seat) => seat.mayClose)).toBe(true)
  })

  it('of a published contest stays at its quorum, with somebody who may sign', async () => {
    const { contestId, adminId, jurorIds } = await aContest(db, { phase: 'open', now })
    const [closer = '', second = ''] = jurorIds
    const unseat = (jurorId: string) => unseatJuror(db, { contestId, jurorId, unseatedBy: adminId }, now)
    expect(await unseat(second)).toEqual({ ok: false, refusal: 'panel-below-quorum' })
    const third = await staff(db, 'juror', now)
    expectDone(await seatJuror(db, { contestId, jurorId: third, mayClose: false, seatedBy: adminId }, now))
    expect(await unseat(closer)).toEqual({ ok: false, refusal: 'nobody-may-close' })
    const silence = { contestId, jurorId: closer, mayClose: false, seatedBy: adminId }
    expect(await seatJuror(db, silence, now)).toEqual({ ok: false, refusal: 'nobody-may-close' })
    expectDone(await unseat(second))
    expect(await unseat(second)).toEqual({ ok: false, refusal: 'seat-not-found' })
  })

  it('shows the seat of a juror who lost the role as empty, and lets another be seated in the jury’s time', async () => {
    const { contestId, adminId, jurorIds } = await aContest(db, { phase: 'jury', now })
    const [, second = ''] = jurorIds
    expectDone(await dismissStaff(db, { accountId: second, role: 'juror', dismissedBy: adminId }, now))
    const jurorId = await staff(db, 'juror', now)
    expectDone(await seatJuror(db, { contestId, jurorId, mayClose: false, seatedBy: adminId }, now))
    const seats = (await listPanel(db, contestId)).map((seat) => [seat.jurorId, seat.active])
    expect(Object.fromEntries(seats)).toEqual({
      ...Object.fromEntries(jurorIds.map((id) => [id, id !== second])),
      [jurorId]: true,
    })
  })

  it('keeps a juror who has given a verdict', async () => {
    const { contestId, adminId, jurorIds } = await aContest(db, { phase: 'jury', now, brief: { quorum: 1 } })
    const [, second = ''] = jurorIds
    const entry = { id: 'entry', contestId, designerId: adminId, createdAt: '', updatedAt: '' }
    const texts = { title: '', story: '', aiUse: '' as const, aiStatement: '', thirdPartyStatement: '' }
    await db
      .insertInto('entry')
      .values({ ...entry, ...texts, original: 0, acceptedVersion: null, acceptedAt: null })
      .execute()
    const verdict = { contestId, entryId: 'entry', jurorId: second, kind: 'approve', code: null, reason: '' } as const
    await db
      .insertInto('verdict')
      .values({ ...verdict, givenAt: now.toISOString() })
      .execute()
    const outcome = await unseatJuror(db, { contestId, jurorId: second, unseatedBy: adminId }, now)
    expect(outcome).toEqual({ ok: false, refusal: 'juror-has-judged' })
  })
})
