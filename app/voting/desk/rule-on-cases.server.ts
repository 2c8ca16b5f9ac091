import type { Kysely } from 'kysely'
import { done, type Outcome, refused } from '#app/outcome.ts'
import type { Database } from '#db/schema.ts'
import { writingTogether } from '#db/write-together.server.ts'
import { actOnCase } from './act-on-case.server.ts'
import { type ActKind, type ActRefusal, whyNotAct } from './case.ts'
import { admitToCase, type CaseRow, type DeskRefusal } from './case-rows.server.ts'

export interface Ruling {
  contestId: string
  /** All of them get the same ruling, or none does. */
  caseIds: readonly string[]
  /** Public. */
  reason: string
  actorId: string
}

export type RulingRefusal = DeskRefusal | ActRefusal

/** What the four rulings have in common: one reason and one person for several cases, each of which takes the act or all are left. */
export function ruleOnCases(
  db: Kysely<Database>,
  kind: ActKind,
  { contestId, caseIds, reason, actorId }: Ruling,
  now: Date,
): Promise<Outcome<{ cases: number }, RulingRefusal>> {
  return writingTogether(db, (statements) => {
    const rows: CaseRow[] = []
    for (const caseId of new Set(caseIds)) {
      const admission = admitToCase(statements, { contestId, caseId, actorId })
      if (!admission.ok) return admission
      const refusal = whyNotAct(kind, admission.value.last, actorId)
      if (refusal) return refused(refusal)
      rows.push(admission.value)
    }
    for (const row of rows) actOnCase(statements, { row, kind, reason, doneBy: actorId }, now)
    return done({ cases: rows.length })
  })
}
