import type { Transaction } from 'kysely'
import type { Database, OwedLetterKind } from '#db/schema.ts'

/** SQLite binds 32,766 values to a statement at most. */
const ROWS_A_STATEMENT = 1000

interface OwedLetters {
  contestId: string
  kind: OwedLetterKind
  accountIds: readonly string[]
}

/**
 * Notes, in the transaction that causes a letter to many, each of whom it goes to; app/notifications/send-owed-letters.server.ts writes
 * them afterwards, and goes on after a crash where it was.
 */
export async function oweLetters(
  trx: Transaction<Database>,
  { contestId, kind, accountIds }: OwedLetters,
  now: Date,
): Promise<void> {
  const at = now.toISOString()
  for (let first = 0; first < accountIds.length; first += ROWS_A_STATEMENT) {
    const rows = accountIds.slice(first, first + ROWS_A_STATEMENT)
    await trx
      .insertInto('owedLetter')
      .values(rows.map((accountId) => ({ contestId, kind, accountId, owedAt: at, tryAt: at, sentAt: null })))
      .execute()
  }
}
