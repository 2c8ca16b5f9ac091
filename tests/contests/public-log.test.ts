import { describe, expect, it } from 'vitest'
import { ACTIVITIES } from '#app/activity/activity.ts'
import { isToldKind, mayNameActor, toldKinds } from '#app/contests/public-log.ts'
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
const frozen = {
  schedule: { ...schedule, frozenAt: schedule.votingClosesAt },
  countedAt: schedule.votingClosesAt,
  panel: [],
}
const voting = new Date('2027-01-25T09:00:00.000Z')
const judging = new Date('2027-02-05T09:00:00.000Z')

describe('the public log', () => {
  it('tells nothing of a draft', () => {
    const draft = { ...frozen, countedAt: null, schedule: { ...schedule, publishedAt: null } }
    expect(toldKinds(null, draft, voting)).toEqual([])
  })

  it('never tells who scored, passed, reported or edited a draft', () => {
    const decided = { ...frozen, schedule: { ...frozen.schedule, decidedAt: '2027-02-08T09:00:00.000Z' } }
    const told: string[] = toldKinds(null, decided, new Date('2027-03-01T00:00:00.000Z'))
    for (const kind of ['would-buy-marked', 'passed-entries-recalled', 'entry-reported', 'brief-changed']) {
      expect(told).not.toContain(kind)
    }
    expect(told).toContain('verdict-given')
  })

  it('tells these kinds in the end, to everybody, and no other', () => {
    const decided = { ...frozen, schedule: { ...schedule, decidedAt: '2027-02-08T09:00:00.000Z' } }
    expect(toldKinds(null, decided, new Date('2027-03-01T00:00:00.000Z')).toSorted()).toEqual([
      'agreement-signed',
      'ballot-excluded',
      'ballot-quarantined',
      'ballot-released',
      'ballots-frozen',
      'ballots-set-aside',
      'boundary-moved',
      'brief-clarified',
      'contest-cancelled',
      'contest-published',
      'decision-signed',
      'desk-ended',
      'entry-answered',
      'entry-submitted',
      'entry-taken-down',
      'entry-withdrawn',
      'exclusion-proposed',
      'finalists-compared',
      'go-decided',
      'juror-seated',
      'juror-unseated',
      'product-launched',
      'run-created',
      'stage-moved',
      'verdict-given',
      'votes-counted',
      'voting-extended',
      'work-ordered',
    ])
  })

  it('never tells what a voter did, to nobody and at no time', () => {
    const ofVoters = Object.keys(ACTIVITIES).filter((kind) => /^(passed-entries|would-buy)/.test(kind))
    expect(ofVoters).toEqual(['passed-entries-recalled', 'would-buy-marked', 'would-buy-unmarked'])
    expect(ofVoters.filter(isToldKind)).toEqual([])
  })

  it('keeps what the desk found from whoever may be stuffing the box, until voting has closed', () => {
    expect(toldKinds(null, { ...frozen, schedule, countedAt: null }, voting)).not.toContain('ballots-set-aside')
    expect(toldKinds(null, frozen, judging)).toContain('ballots-set-aside')
  })

  it('keeps verdicts and the decision back until it is signed', () => {
    const told = toldKinds(null, frozen, judging)
    expect(told).toContain('ballots-frozen')
    expect(told).not.toContain('verdict-given')
    expect(told).not.toContain('decision-signed')
  })

  it('names who moved a date at once, and who drew only when authors may be known', () => {
    expect(mayNameActor(null, 'boundary-moved', frozen, voting)).toBe(true)
    expect(mayNameActor(null, 'entry-submitted', frozen, judging)).toBe(false)
    const decided = { ...frozen, schedule: { ...schedule, decidedAt: '2027-02-08T09:00:00.000Z' } }
    expect(mayNameActor(null, 'entry-submitted', decided, judging)).toBe(true)
  })
})
