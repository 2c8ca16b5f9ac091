import type { Kysely } from 'kysely'
import type { Outcome } from '#app/outcome.ts'
import type { Database } from '#db/schema.ts'
import { type Ruling, type RulingRefusal, ruleOnCases } from './rule-on-cases.server.ts'

/** Takes ballots out of the count, for good: the second word, by another person than the first. */
export function confirmExclusion(
  db: Kysely<Database>,
  ruling: Ruling,
  now: Date,
): Promise<Outcome<{ cases: number }, RulingRefusal>> {
  return ruleOnCases(db, 'exclusion', ruling, now)
}
