import { m } from '#app/i18n/paraglide/messages.js'
import type { Stage } from '#app/production/stages.ts'

/** What the stages of a run are called on pages. */
export const STAGE_WORDS: Record<Stage, () => string> = {
  agreement: m.production_stage_agreement,
  files: m.production_stage_files,
  'tech-pack': m.production_stage_tech_pack,
  prototype: m.production_stage_prototype,
  reservations: m.production_stage_reservations,
  'go-no-go': m.production_stage_go_no_go,
  making: m.production_stage_making,
  launched: m.production_stage_launched,
}
