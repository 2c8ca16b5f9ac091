import type { AcceptCollaborationRefusal } from '#app/entries/accept-collaboration.server.ts'
import type { AddArtworkRefusal } from '#app/entries/add-artwork.server.ts'
import type { DeclineCollaborationRefusal } from '#app/entries/decline-collaboration.server.ts'
import type { DescribeArtworkRefusal } from '#app/entries/describe-artwork.server.ts'
import { COLLABORATORS_MOST } from '#app/entries/entry.ts'
import type { InviteCollaboratorRefusal } from '#app/entries/invite-collaborator.server.ts'
import type { RemoveArtworkRefusal } from '#app/entries/remove-artwork.server.ts'
import type { RemoveCollaboratorRefusal } from '#app/entries/remove-collaborator.server.ts'
import type { SaveEntryRefusal } from '#app/entries/save-entry.server.ts'
import type { StartEntryRefusal } from '#app/entries/start-entry.server.ts'
import type { SubmitEntryRefusal } from '#app/entries/submit-entry.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import type { AnswerEntriesRefusal } from '#app/jury/answer-entries.server.ts'
import { LETTER_MIN } from '#app/jury/decision.ts'
import type { GiveVerdictRefusal } from '#app/jury/give-verdict.server.ts'
import type { SignDecisionRefusal } from '#app/jury/sign-decision.server.ts'
import type { ReportEntryRefusal } from '#app/moderation/report-entry.server.ts'
import type { RuleOnReportRefusal } from '#app/moderation/rule-on-report.server.ts'
import type { CastRefusal } from '#app/voting/cast-score.server.ts'
import type { WouldBuyRefusal } from '#app/voting/mark-would-buy.server.ts'
import type { PassRefusal } from '#app/voting/pass-entry.server.ts'
import { ACCOUNTS_WORDS, type AccountsRefusal } from './account-refusals.ts'

/**
 * The one place where a refusal becomes a status and a sentence for people. The type is the union of what the domains
 * declare beside their verbs, so a refusal without words does not compile.
 */
export type Refusal =
  | EdgeRefusal
  | AccountsRefusal
  | EntriesRefusal
  | ModerationRefusal
  | VotingRefusal
  | GiveVerdictRefusal
  | SignDecisionRefusal
  | AnswerEntriesRefusal

/** Refusals of the web edge itself. */
export type EdgeRefusal =
  | 'not-signed-in'
  | 'email-not-confirmed'
  | 'staff-do-not-take-part'
  | 'not-your-role'
  | 'too-many-tries'

type EntriesRefusal =
  | StartEntryRefusal
  | SaveEntryRefusal
  | AddArtworkRefusal
  | DescribeArtworkRefusal
  | RemoveArtworkRefusal
  | SubmitEntryRefusal
  | InviteCollaboratorRefusal
  | AcceptCollaborationRefusal
  | DeclineCollaborationRefusal
  | RemoveCollaboratorRefusal

type VotingRefusal = CastRefusal | PassRefusal | WouldBuyRefusal

type ModerationRefusal = ReportEntryRefusal | RuleOnReportRefusal

/** What a sentence may have to name. */
export type RefusalDetails = Record<string, string | number>

export interface RefusalInWords {
  status: 400 | 403 | 404 | 409 | 410 | 413 | 422 | 429
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

  ...ACCOUNTS_WORDS,

