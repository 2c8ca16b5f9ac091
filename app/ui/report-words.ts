import { m } from '#app/i18n/paraglide/messages.js'
import type { ReportReason, Ruling } from '#app/moderation/report.ts'

export function reasonWords(reason: ReportReason): string {
  return {
    copied: m.moderation_reason_copied,
    offensive: m.moderation_reason_offensive,
    'against-the-brief': m.moderation_reason_against_the_brief,
    'reveals-the-author': m.moderation_reason_reveals_the_author,
    other: m.moderation_reason_other,
  }[reason]()
}

export function reasonHint(reason: ReportReason): string | undefined {
  if (reason === 'reveals-the-author') return m.moderation_reason_reveals_the_author_hint()
  return reason === 'copied' ? m.moderation_reason_copied_hint() : undefined
}

export function rulingWords(ruling: Ruling): string {
  return ruling === 'dismissed' ? m.moderation_ruling_dismissed() : m.moderation_ruling_taken_down()
}
