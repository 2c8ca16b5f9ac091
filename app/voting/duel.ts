import { z } from 'zod'
import { m } from '#app/i18n/paraglide/messages.js'
import { DUEL_VALUES } from './record.ts'

/** "Which of these two?": what is shown first (left, or above), what is shown second, or neither is better. */
export const DUEL_ANSWERS = ['first', 'second', 'neither'] as const
export type DuelAnswer = (typeof DUEL_ANSWERS)[number]

export function answerOf(value: number): DuelAnswer {
  return DUEL_ANSWERS.find((answer) => DUEL_VALUES[answer] === value) ?? 'neither'
}

/** Which of the voter's duels: the number it was handed under. */
const numberField = z
  .string({ error: () => m.voting_duel_missing() })
  .regex(/^[1-9]\d{0,6}$/, { error: () => m.voting_duel_missing() })
  .transform(Number)

/** What the three keys of a duel send. */
export const duelFormSchema = z.object({
  number: numberField,
  answer: z.enum(DUEL_ANSWERS, { error: () => m.voting_duel_answer_missing() }),
})

/** What pass sends. */
export const duelPassFormSchema = z.object({ number: numberField })
