import type { Kysely } from 'kysely'
import type { Outcome } from '#app/outcome.ts'
import type { Database } from '#db/schema.ts'
import { writingTogether } from '#db/write-together.server.ts'
import { actOnCase } from './act-on-case.server.ts'
import type { ActRefusal } from './case.ts'
import { admitToCase, type DeskRefusal } from './case-rows.server.ts'

/** Takes a ballot out of quarantine, and with it whatever was proposed: one person’s word is enough to believe a voter. */
export function releaseBallot(
  db: Kysely<Database>,
  { caseId, reason, actorId }: { caseId: string; reason: string; actorId: string },
  now: Date,
): Promise<Outcome<{ number: number }, DeskRefusal | ActRefusal>> {
  return writingTogether(db, (statements) => {
    const admission = admitToCase(statements, { caseId, actorId })
    if (!admission.ok) return admission
    return actOnCase(statements, { row: admission.value, kind: 'release', reason, doneBy: actorId }, now)
  })
}
