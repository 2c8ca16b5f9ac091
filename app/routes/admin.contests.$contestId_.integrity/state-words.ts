import { m } from '#app/i18n/paraglide/messages.js'
import type { ActKind, CaseState } from '#app/voting/desk/case.ts'

export const STATE_WORDS: Record<CaseState, () => string> = {
  noted: m.voting_desk_state_noted,
  quarantined: m.voting_desk_state_quarantined,
  'exclusion-proposed': m.voting_desk_state_proposed,
  released: m.voting_desk_state_released,
  excluded: m.voting_desk_state_excluded,
}

export const EMPTY_WORDS: Record<CaseState, () => string> = {
  noted: m.voting_desk_empty_noted,
  quarantined: m.voting_desk_empty_quarantined,
  'exclusion-proposed': m.voting_desk_empty_proposed,
  released: m.voting_desk_empty_released,
  excluded: m.voting_desk_empty_excluded,
}

export const ACT_WORDS: Record<ActKind, (words: { by: string }) => string> = {
  quarantine: m.voting_desk_did_quarantine,
  release: m.voting_desk_did_release,
  'exclusion-proposal': m.voting_desk_did_propose,
  exclusion: m.voting_desk_did_exclude,
}
