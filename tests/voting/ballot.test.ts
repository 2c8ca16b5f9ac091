import { expect, test } from 'vitest'
import type { Viewer } from '#app/accounts/roles.ts'
import { scoreFormSchema, whyNotVote } from '#app/voting/ballot.ts'
import { DECISION_DUE, DURING, JUST_BEFORE, OPENS, VOTING_CLOSES, VOTING_OPENS } from '#db/seeds/a-vote.ts'

const voter: Viewer = {
  id: 'v',
  handle: 'v',
  name: 'V',
  roles: [],
  emailConfirmed: true,
  createdAt: '2026-03-20T12:00:00.000Z',
}
const facts = {
  schedule: {
    opensAt: OPENS.toISOString(),
    votingOpensAt: VOTING_OPENS.toISOString(),
    votingClosesAt: VOTING_CLOSES.toISOString(),
    decisionDueAt: DECISION_DUE.toISOString(),
    publishedAt: '2026-02-01T00:00:00.000Z',
    decidedAt: null,
    cancelledAt: null,
  },
  frozenAt: null,
  panel: [] as string[],
  contest: { voteAccountAgeDays: 0 },
}

test('voting is open from its first millisecond to the last before the close', () => {
  expect(whyNotVote(voter, facts, new Date(VOTING_OPENS.getTime() - 1))).toBe('voting-not-begun')
  expect(whyNotVote(voter, facts, new Date('2026-03-20T12:00:00.000Z'))).toBeNull()
  expect(whyNotVote(voter, facts, JUST_BEFORE)).toBeNull()
  expect(whyNotVote(voter, facts, VOTING_CLOSES)).toBe('voting-over')
})

test('once the ballots are counted nobody votes, even with a clock that stands before the close', () => {
  expect(whyNotVote(voter, { ...facts, frozenAt: VOTING_CLOSES.toISOString() }, JUST_BEFORE)).toBe('voting-over')
})

test('a cancelled contest takes no votes', () => {
  const schedule = { ...facts.schedule, cancelledAt: '2026-03-21T00:00:00.000Z' }
  expect(whyNotVote(voter, { ...facts, schedule }, DURING)).toBe('voting-over')
})

test('staff, jurors of the panel, unconfirmed addresses and accounts too young do not vote', () => {
  expect(whyNotVote({ ...voter, roles: ['producer'] }, facts, DURING)).toBe('staff-do-not-take-part')
  expect(whyNotVote(voter, { ...facts, panel: ['v'] }, DURING)).toBe('staff-do-not-take-part')
  expect(whyNotVote({ ...voter, emailConfirmed: false }, facts, DURING)).toBe('email-not-confirmed')
  const gated = { ...facts, contest: { voteAccountAgeDays: 5 } }
  expect(whyNotVote(voter, gated, new Date('2026-03-25T11:59:59.999Z'))).toBe('account-too-young-to-vote')
  expect(whyNotVote(voter, gated, new Date('2026-03-25T12:00:00.000Z'))).toBeNull()
})

test('an empty score field is missing, not a zero', () => {
  expect(scoreFormSchema.safeParse({ entryId: 'e', score: '' }).success).toBe(false)
  expect(scoreFormSchema.safeParse({ entryId: 'e' }).success).toBe(false)
  expect(scoreFormSchema.safeParse({ entryId: 'e', score: '6' }).success).toBe(false)
  expect(scoreFormSchema.safeParse({ entryId: 'e', score: '4.5' }).success).toBe(false)
  expect(scoreFormSchema.parse({ entryId: 'e', score: '0' })).toEqual({ entryId: 'e', score: 0 })
})
