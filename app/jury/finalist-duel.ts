import { z } from 'zod'
import { m } from '#app/i18n/paraglide/messages.js'
import { DUEL_ANSWERS } from '#app/voting/duel.ts'

const finalistField = z.string({ error: () => m.jury_finalists_pair_missing() }).min(1)

/** What the three keys under two finalists send: `first` was shown first. */
export const finalistDuelSchema = z.object({
  first: finalistField,
  second: finalistField,
  answer: z.enum(DUEL_ANSWERS, { error: () => m.voting_duel_answer_missing() }),
})
