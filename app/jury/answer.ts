import { z } from 'zod'
import { characters } from '#app/characters.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { writtenText } from '#app/written-text.ts'

/** The brand's public, reasoned word on an entry; every entry gets one (DESIGN.md, "Words"). */
export const ANSWER_KINDS = ['in-production', 'runner-up', 'not-now', 'vetoed', 'not-selected'] as const
export type AnswerKind = (typeof ANSWER_KINDS)[number]

/** Characters. */
const ANSWER_REASON_MIN = 20
export const ANSWER_REASON_MAX = 4000
/** One reason may answer several entries at once, but a copy for everybody is no answer. */
export const ANSWERED_TOGETHER_MAX = 24

/** One answer to the entries chosen. */
export const answerSchema = z.object({
  entries: z
    .union([z.string().transform((one) => [one]), z.array(z.string())])
    .optional()
    .transform((entries) => entries ?? [])
    .pipe(
      z
        .array(z.string())
        .min(1, { error: () => m.jury_answer_no_entry() })
        .transform((chosen) => [...new Set(chosen)])
        .refine((chosen) => chosen.length <= ANSWERED_TOGETHER_MAX, {
          error: () => m.jury_answer_too_many({ max: ANSWERED_TOGETHER_MAX }),
        }),
    ),
  kind: z.enum(ANSWER_KINDS, { error: () => m.jury_answer_kind_missing() }),
  reason: writtenText(ANSWER_REASON_MAX).refine((reason) => characters(reason) >= ANSWER_REASON_MIN, {
    error: () => m.jury_answer_reason_short({ min: ANSWER_REASON_MIN }),
  }),
})

const DAY_MS = 24 * 60 * 60 * 1000

/** Answers are due within the contest's days of the close of voting; lateness is public. */
export function answersDueAt(contest: { votingClosesAt: string; answerDays: number }): Date {
  return new Date(new Date(contest.votingClosesAt).getTime() + contest.answerDays * DAY_MS)
}
