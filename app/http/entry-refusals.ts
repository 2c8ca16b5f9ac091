import type { AcceptCollaborationRefusal } from '#app/entries/accept-collaboration.server.ts'
import type { AddArtworkRefusal } from '#app/entries/add-artwork.server.ts'
import type { AnswerLikenessRefusal } from '#app/entries/answer-likeness.server.ts'
import type { DeclineCollaborationRefusal } from '#app/entries/decline-collaboration.server.ts'
import type { DescribeLatePicturesRefusal } from '#app/entries/describe-late-pictures.server.ts'
import {
  COLLABORATORS_MOST,
  KEPT_GIGABYTES_PER_CONTEST_MOST,
  KEPT_GIGABYTES_PER_PERSON_MOST,
} from '#app/entries/entry.ts'
import type { InviteCollaboratorRefusal } from '#app/entries/invite-collaborator.server.ts'
import type { RemoveArtworkRefusal } from '#app/entries/remove-artwork.server.ts'
import type { RemoveCollaboratorRefusal } from '#app/entries/remove-collaborator.server.ts'
import type { SaveEntryRefusal } from '#app/entries/save-entry.server.ts'
import type { StartEntryRefusal } from '#app/entries/start-entry.server.ts'
import type { SubmitEntryRefusal } from '#app/entries/submit-entry.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import type { NoteNearMatchRefusal } from '#app/moderation/note-near-match.server.ts'
import type { ReportEntryRefusal } from '#app/moderation/report-entry.server.ts'
import type { RuleOnReportRefusal } from '#app/moderation/rule-on-report.server.ts'
import type { EdgeRefusal, RefusalDetails, RefusalInWords } from './refusals.ts'

export type EntriesRefusal =
  | StartEntryRefusal
  | SaveEntryRefusal
  | AddArtworkRefusal
  | RemoveArtworkRefusal
  | SubmitEntryRefusal
  | DescribeLatePicturesRefusal
  | InviteCollaboratorRefusal
  | AcceptCollaborationRefusal
  | DeclineCollaborationRefusal
  | RemoveCollaboratorRefusal
  | ReportEntryRefusal
  | RuleOnReportRefusal
  | NoteNearMatchRefusal
  | AnswerLikenessRefusal

type Words = { status: RefusalInWords['status']; sentence: (details: RefusalDetails) => string }

/** The part of entries and moderation of the one place where refusals become words. */
export const ENTRIES_WORDS: Record<Exclude<EntriesRefusal, EdgeRefusal>, Words> = {
  'contest-not-found': { status: 404, sentence: () => m.entries_refused_contest_not_found() },
  'entry-not-found': { status: 404, sentence: () => m.entries_refused_entry_not_found() },
  'artwork-not-found': { status: 404, sentence: () => m.entries_refused_artwork_not_found() },
  'picture-not-found': { status: 404, sentence: () => m.entries_refused_picture_not_found() },
  'entries-not-open': { status: 409, sentence: () => m.entries_refused_not_open() },
  'entries-closed': { status: 409, sentence: () => m.entries_refused_closed() },
  'account-too-young': { status: 403, sentence: ({ days = 0 }) => m.entries_refused_too_young({ days }) },
  'enough-entries': { status: 409, sentence: ({ most = 0 }) => m.entries_refused_enough({ most }) },
  'begun-too-often': { status: 409, sentence: () => m.entries_refused_begun_too_often() },
  'entry-withdrawn': { status: 410, sentence: () => m.entries_refused_withdrawn() },
  'entry-taken-down': { status: 410, sentence: () => m.entries_refused_taken_down() },
  'entry-changed-elsewhere': { status: 409, sentence: () => m.entries_refused_changed_elsewhere() },
  'entry-would-be-incomplete': { status: 422, sentence: () => m.entries_refused_would_be_incomplete() },
  'entry-incomplete': { status: 422, sentence: () => m.entries_refused_incomplete() },
  'person-sent-all': {
    status: 413,
    sentence: () => m.entries_refused_person_sent_all({ most: KEPT_GIGABYTES_PER_PERSON_MOST }),
  },
  'contest-holds-all': {
    status: 413,
    sentence: () => m.entries_refused_contest_holds_all({ most: KEPT_GIGABYTES_PER_CONTEST_MOST }),
  },
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
  'not-asked': { status: 409, sentence: () => m.entries_refused_not_asked() },
  'invitation-not-found': { status: 404, sentence: () => m.entries_refused_invitation_not_found() },

  // moderation
  'own-entry-reported': { status: 403, sentence: () => m.moderation_refused_own_entry() },
  'already-reported': { status: 409, sentence: () => m.moderation_refused_already_reported() },
  'near-match-not-found': { status: 404, sentence: () => m.moderation_refused_near_match_not_found() },
  'report-not-found': { status: 404, sentence: () => m.moderation_refused_report_not_found() },
  'report-already-ruled': { status: 409, sentence: () => m.moderation_refused_already_ruled() },
}
