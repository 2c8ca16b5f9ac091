import type { Kysely } from 'kysely'
import type { Outcome } from '#app/outcome.ts'
import type { Database } from '#db/schema.ts'
import { type Ruling, type RulingRefusal, ruleOnCases } from './rule-on-cases.server.ts'

/** Takes ballots out of quarantine, and with it whatever was proposed: one person’s word is enough to believe a voter. */
export function releaseBallots(
  db: Kysely<Database>,
  ruling: Ruling,
  now: Date,
): Promise<Outcome<{ cases: number }, RulingRefusal>> {
  return ruleOnCases(db, 'release', ruling, now)
}
