import type { Kysely, Transaction } from 'kysely'
import { recordActivity } from '#app/activity/record-activity.server.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { writing } from '#db/database.server.ts'
import type { Database } from '#db/schema.ts'
import type { VoteRefusal } from './ballot.ts'
import { findWhose } from './scorable-entries.server.ts'
import { admitVoter, type VoterKey } from './voters.server.ts'

export type WouldBuyRefusal = VoteRefusal | 'contest-not-found' | 'entry-gone' | 'own-entry'

export interface WouldBuyDetails extends VoterKey {
  entryId: string
  /** Said, not toggled: a form sent twice says the same thing twice. */
  wouldBuy: boolean
}

/**
 * "I'd buy it", or no longer. It needs no handing: a link to an entry may bring buyers, never points. While voting is open
 * only, since before that the entry can still change.
 */
export function markWouldBuy(
  db: Kysely<Database>,
  { entryId, wouldBuy, ...key }: WouldBuyDetails,
  now: Date,
): Promise<Outcome<{ wouldBuy: boolean }, WouldBuyRefusal>> {
  return writing(db, async (trx) => {
    const admission = await admitVoter(trx, key, now)
    if (!admission.ok) return admission
    const { whose } = await findWhose(trx, key, entryId)
    if (whose === 'gone') return refused('entry-gone')
    if (whose === 'own') return refused('own-entry')
    const changed = wouldBuy ? await mark(trx, key, entryId, now) : await unmark(trx, key, entryId)
    if (changed) {
      const kind = wouldBuy ? 'would-buy-marked' : 'would-buy-unmarked'
      await recordActivity(trx, { at: now, kind, actorId: key.voterId, contestId: key.contestId, entryId })
    }
    return done({ wouldBuy })
  })
}

async function mark(
  trx: Transaction<Database>,
  { contestId, voterId }: VoterKey,
  entryId: string,
  now: Date,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows = 0n } = await trx
    .insertInto('buyMark')
    .values({ contestId, entryId, accountId: voterId, markedAt: now.toISOString() })
    .onConflict((conflict) => conflict.columns(['entryId', 'accountId']).doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows > 0n
}

async function unmark(trx: Transaction<Database>, { voterId }: VoterKey, entryId: string): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('buyMark')
    .where('entryId', '=', entryId)
    .where('accountId', '=', voterId)
    .executeTakeFirst()
  return numDeletedRows > 0n
}
