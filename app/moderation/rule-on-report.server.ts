import type { Kysely, Transaction } from 'kysely'
import { has, type Viewer } from '#app/accounts/roles.ts'
import { oweLetters } from '#app/activity/owe-letters.server.ts'
import { recordActivity } from '#app/activity/record-activity.server.ts'
import { type EntryFacts, findEntryFacts } from '#app/entries/entries.server.ts'
import type { GoneStep } from '#app/entries/gone-step.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { writing } from '#db/database.server.ts'
import type { Database } from '#db/schema.ts'
import type { Ruling } from './report.ts'

export type RuleOnReportRefusal = 'report-not-found' | 'not-your-role' | 'report-already-ruled'

export interface RuleOnReportDetails {
  reportId: string
  admin: Viewer
  ruling: Ruling
  /** The reason of a take-down, which the public reads; a note for colleagues when dismissed. */
  note: string
  /** Taken when the entry is taken down by this. */
  steps: readonly GoneStep[]
}

/** Answers one report. A take-down hides the entry at once and answers its other open reports with the same ruling. */
export function ruleOnReport(
  db: Kysely<Database>,
  { reportId, admin, ruling, note, steps }: RuleOnReportDetails,
  now: Date,
): Promise<Outcome<{ entryId: string }, RuleOnReportRefusal>> {
  return writing(db, async (trx) => {
    if (!has(admin, 'admin')) return refused('not-your-role')
    const report = await trx.selectFrom('report').select('entryId').where('id', '=', reportId).executeTakeFirst()
    const facts = report && (await findEntryFacts(trx, report.entryId))
    if (!facts) return refused('report-not-found')
    const open = await listOpenReports(trx, facts.entry.id)
    if (!open.includes(reportId)) return refused('report-already-ruled')

    const answered = ruling === 'taken-down' ? open : [reportId]
    const at = now.toISOString()
    for (const id of answered) {
      await trx
        .insertInto('reportRuling')
        .values({ reportId: id, ruling, note, ruledBy: admin.id, ruledAt: at })
        .execute()
      const where = { contestId: facts.entry.contestId, entryId: facts.entry.id, subjectId: id }
      await recordActivity(trx, {
        at: now,
        kind: 'report-ruled',
        actorId: admin.id,
        ...where,
        particulars: { ruling },
      })
    }
    if (ruling === 'taken-down') await takeDown(trx, facts, { admin, reason: note, steps }, now)
    return done({ entryId: facts.entry.id })
  })
}

async function takeDown(
  trx: Transaction<Database>,
  facts: EntryFacts,
  { admin, reason, steps }: { admin: Viewer; reason: string; steps: readonly GoneStep[] },
  now: Date,
): Promise<void> {
  if (facts.takenDownAt) return
  const entryId = facts.entry.id
  await trx
    .insertInto('takedown')
    .values({ entryId, reason, takenDownBy: admin.id, takenDownAt: now.toISOString() })
    .execute()
  const where = { contestId: facts.entry.contestId, entryId }
  await recordActivity(trx, {
    at: now,
    kind: 'entry-taken-down',
    actorId: admin.id,
    ...where,
    particulars: { reason },
  })
  const accountIds = [facts.designerId]
  await oweLetters(trx, { contestId: where.contestId, kind: 'taken-down', accountIds, subjectId: entryId }, now)
  for (const step of steps) await step(trx, where, now)
}

async function listOpenReports(trx: Transaction<Database>, entryId: string): Promise<string[]> {
  const rows = await trx
    .selectFrom('report')
    .leftJoin('reportRuling', 'reportRuling.reportId', 'report.id')
    .select('report.id')
    .where('report.entryId', '=', entryId)
    .where('reportRuling.reportId', 'is', null)
    .orderBy('report.reportedAt')
    .execute()
  return rows.map(({ id }) => id)
}
