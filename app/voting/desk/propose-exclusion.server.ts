import type { Kysely } from 'kysely'
import type { Outcome } from '#app/outcome.ts'
import type { Database } from '#db/schema.ts'
import { type Ruling, type RulingRefusal, ruleOnCases } from './rule-on-cases.server.ts'

/** Asks that ballots in quarantine leave the count. Nothing leaves it yet: a second person must agree. */
export function proposeExclusion(
  db: Kysely<Database>,
  ruling: Ruling,
  now: Date,
): Promise<Outcome<{ cases: number }, RulingRefusal>> {
  return ruleOnCases(db, 'exclusion-proposal', ruling, now)
}
