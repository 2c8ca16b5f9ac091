import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'
import { receiptOf } from './ballot-key.server.ts'
import { findLastPublishedHead, type PublishedHead } from './published-heads.server.ts'
import type { VoterKey } from './voters.server.ts'

/**
 * What a voter may show to anybody: it proves that their ballot is in the count, and nothing of what is on it, so there is nothing in
 * it to sell. The code says "one of these ballots is mine"; the head fixes all that was recorded until then.
 */
export interface Receipt {
  code: string
  /** null before the first is published. */
  head: PublishedHead | null
}

/** null for who has not begun a ballot. */
export async function findReceipt(db: Kysely<Database>, key: VoterKey): Promise<Receipt | null> {
  const row = await db
    .selectFrom('ballotKey')
    .select('key')
    .where('contestId', '=', key.contestId)
    .where('voterId', '=', key.voterId)
    .executeTakeFirst()
  if (!row) return null
  const head = (await findLastPublishedHead(db, key.contestId)) ?? null
  return { code: receiptOf(row.key, key.contestId), head }
}
