import { m } from '#app/i18n/paraglide/messages.js'
import type { AdvanceStageRefusal } from '#app/production/advance-stage.server.ts'
import type { DecideGoRefusal } from '#app/production/decide-go.server.ts'
import type { ExportRunOriginalsRefusal } from '#app/production/export-run-originals.server.ts'
import type { LaunchProductRefusal } from '#app/production/launch-product.server.ts'
import type { PlanStageRefusal } from '#app/production/plan-stage.server.ts'
import type { SignAgreementRefusal } from '#app/production/sign-agreement.server.ts'
import type { WriteNoteRefusal } from '#app/production/write-note.server.ts'
import type { RefusalInWords } from './refusals.ts'

export type ProductionRefusal =
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
  'note-picture-not-described': { status: 422, sentence: () => m.production_refused_picture_alt() },
}
