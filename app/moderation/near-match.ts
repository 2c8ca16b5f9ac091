import { z } from 'zod'
import { m } from '#app/i18n/paraglide/messages.js'
import { writtenText } from '#app/written-text.ts'

/** What a moderator thinks of two pictures that look alike. None of these does anything: a take-down goes by way of a report. */
export const FINDINGS = ['not-a-copy', 'licensed', 'common-source', 'looked-into'] as const
export type Finding = (typeof FINDINGS)[number]

export const NEAR_MATCH_NOTE_CHARACTERS_MOST = 2000
export const NEAR_MATCHES_PER_PAGE = 10

/** The words come in at which a distance of 0 to 15 is told. */
export const NEARLY_SAME_DISTANCE_MOST = 4

export const nearMatchNoteSchema = z.object({
  nearMatchId: z
    .string({ error: () => m.moderation_near_missing() })
    .min(1, { error: () => m.moderation_near_missing() }),
  finding: z.enum(FINDINGS, { error: () => m.moderation_finding_missing() }),
  note: writtenText(NEAR_MATCH_NOTE_CHARACTERS_MOST),
})
