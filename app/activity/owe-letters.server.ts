import type { Transaction } from 'kysely'
import type { Database, OwedLetterKind } from '#db/schema.ts'

/** SQLite binds 32,766 values to a statement at most. */
const ROWS_A_STATEMENT = 1000

interface OwedLetters {
  contestId: string
  kind: OwedLetterKind
  accountIds: readonly string[]
  /** The entry, run or production file that they are about, where that is not the contest. */
  subjectId?: string
}

/**
 * Notes, in the transaction that causes a letter about a contest, each of whom it goes to; app/notifications/send-owed-letters.server.ts
 * writes them afterwards, and goes on after a crash where it was.
 */
export async function oweLetters(
  trx: Transaction<Database>,
  { contestId, kind, accountIds, subjectId = '' }: OwedLetters,
  now: Date,
): Promise<void> {
  const at = now.toISOString()
  for (let first = 0; first < accountIds.length; first += ROWS_A_STATEMENT) {
    const rows = accountIds.slice(first, first + ROWS_A_STATEMENT)
    await trx
      .insertInto('owedLetter')
      .values(rows.map((accountId) => ({ contestId, kind, accountId, subjectId, owedAt: at, tryAt: at, sentAt: null })))
      // Two of one kind about one thing in one instant say the same.
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
}
