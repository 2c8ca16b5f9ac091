import type { VotingMethod } from '#app/contests/brief.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import type { StandingView } from '#db/schema.ts'

interface CountWords {
  /** What a design has a number of: scores, or answers to duels. */
  number: () => string
  tieByNumber: () => string
  /** How the points came about. */
  how: (ties: { ties: string }) => string
  says: Record<StandingView, () => string>
}

/** What stands beside the figures of a count, by the way in which was voted. */
export const COUNT_WORDS: Record<VotingMethod, CountWords> = {
  scores: {
    number: m.voting_table_scores,
    tieByNumber: m.voting_tie_scores,
    how: m.voting_table_how,
    says: { official: m.jury_view_official_says, raw: m.jury_view_raw_says, audited: m.jury_view_audited_says },
  },
  duels: {
    number: m.voting_table_duels,
    tieByNumber: m.voting_tie_duels,
    how: m.voting_table_how_duels,
    says: {
      official: m.jury_view_official_says_duels,
      raw: m.jury_view_raw_says_duels,
      audited: m.jury_view_audited_says_duels,
    },
  },
}
