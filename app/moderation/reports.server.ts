import type { Kysely } from 'kysely'
import type { Viewer } from '#app/accounts/roles.ts'
import { listWallEntries, type WallEntry } from '#app/entries/wall-entries.server.ts'
import type { Database } from '#db/schema.ts'
import type { ReportReason, Ruling } from './report.ts'

export interface ReportView {
  id: string
  reason: ReportReason
  detail: string
  reportedAt: string
  /** null once that account is deleted. */
  reporterName: string | null
}

/** An entry with its unanswered reports, oldest first: one look at the picture serves them all. */
export interface ReportedEntry {
  entry: WallEntry
  reports: ReportView[]
}

export interface RuledReport extends ReportView {
  entry: WallEntry
  ruling: Ruling
  note: string
  ruledAt: string
  ruledByName: string | null
}

const RULED_MOST = 50

/** Entries with open reports, the longest waiting first. */
export async function listOpenReports(db: Kysely<Database>, viewer: Viewer, now: Date): Promise<ReportedEntry[]> {
  const rows = await db
    .selectFrom('report')
    .innerJoin('account', 'account.id', 'report.reporterId')
    .leftJoin('reportRuling', 'reportRuling.reportId', 'report.id')
    .select(['report.id', 'report.entryId', 'report.reason', 'report.detail', 'report.reportedAt'])
    .select('account.name as reporterName')
    .where('reportRuling.reportId', 'is', null)
    .orderBy('report.reportedAt')
    .orderBy('report.id')
    .execute()
  const entries = await listWallEntries(db, [...new Set(rows.map(({ entryId }) => entryId))], viewer, now)
  return entries.map((entry) => ({
    entry,
    reports: rows.filter(({ entryId }) => entryId === entry.id).map(({ entryId, ...report }) => report),
  }))
}

/** The latest answered ones, newest first. */
export async function listRuledReports(db: Kysely<Database>, viewer: Viewer, now: Date): Promise<RuledReport[]> {
  const rows = await db
    .selectFrom('report')
    .innerJoin('reportRuling', 'reportRuling.reportId', 'report.id')
    .innerJoin('account', 'account.id', 'report.reporterId')
    .innerJoin('account as admin', 'admin.id', 'reportRuling.ruledBy')
    .select(['report.id', 'report.entryId', 'report.reason', 'report.detail', 'report.reportedAt'])
    .select(['account.name as reporterName', 'admin.name as ruledByName'])
    .select(['reportRuling.ruling', 'reportRuling.note', 'reportRuling.ruledAt'])
    .orderBy('reportRuling.ruledAt', 'desc')
    .orderBy('report.id')
    .limit(RULED_MOST)
    .execute()
  const entries = await listWallEntries(db, [...new Set(rows.map(({ entryId }) => entryId))], viewer, now)
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  return rows.flatMap(({ entryId, ...report }) => {
    const entry = byId.get(entryId)
    return entry ? { ...report, entry } : []
  })
}
