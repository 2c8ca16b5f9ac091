import type { ContestWarning } from '#app/contests/contest-warnings.ts'
import { m } from '#app/i18n/paraglide/messages.js'

export const WARNING_WORDS: Record<ContestWarning, () => string> = {
  'opening-missed': () => m.contests_warning_opening_missed(),
  'panel-below-quorum': () => m.contests_warning_below_quorum(),
  'nobody-may-close': () => m.contests_warning_nobody_may_close(),
  'decision-late': () => m.contests_warning_decision_late(),
}