  // entries
  'contest-not-found': { status: 404, sentence: () => m.entries_refused_contest_not_found() },
  'entry-not-found': { status: 404, sentence: () => m.entries_refused_entry_not_found() },
  'artwork-not-found': { status: 404, sentence: () => m.entries_refused_artwork_not_found() },
  'picture-not-found': { status: 404, sentence: () => m.entries_refused_picture_not_found() },
  'entries-not-open': { status: 409, sentence: () => m.entries_refused_not_open() },
  'entries-closed': { status: 409, sentence: () => m.entries_refused_closed() },
  'account-too-young': { status: 403, sentence: ({ days = 0 }) => m.entries_refused_too_young({ days }) },
  'enough-entries': { status: 409, sentence: ({ most = 0 }) => m.entries_refused_enough({ most }) },
  'entry-withdrawn': { status: 410, sentence: () => m.entries_refused_withdrawn() },
  'entry-taken-down': { status: 410, sentence: () => m.entries_refused_taken_down() },
  'entry-changed-elsewhere': { status: 409, sentence: () => m.entries_refused_changed_elsewhere() },
  'entry-would-be-incomplete': { status: 422, sentence: () => m.entries_refused_would_be_incomplete() },
  'entry-incomplete': { status: 422, sentence: () => m.entries_refused_incomplete() },
  'pictures-full': { status: 409, sentence: ({ most = 0 }) => m.entries_refused_pictures_full({ most }) },
  'picture-already-in-entry': { status: 409, sentence: () => m.entries_refused_picture_twice() },
  'person-not-found': { status: 422, sentence: () => m.entries_refused_person_not_found() },
  'collaborator-is-designer': { status: 422, sentence: () => m.entries_refused_collaborator_is_designer() },
  'collaborator-is-staff': { status: 422, sentence: () => m.entries_refused_collaborator_is_staff() },
  'collaborator-already-invited': { status: 409, sentence: () => m.entries_refused_collaborator_invited() },
  'collaborator-has-declined': { status: 409, sentence: () => m.entries_refused_collaborator_declined() },
  'collaborators-full': {
    status: 409,
    sentence: () => m.entries_refused_collaborators_full({ most: COLLABORATORS_MOST }),
  },
  'invitation-not-found': { status: 404, sentence: () => m.entries_refused_invitation_not_found() },

  // moderation
  'own-entry-reported': { status: 403, sentence: () => m.moderation_refused_own_entry() },
  'already-reported': { status: 409, sentence: () => m.moderation_refused_already_reported() },
  'report-not-found': { status: 404, sentence: () => m.moderation_refused_report_not_found() },
  'report-already-ruled': { status: 409, sentence: () => m.moderation_refused_already_ruled() },

  // voting
  'account-too-young-to-vote': { status: 403, sentence: () => m.voting_refused_too_young() },
  'voting-not-begun': { status: 409, sentence: () => m.voting_refused_not_begun() },
  'voting-over': { status: 409, sentence: () => m.voting_refused_over() },
  'entry-gone': { status: 410, sentence: () => m.voting_refused_entry_gone() },
  'own-entry': { status: 403, sentence: () => m.voting_refused_own_entry() },
  'not-handed': { status: 403, sentence: () => m.voting_refused_not_handed() },

  // jury
  'no-such-contest': { status: 404, sentence: () => m.jury_refused_no_such_contest() },
  'no-such-entry': { status: 404, sentence: () => m.jury_refused_no_such_entry() },
  'jury-not-sitting': { status: 409, sentence: () => m.jury_refused_not_sitting() },
  'not-on-this-panel': { status: 403, sentence: () => m.jury_refused_not_on_panel() },
  recused: { status: 403, sentence: () => m.jury_refused_recused() },
  'may-not-close': { status: 403, sentence: () => m.jury_refused_may_not_close() },
  'already-decided': { status: 409, sentence: () => m.jury_refused_already_decided() },
  'verdicts-missing': { status: 409, sentence: () => m.jury_refused_verdicts_missing() },
  'ladder-changed': { status: 409, sentence: () => m.jury_refused_ladder_changed() },
  'closing-letter-missing': { status: 422, sentence: () => m.jury_refused_letter_missing({ min: LETTER_MIN }) },
  'not-decided-yet': { status: 409, sentence: () => m.jury_refused_not_decided() },
  'already-answered': { status: 409, sentence: () => m.jury_refused_already_answered() },
  'answer-contradicts-decision': { status: 422, sentence: () => m.jury_refused_answer_contradicts() },
}

export function inWords(refusal: Refusal, details: RefusalDetails = {}): RefusalInWords {
  const { status, sentence } = WORDS[refusal]
  return { status, sentence: sentence(details) }
}
