import { m } from '#app/i18n/paraglide/messages.js'
import type { AnswerEntriesRefusal } from '#app/jury/answer-entries.server.ts'
import type { AnswerFinalistDuelRefusal } from '#app/jury/answer-finalist-duel.server.ts'
import { LETTER_MIN } from '#app/jury/decision.ts'
import type { ExportPanelPicturesRefusal } from '#app/jury/export-panel-pictures.server.ts'
import type { GiveVerdictRefusal } from '#app/jury/give-verdict.server.ts'
import type { SignDecisionRefusal } from '#app/jury/sign-decision.server.ts'
import type { CastRefusal } from '#app/voting/cast-score.server.ts'
import type { WouldBuyRefusal } from '#app/voting/mark-would-buy.server.ts'
import type { PassRefusal } from '#app/voting/pass-entry.server.ts'
import type { ProofRefusal } from '#app/voting/proof/give-proof.server.ts'
import { WAIT_SECONDS } from '#app/voting/proof/work.ts'
import { ACCOUNTS_WORDS, type AccountsRefusal } from './account-refusals.ts'
import { CONTESTS_WORDS, type ContestsRefusal } from './contest-refusals.ts'
import { DESK_WORDS, type DeskRefusals } from './desk-refusals.ts'
import { ENTRIES_WORDS, type EntriesRefusal } from './entry-refusals.ts'
import { PRODUCTION_WORDS, type ProductionRefusal } from './production-refusals.ts'

/**
 * The one place where a refusal becomes a status and a sentence for people. The type is the union of what the domains
 * declare beside their verbs, so a refusal without words does not compile.
 */
export type Refusal =
  | EdgeRefusal
  | AccountsRefusal
  | ContestsRefusal
  | EntriesRefusal
  | VotingRefusal
  | DeskRefusals
  | GiveVerdictRefusal
  | AnswerFinalistDuelRefusal
  | SignDecisionRefusal
  | AnswerEntriesRefusal
  | ExportPanelPicturesRefusal
  | ProductionRefusal

/** Refusals of the web edge itself. */
export type EdgeRefusal =
  | 'not-signed-in'
  | 'email-not-confirmed'
  | 'staff-do-not-take-part'
  | 'not-your-role'
  | 'too-many-tries'
  | 'not-from-our-pages'
  | 'body-too-long'
  | 'database-not-ready'

type VotingRefusal = CastRefusal | ProofRefusal | PassRefusal | WouldBuyRefusal | 'score-unreadable'

/** What a sentence may have to name. */
export type RefusalDetails = Record<string, string | number>

export interface RefusalInWords {
  status: 400 | 403 | 404 | 409 | 410 | 413 | 422 | 429 | 503
  sentence: string
}

type Words = Record<Refusal, { status: RefusalInWords['status']; sentence: (details: RefusalDetails) => string }>

const WORDS: Words = {
  'not-signed-in': { status: 403, sentence: () => m.errors_not_signed_in() },
  'email-not-confirmed': { status: 403, sentence: () => m.errors_email_not_confirmed() },
  'staff-do-not-take-part': { status: 403, sentence: () => m.errors_staff_do_not_take_part() },
  'not-your-role': { status: 403, sentence: () => m.errors_not_your_role() },
  'too-many-tries': {
    status: 429,
    sentence: ({ minutes = 1 }) => m.accounts_refused_too_many_tries({ minutes: Number(minutes) }),
  },
  'not-from-our-pages': { status: 403, sentence: () => m.errors_not_from_our_pages() },
  'body-too-long': { status: 413, sentence: () => m.errors_body_too_long() },
  'database-not-ready': { status: 503, sentence: () => m.errors_database_not_ready() },

  ...ACCOUNTS_WORDS,
  ...CONTESTS_WORDS,
  ...PRODUCTION_WORDS,

  ...ENTRIES_WORDS,
  ...DESK_WORDS,

  // voting
  'account-too-young-to-vote': { status: 403, sentence: () => m.voting_refused_too_young() },
  'voting-not-begun': { status: 409, sentence: () => m.voting_refused_not_begun() },
  'voting-over': { status: 409, sentence: () => m.voting_refused_over() },
  'score-unreadable': { status: 422, sentence: () => m.voting_score_missing() },
  'entry-gone': { status: 410, sentence: () => m.voting_refused_entry_gone() },
  'own-entry': { status: 403, sentence: () => m.voting_refused_own_entry() },
  'other-way-to-vote': { status: 409, sentence: () => m.voting_refused_other_way() },
  'proof-wanted': { status: 403, sentence: () => m.voting_refused_proof_wanted() },
  'proof-wrong': { status: 403, sentence: () => m.voting_refused_proof_wrong() },
  'proof-too-early': { status: 403, sentence: () => m.voting_refused_proof_too_early({ seconds: WAIT_SECONDS }) },
  'not-handed': { status: 403, sentence: () => m.voting_refused_not_handed() },

  // jury
  'no-such-contest': { status: 404, sentence: () => m.jury_refused_no_such_contest() },
  'no-such-entry': { status: 404, sentence: () => m.jury_refused_no_such_entry() },
  'jury-not-sitting': { status: 409, sentence: () => m.jury_refused_not_sitting() },
  'not-on-this-panel': { status: 403, sentence: () => m.jury_refused_not_on_panel() },
  'not-a-finalist': { status: 409, sentence: () => m.jury_refused_not_a_finalist() },
  recused: { status: 403, sentence: () => m.jury_refused_recused() },
  'may-not-close': { status: 403, sentence: () => m.jury_refused_may_not_close() },
  'already-decided': { status: 409, sentence: () => m.jury_refused_already_decided() },
  'verdicts-missing': { status: 409, sentence: () => m.jury_refused_verdicts_missing() },
  'ladder-changed': { status: 409, sentence: () => m.jury_refused_ladder_changed() },
  'closing-letter-missing': { status: 422, sentence: () => m.jury_refused_letter_missing({ min: LETTER_MIN }) },
  'panel-pictures-sealed': { status: 409, sentence: () => m.jury_refused_pictures_sealed() },
  'not-decided-yet': { status: 409, sentence: () => m.jury_refused_not_decided() },
  'already-answered': { status: 409, sentence: () => m.jury_refused_already_answered() },
  'answer-contradicts-decision': { status: 422, sentence: () => m.jury_refused_answer_contradicts() },
}

export function inWords(refusal: Refusal, details: RefusalDetails = {}): RefusalInWords {
  const { status, sentence } = WORDS[refusal]
  return { status, sentence: sentence(details) }
}
