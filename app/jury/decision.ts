import { z } from 'zod'
import { writtenText } from '#app/written-text.ts'

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
  letter: writtenText(LETTER_MAX),
})

export type DecisionForm = z.output<typeof decisionSchema>
