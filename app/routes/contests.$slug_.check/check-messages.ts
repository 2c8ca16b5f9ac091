import type { ContestReport } from '#app/jury/export/check-contest.ts'
import type { Kept } from '#app/voting/export/check-export.ts'

/** What the page asks of the thread that checks. */
export interface CheckTask {
  from: { address: string } | { file: File }
  kept: Kept
}

export type CheckNews = { events: number } | { report: ContestReport } | { failed: true }
