import type { LikenessAnswer } from '#app/entries/likeness-answer.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import type { LikenessWay } from '#app/images/likeness.ts'
import { type Finding, NEARLY_SAME_DISTANCE_MOST } from '#app/moderation/near-match.ts'

export const WAY_WORDS: Record<LikenessWay, () => string> = {
  'same-file': () => m.moderation_way_same_file(),
  mirrored: () => m.moderation_way_mirrored(),
  turned: () => m.moderation_way_turned(),
  cut: () => m.moderation_way_cut(),
  inverted: () => m.moderation_way_inverted(),
}

export const FINDING_WORDS: Record<Finding, () => string> = {
  'not-a-copy': () => m.moderation_finding_not_a_copy(),
  licensed: () => m.moderation_finding_licensed(),
  'common-source': () => m.moderation_finding_common_source(),
  'looked-into': () => m.moderation_finding_looked_into(),
}

export const ANSWER_WORDS: Record<LikenessAnswer, () => string> = {
  mine: () => m.entries_likeness_mine(),
  licensed: () => m.entries_likeness_licensed(),
  'common-source': () => m.entries_likeness_common_source(),
  unaware: () => m.entries_likeness_unaware(),
}

/** The distance as a person would say it. */
export function distanceWords(distance: number): string {
  if (distance === 0) return m.moderation_distance_none()
  return distance <= NEARLY_SAME_DISTANCE_MOST ? m.moderation_distance_small() : m.moderation_distance_near()
}
