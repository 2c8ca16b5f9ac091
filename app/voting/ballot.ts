import { z } from 'zod'
import { mayTakePart, type Viewer } from '#app/accounts/roles.ts'
import { phaseAt, type Schedule } from '#app/contests/schedule.ts'
import { m } from '#app/i18n/paraglide/messages.js'

/** 0 to 5, the scale of Threadless (2000–): six steps, no middle to hide in. "I'd buy it" is a separate mark. */
export const SCORES = [0, 1, 2, 3, 4, 5] as const
export type Score = (typeof SCORES)[number]

const DAY_MS = 86_400_000

// Not z.coerce: an empty field would become the score 0.
const scoreField = z
  .enum(['0', '1', '2', '3', '4', '5'], { error: () => m.voting_score_missing() })
  .transform((digit) => SCORES[Number(digit)] ?? 0)

const entryField = z.string({ error: () => m.voting_entry_missing() }).min(1, { error: () => m.voting_entry_missing() })

/** What the six keys send. */
export const scoreFormSchema = z.object({ entryId: entryField, score: scoreField })

/** What pass sends. */
export const entryFormSchema = z.object({ entryId: entryField })

/** What "I'd buy it" sends: said, not toggled, so that a form sent twice says the same thing twice. */
export const wouldBuyFormSchema = z.object({
  wouldBuy: z.enum(['yes', 'no'], { error: () => m.voting_mark_missing() }).transform((said) => said === 'yes'),
})
export const boothWouldBuyFormSchema = wouldBuyFormSchema.extend({ entryId: entryField })

export type VoteRefusal =
  | 'email-not-confirmed'
  | 'staff-do-not-take-part'
  | 'account-too-young-to-vote'
  | 'voting-not-begun'
  | 'voting-over'

/** What the rule must know of a contest. */
export interface VotingContest {
  schedule: Schedule
  frozenAt: string | null
  panel: readonly string[]
  contest: { voteAccountAgeDays: number }
}

/** Why this person may not vote in this contest at this moment; null when they may. Time comes before person. */
export function whyNotVote(voter: Viewer, facts: VotingContest, now: Date): VoteRefusal | null {
  const phase = phaseAt(facts.schedule, now)
  if (phase === 'draft' || phase === 'announced' || phase === 'open') return 'voting-not-begun'
  // A request may have read the clock before the close and reach the database after the count.
  if (phase !== 'voting' || facts.frozenAt !== null) return 'voting-over'
  return whyNotVoter(voter, facts, now)
}

/** Why this person may not vote in this contest at any time; null when they may. */
export function whyNotVoter(
  voter: Viewer,
  { contest, panel }: Pick<VotingContest, 'contest' | 'panel'>,
  now: Date,
): VoteRefusal | null {
  if (!voter.emailConfirmed) return 'email-not-confirmed'
  if (!mayTakePart(voter) || panel.includes(voter.id)) return 'staff-do-not-take-part'
  if (now < mayVoteFrom(voter, contest.voteAccountAgeDays)) return 'account-too-young-to-vote'
  return null
}

/** From when an account is old enough: fresh accounts made for one vote are how contests are stuffed. */
export function mayVoteFrom(voter: Pick<Viewer, 'createdAt'>, accountAgeDays: number): Date {
  return new Date(new Date(voter.createdAt).getTime() + accountAgeDays * DAY_MS)
}
