import type { ReportReason } from '#app/moderation/report.ts'
import { reportEntry } from '#app/moderation/report-entry.server.ts'
import { ruleOnReport } from '#app/moderation/rule-on-report.server.ts'
import { recordEntryGone } from '#app/voting/record-entry-gone.server.ts'
import { accepted } from '../accepted.ts'
import type { World } from '../world.ts'
import type { EnteredDesign } from './enter-designs.ts'

export interface WrittenReport {
  title: string
  /** Handle. */
  by: string
  reason: ReportReason
  detail: string
  at: Date
  /** How an admin dismissed it, two hours later; open when left out. */
  dismissed?: { by: string; note: string }
}

const TWO_HOURS_MS = 2 * 3_600_000

export async function reportDesigns(
  { db, people }: World,
  entries: readonly EnteredDesign[],
  reports: readonly WrittenReport[],
): Promise<void> {
  for (const { title, by, reason, detail, at, dismissed } of reports) {
    const entryId = entries.find((entry) => entry.title === title)?.entryId
    if (!entryId) continue
    const reportId = accepted(await reportEntry(db, { entryId, reporter: people.named(by), reason, detail }, at))
    if (!dismissed) continue
    const ruling = { reportId, admin: people.named(dismissed.by), ruling: 'dismissed', note: dismissed.note } as const
    accepted(await ruleOnReport(db, { ...ruling, steps: [recordEntryGone] }, new Date(at.getTime() + TWO_HOURS_MS)))
  }
}
