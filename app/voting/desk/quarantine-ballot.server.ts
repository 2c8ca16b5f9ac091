import type { Kysely } from 'kysely'
import type { Outcome } from '#app/outcome.ts'
import type { Database } from '#db/schema.ts'
import { writingTogether } from '#db/write-together.server.ts'
import { actOnCase } from './act-on-case.server.ts'
import type { ActRefusal } from './case.ts'
import { admitToCase, type DeskRefusal } from './case-rows.server.ts'

/** Puts a ballot aside by a person’s word. It still counts, and can be released again by anybody at the desk. */
export function quarantineBallot(
  db: Kysely<Database>,
  { caseId, reason, actorId }: { caseId: string; reason: string; actorId: string },
  now: Date,
): Promise<Outcome<{ number: number }, DeskRefusal | ActRefusal>> {
  return writingTogether(db, (statements) => {
    const admission = admitToCase(statements, { caseId, actorId })
    if (!admission.ok) return admission
    return actOnCase(statements, { row: admission.value, kind: 'quarantine', reason, doneBy: actorId }, now)
  })
}
