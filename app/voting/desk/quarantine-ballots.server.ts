import type { Kysely } from 'kysely'
import type { Outcome } from '#app/outcome.ts'
import type { Database } from '#db/schema.ts'
import { type Ruling, type RulingRefusal, ruleOnCases } from './rule-on-cases.server.ts'

/** Puts ballots aside by a person’s word. They still count, and can be released again by anybody at the desk. */
export function quarantineBallots(
  db: Kysely<Database>,
  ruling: Ruling,
  now: Date,
): Promise<Outcome<{ cases: number }, RulingRefusal>> {
  return ruleOnCases(db, 'quarantine', ruling, now)
}
