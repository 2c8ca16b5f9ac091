import { beginCheck, type CheckReport, type ExportCheck, type Kept } from '#app/voting/export/check-export.ts'
import type { Hashing } from '#app/voting/export/export-format.ts'
import { type CheckedDecision, type FollowedDecision, followDecision } from './follow-decision.ts'

export interface ContestReport extends CheckReport {
  /** null where the file has none (it is from before the decision), or where it does not fit. */
  decision: CheckedDecision | null
}

export interface ContestCheck extends Omit<ExportCheck, 'end'> {
  end: () => ContestReport
}

/** Checks the export of a contest: its vote, and the ladder that the jury climbed where it was decided. */
export function checkContest({ hashing, kept = {} }: { hashing: Hashing; kept?: Kept }): ContestCheck {
  let decision: FollowedDecision | null = null
  const check = beginCheck({
    ...{ hashing, kept },
    sequel: (vote) => {
      decision = followDecision(hashing, vote)
      return decision
    },
  })
  return {
    ...check,
    end() {
      const report = check.end()
      if (report.misfit !== null) return { ...report, decision: null }
      const found = decision?.found() ?? null
      if (kept.decision === undefined) return { ...report, decision: found }
      return { ...report, decision: found, kept: { ...report.kept, decision: found?.hash === kept.decision } }
    },
  }
}
