import type { Boundary, Phase } from '#app/contests/schedule.ts'
import { m } from '#app/i18n/paraglide/messages.js'

/** What the phases and boundaries of a contest are called on pages. */

export const PHASE_WORDS: Record<Phase, () => string> = {
  draft: m.contests_phase_draft,
  announced: m.contests_phase_announced,
  open: m.contests_phase_open,
  voting: m.contests_phase_voting,
  jury: m.contests_phase_jury,
  decided: m.contests_phase_decided,
  cancelled: m.contests_phase_cancelled,
}

export const BOUNDARY_WORDS: Record<Boundary, () => string> = {
  opens: m.contests_boundary_opens,
  'voting-opens': m.contests_boundary_voting_opens,
  'voting-closes': m.contests_boundary_voting_closes,
  'decision-due': m.contests_boundary_decision_due,
}
