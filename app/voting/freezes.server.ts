import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'
import type { Head } from './record.ts'

/**
 * What everybody may know of the close before the decision: when the ballots were frozen and where the record ended then; once they
 * are counted, when that was and the digest of all that was counted. The contest's log adds how many ballots and scores there were:
 * participation is never sealed (DESIGN.md, Voting 5).
 */
export interface PublicFreeze {
  frozenAt: string
  head: Head
  tally: { countedAt: string; digest: string } | null
}

export async function findFreeze(db: Kysely<Database>, contestId: string): Promise<PublicFreeze | undefined> {
  const row = await db
    .selectFrom('freeze')
    .leftJoin('tally', 'tally.contestId', 'freeze.contestId')
    .select(['freeze.frozenAt', 'freeze.sequence', 'freeze.hash', 'tally.countedAt', 'tally.digest'])
    .where('freeze.contestId', '=', contestId)
    .executeTakeFirst()
  if (!row) return undefined
  const { frozenAt, sequence, hash, countedAt, digest } = row
  const tally = countedAt !== null && digest !== null ? { countedAt, digest } : null
  return { frozenAt, head: { sequence, hash }, tally }
}
