import { m } from '#app/i18n/paraglide/messages.js'
import type { AnswerKind } from '#app/jury/answer.ts'
import type { Finding } from '#app/jury/co-decision.ts'
import type { VerdictKind, VetoCode } from '#app/jury/verdict.ts'
import type { StampVerdict } from './stamp.tsx'

/** What the jury's closed lists are called on pages. */

export const VERDICT_WORDS: Record<VerdictKind, { label: () => string; hint: () => string }> = {
  approve: { label: m.jury_kind_approve, hint: m.jury_kind_approve_hint },
  'approve-with-changes': { label: m.jury_kind_approve_with_changes, hint: m.jury_kind_approve_with_changes_hint },
  veto: { label: m.jury_kind_veto, hint: m.jury_kind_veto_hint },
  abstain: { label: m.jury_kind_abstain, hint: m.jury_kind_abstain_hint },
}

export const CODE_WORDS: Record<VetoCode, () => string> = {
  'cannot-be-made': m.jury_code_cannot_be_made,
  cost: m.jury_code_cost,
  safety: m.jury_code_safety,
  'ip-conflict': m.jury_code_ip_conflict,
  'in-our-pipeline': m.jury_code_in_our_pipeline,
  'brand-fit': m.jury_code_brand_fit,
  season: m.jury_code_season,
  rules: m.jury_code_rules,
}

export const FINDING_WORDS: Record<Finding, () => string> = {
  wins: m.jury_finding_wins,
  vetoed: m.jury_finding_vetoed,
  'short-of-quorum': m.jury_finding_short_of_quorum,
  awaiting: m.jury_finding_awaiting,
  'not-reached': m.jury_finding_not_reached,
}

export const ANSWER_WORDS: Record<AnswerKind, () => string> = {
  'in-production': m.jury_answer_in_production,
  'runner-up': m.jury_answer_runner_up,
  'not-now': m.jury_answer_not_now,
  vetoed: m.jury_answer_vetoed,
  'not-selected': m.jury_answer_not_selected,
}

/** The stamp of a verdict; an abstention leaves none. */
export function stampOf(kind: VerdictKind): StampVerdict | null {
  return kind === 'abstain' ? null : kind
}
