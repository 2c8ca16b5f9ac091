import { z } from 'zod'
import { m } from '#app/i18n/paraglide/messages.js'
import { writtenText } from '#app/written-text.ts'

/** Why somebody reports an entry. */
export const REPORT_REASONS = ['copied', 'offensive', 'against-the-brief', 'reveals-the-author', 'other'] as const
export type ReportReason = (typeof REPORT_REASONS)[number]

export const REPORT_DETAIL_CHARACTERS_MOST = 2000
export const RULING_NOTE_CHARACTERS_MOST = 2000
/** Enough for one sentence that the designer can answer. */
export const TAKEDOWN_REASON_CHARACTERS_LEAST = 20

/** 'copied' and 'other' say nothing by themselves: they need words. */
export const reportSchema = z
  .object({
    reason: z.enum(REPORT_REASONS, { error: () => m.moderation_reason_missing() }),
    detail: writtenText(REPORT_DETAIL_CHARACTERS_MOST),
  })
  .refine(({ reason, detail }) => detail !== '' || (reason !== 'copied' && reason !== 'other'), {
    path: ['detail'],
    error: () => m.moderation_detail_missing(),
  })

export const RULINGS = ['dismissed', 'taken-down'] as const
export type Ruling = (typeof RULINGS)[number]

/** A dismissal may go without words; a take-down owes its designer a reason, which stands on the entry's page. */
export const rulingSchema = z
  .object({
    reportId: z
      .string({ error: () => m.moderation_report_missing() })
      .min(1, { error: () => m.moderation_report_missing() }),
    ruling: z.enum(RULINGS, { error: () => m.moderation_ruling_missing() }),
    note: writtenText(RULING_NOTE_CHARACTERS_MOST),
  })
  .refine(({ ruling, note }) => ruling === 'dismissed' || note.length >= TAKEDOWN_REASON_CHARACTERS_LEAST, {
    path: ['note'],
    error: () => m.moderation_takedown_reason_too_short({ least: TAKEDOWN_REASON_CHARACTERS_LEAST }),
  })
