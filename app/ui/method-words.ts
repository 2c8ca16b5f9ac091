import type { VotingMethod } from '#app/contests/brief.ts'
import { m } from '#app/i18n/paraglide/messages.js'

/** The ways to vote, and when each is good. */
export const METHOD_WORDS: Record<VotingMethod, { label: () => string; hint: () => string }> = {
  scores: { label: m.contests_method_scores, hint: m.contests_method_scores_hint },
  duels: { label: m.contests_method_duels, hint: m.contests_method_duels_hint },
}
