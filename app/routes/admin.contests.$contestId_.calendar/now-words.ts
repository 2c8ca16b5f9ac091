import type { Boundary } from '#app/contests/schedule.ts'
import { m } from '#app/i18n/paraglide/messages.js'

type Words = { label: () => string; consequence: (figures: { count: number }) => string }

/** What bringing a boundary to this very moment is called, and what it does. A due day that is now helps nobody. */
export const NOW_WORDS: Record<Boundary, Words | null> = {
  opens: { label: () => m.contests_now_open(), consequence: () => m.contests_now_open_consequence() },
  'voting-opens': {
    label: () => m.contests_now_vote(),
    consequence: (figures) => m.contests_now_vote_consequence(figures),
  },
  'voting-closes': { label: () => m.contests_now_close(), consequence: () => m.contests_now_close_consequence() },
  'decision-due': null,
}
