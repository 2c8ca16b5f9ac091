import type { Kysely } from 'kysely'
import type { Database, OwedLetterKind } from '#db/schema.ts'

export interface OwedLetter {
  contestId: string
  kind: OwedLetterKind
  accountId: string
  /** Empty where it is about the contest. */
  subjectId: string
  owedAt: string
  /** How often it was handed over in vain. */
  tries: number
}

/** Letters to hand over now, the longest owed first. */
export function listDueLetters(db: Kysely<Database>, most: number, now: Date): Promise<OwedLetter[]> {
  return db
    .selectFrom('owedLetter')
    .select(['contestId', 'kind', 'accountId', 'subjectId', 'owedAt', 'tries'])
    .where('tryAt', '<=', now.toISOString())
    .orderBy('tryAt')
    .orderBy('kind')
    .orderBy('accountId')
    .orderBy('subjectId')
    .limit(most)
    .execute()
}
