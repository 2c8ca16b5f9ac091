import { z } from 'zod'
import { m } from '#app/i18n/paraglide/messages.js'

/** Characters: with "no production" the brand owes the community a letter, not a line. */
export const LETTER_MIN = 40
export const LETTER_MAX = 8000

/**
 * The form under which a decision is signed. It says which outcome the signer saw, so that a page grown stale signs
 * nothing else than what was read.
 */
export const decisionSchema = z.object({
  /** The winner's entry id, or 'no-production'. */
  seen: z.string().min(1),
  letter: z
    .string()
    .trim()
    .max(LETTER_MAX, { error: () => m.jury_letter_too_long({ max: LETTER_MAX }) })
    .default(''),
})

export type DecisionForm = z.output<typeof decisionSchema>
