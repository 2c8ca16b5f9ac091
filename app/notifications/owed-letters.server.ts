import type { Kysely } from 'kysely'
import type { Database, OwedLetterKind } from '#db/schema.ts'

export interface OwedLetter {
  contestId: string
  kind: OwedLetterKind
  accountId: string
  owedAt: string
  /** How often it was handed over in vain. */
  tries: number
}

/** Letters to hand over now, the longest owed first. */
export function listDueLetters(db: Kysely<Database>, most: number, now: Date): Promise<OwedLetter[]> {
  return db
    .selectFrom('owedLetter')
    .select(['contestId', 'kind', 'accountId', 'owedAt', 'tries'])
    .where('tryAt', '<=', now.toISOString())
    .orderBy('tryAt')
    .orderBy('kind')
    .orderBy('accountId')
    .limit(most)
    .execute()
}
