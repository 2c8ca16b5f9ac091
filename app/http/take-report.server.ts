import type { AppLoadContext } from '@remix-run/node'
import { type ReportEntryDetails, type ReportEntryRefusal, reportEntry } from '#app/moderation/report-entry.server.ts'
import { type Outcome, refused } from '#app/outcome.ts'
import { spend, type Wait } from './limit.server.ts'

/** A report, within the limit per person, by whichever door it comes: the entry's own page or the booth. */
export async function takeReport(
  context: AppLoadContext,
  report: ReportEntryDetails,
): Promise<Outcome<string, ReportEntryRefusal | Wait>> {
  const wait = await spend(context, [['reportPerPerson', report.reporter.id]])
  return wait ? refused(wait) : reportEntry(context.db, report, context.clock())
}
