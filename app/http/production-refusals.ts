import { m } from '#app/i18n/paraglide/messages.js'
import type { AdvanceStageRefusal } from '#app/production/advance-stage.server.ts'
import type { DecideGoRefusal } from '#app/production/decide-go.server.ts'
import type { ExportRunOriginalsRefusal } from '#app/production/export-run-originals.server.ts'
import type { LaunchProductRefusal } from '#app/production/launch-product.server.ts'
import type { PlanStageRefusal } from '#app/production/plan-stage.server.ts'
import { FILE_VERSIONS_MOST, PRODUCTION_FILE_MEGABYTES_MOST, SILENCE_DAYS } from '#app/production/production-file.ts'
import type { RuleOnFileRefusal } from '#app/production/rule-on-file.server.ts'
import type { SignAgreementRefusal } from '#app/production/sign-agreement.server.ts'
import type { TakeFileRefusal } from '#app/production/take-production-file.server.ts'
import type { WriteNoteRefusal } from '#app/production/write-note.server.ts'
import type { RefusalInWords } from './refusals.ts'

export type ProductionRefusal =
  | TakeFileRefusal
  | RuleOnFileRefusal
  | AdvanceStageRefusal
  | DecideGoRefusal
  | ExportRunOriginalsRefusal
  | LaunchProductRefusal
  | PlanStageRefusal
  | SignAgreementRefusal
  | WriteNoteRefusal

type Words = { status: RefusalInWords['status']; sentence: () => string }

/** Production's part of the one place where refusals become words. */
export const PRODUCTION_WORDS: Record<ProductionRefusal, Words> = {
  'no-such-run': { status: 404, sentence: () => m.production_refused_no_such_run() },
  'stage-moved-meanwhile': { status: 409, sentence: () => m.production_refused_moved_meanwhile() },
  'launch-has-its-own-form': { status: 409, sentence: () => m.production_refused_launch_form() },
  'agreement-unsigned': { status: 409, sentence: () => m.production_refused_unsigned() },
  'nobody-left-to-sign': { status: 409, sentence: () => m.production_refused_nobody_left() },
  'go-missing': { status: 409, sentence: () => m.production_refused_go_missing() },
  'no-go': { status: 409, sentence: () => m.production_refused_no_go() },
  'not-at-go-no-go': { status: 409, sentence: () => m.production_refused_not_at_go() },
  'go-already-decided': { status: 409, sentence: () => m.production_refused_go_decided() },
  'already-launched': { status: 409, sentence: () => m.production_refused_launched() },
  'not-at-making': { status: 409, sentence: () => m.production_refused_not_at_making() },
  'product-picture-not-described': { status: 422, sentence: () => m.production_refused_picture_alt() },
  'owner-is-not-a-producer': { status: 422, sentence: () => m.production_refused_owner() },
  'not-yours-to-sign': { status: 403, sentence: () => m.production_refused_not_yours() },
  'agreement-changed': { status: 409, sentence: () => m.production_refused_agreement_changed() },
  'already-signed': { status: 409, sentence: () => m.production_refused_signed() },
  'no-pictures-to-export': { status: 409, sentence: () => m.images_refused_nothing_to_export() },
  'file-missing': { status: 409, sentence: () => m.production_refused_file_missing() },
  'file-waiting': { status: 409, sentence: () => m.production_refused_file_waiting({ days: SILENCE_DAYS }) },
  'file-changes-wanted': { status: 409, sentence: () => m.production_refused_file_changes() },
  'agreement-first': { status: 409, sentence: () => m.production_refused_agreement_first() },
  'not-yours-to-hand-in': { status: 403, sentence: () => m.production_refused_not_yours_to_hand_in() },
  'file-came-already': { status: 409, sentence: () => m.production_refused_file_came_already() },
  'file-versions-most': {
    status: 409,
    sentence: () => m.production_refused_file_versions({ most: FILE_VERSIONS_MOST }),
  },
  'file-kind-not-accepted': { status: 422, sentence: () => m.production_refused_file_kind() },
  'file-is-archive': { status: 422, sentence: () => m.production_refused_file_archive() },
  'file-empty': { status: 422, sentence: () => m.production_refused_file_empty() },
  'file-too-large': {
    status: 413,
    sentence: () => m.production_refused_file_large({ most: PRODUCTION_FILE_MEGABYTES_MOST }),
  },
  'no-such-file': { status: 404, sentence: () => m.production_refused_no_such_file() },
  'file-is-not-the-newest': { status: 409, sentence: () => m.production_refused_file_not_newest() },
  'note-picture-not-described': { status: 422, sentence: () => m.production_refused_picture_alt() },
}
