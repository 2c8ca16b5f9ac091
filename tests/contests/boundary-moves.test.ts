import { describe, expect, it } from 'vitest'
import { type BoundaryRequest, planMoves } from '#app/contests/boundary-moves.ts'
import type { Schedule } from '#app/contests/schedule.ts'

const schedule: Schedule = {
  opensAt: '2027-01-10T09:00:00.000Z',
  votingOpensAt: '2027-01-20T09:00:00.000Z',
  votingClosesAt: '2027-01-30T09:00:00.000Z',
  decisionDueAt: '2027-02-10T09:00:00.000Z',
  publishedAt: '2027-01-01T09:00:00.000Z',
  decidedAt: null,
  cancelledAt: null,
}
const whileVoting = new Date('2027-01-25T12:00:00.000Z')

const request = (change: Partial<BoundaryRequest>): BoundaryRequest => ({
  boundary: 'voting-closes',
  act: 'later',
  toAt: '2027-02-01T09:00:00.000Z',
  carryOn: false,
  ...change,
})

const plan = (schedule: Schedule, move: BoundaryRequest, now: Date, frozenAt: string | null = null) =>
  planMoves({ schedule, frozenAt }, move, now)

describe('a boundary', () => {
  it('moves later', () => {
    expect(plan(schedule, request({}), whileVoting)).toEqual([
      { boundary: 'voting-closes', fromAt: schedule.votingClosesAt, toAt: '2027-02-01T09:00:00.000Z' },
    ])
  })

  it('does not come earlier by the act that moves it later, nor the other way round', () => {
    expect(plan(schedule, request({ toAt: '2027-01-29T09:00:00.000Z' }), whileVoting)).toBe('boundary-not-later')
    expect(plan(schedule, request({ toAt: schedule.votingClosesAt }), whileVoting)).toBe('boundary-not-later')
    expect(plan(schedule, request({ act: 'bring-forward' }), whileVoting)).toBe('boundary-not-earlier')
  })

  it('stays once the ballots are frozen, whatever the clock says; only the decision may still be put off', () => {
    const frozenAt = schedule.votingClosesAt
    for (const boundary of ['voting-opens', 'voting-closes'] as const) {
      expect(plan(schedule, request({ boundary }), whileVoting, frozenAt)).toBe('ballots-already-frozen')
    }
    const forward = request({ act: 'bring-forward', toAt: '2027-01-26T09:00:00.000Z' })
    expect(plan(schedule, forward, whileVoting, frozenAt)).toBe('ballots-already-frozen')
    const decision = request({ boundary: 'decision-due', toAt: '2027-02-20T09:00:00.000Z' })
    expect(plan(schedule, decision, new Date('2027-02-01T09:00:00.000Z'), frozenAt)).toHaveLength(1)
  })

  it('is brought forward to this very moment', () => {
    const now = request({ act: 'bring-forward', toAt: whileVoting.toISOString() })
    expect(plan(schedule, now, whileVoting)).toHaveLength(1)
  })

  it('is not brought forward into the past', () => {
    const past = request({ act: 'bring-forward', toAt: '2027-01-25T11:59:59.999Z' })
    expect(plan(schedule, past, whileVoting)).toBe('boundary-in-the-past')
  })

  it('that has passed stays where it was', () => {
    expect(plan(schedule, request({ boundary: 'voting-opens' }), whileVoting)).toBe('boundary-passed')
    const atTheClose = new Date(schedule.votingClosesAt)
    expect(plan(schedule, request({}), atTheClose)).toBe('boundary-passed')
  })

  it('does not cross or meet its neighbours', () => {
    const onto = request({ toAt: schedule.decisionDueAt })
    expect(plan(schedule, onto, whileVoting)).toBe('boundary-crosses-another')
    const announced = new Date('2027-01-05T09:00:00.000Z')
    const votingNow = request({ boundary: 'voting-opens', act: 'bring-forward', toAt: announced.toISOString() })
    expect(plan(schedule, votingNow, announced)).toBe('boundary-crosses-another')
  })

  it('takes those after it along when asked, by the same time', () => {
    const announced = new Date('2027-01-05T09:00:00.000Z')
    const later = request({ boundary: 'opens', toAt: '2027-01-25T09:00:00.000Z' })
    expect(plan(schedule, later, announced)).toBe('boundary-crosses-another')
    const moves = plan(schedule, { ...later, carryOn: true }, announced)
    expect(moves).toMatchObject([
      { toAt: '2027-01-25T09:00:00.000Z' },
      { toAt: '2027-02-04T09:00:00.000Z' },
      { toAt: '2027-02-14T09:00:00.000Z' },
      { toAt: '2027-02-25T09:00:00.000Z' },
    ])
  })

  it('does not move by this act in a draft, after the decision or in a cancelled contest', () => {
    for (const change of [
      { publishedAt: null },
      { decidedAt: '2027-01-24T09:00:00.000Z' },
      { cancelledAt: '2027-01-24T09:00:00.000Z' },
    ]) {
      expect(plan({ ...schedule, ...change }, request({}), whileVoting)).toBe('contest-not-running')
    }
  })
})
