import type { Kysely } from 'kysely'
import { insertActivity } from '#app/activity/record-activity.server.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { prepare } from '#db/prepared.server.ts'
import type { Database } from '#db/schema.ts'
import { writingTogether } from '#db/write-together.server.ts'
import type { VoteRefusal } from './ballot.ts'
import { readWhose } from './scorable-entries.server.ts'
import { admitVoter, type VoterKey, type WayRefusal } from './voters.server.ts'

export type WouldBuyRefusal = VoteRefusal | WayRefusal | 'contest-not-found' | 'entry-gone' | 'own-entry'

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
  return writingTogether(db, (statements) => {
    const admission = admitVoter(statements, key, now)
    if (!admission.ok) return admission
    const { whose } = readWhose(statements, key, entryId)
    if (whose === 'gone') return refused('entry-gone')
    if (whose === 'own') return refused('own-entry')
    const { contestId, voterId } = key
    const changed = wouldBuy
      ? statements.run(mark, { contestId, entryId, accountId: voterId, markedAt: now.toISOString() })
      : statements.run(unmark, { entryId, accountId: voterId })
    if (changed > 0) {
      const kind = wouldBuy ? 'would-buy-marked' : 'would-buy-unmarked'
      insertActivity(statements, { at: now, kind, actorId: voterId, contestId, entryId })
    }
    return done({ wouldBuy })
  })
}

const mark = prepare((db, p: { contestId: string; entryId: string; accountId: string; markedAt: string }) =>
  db
    .insertInto('buyMark')
    .values({ contestId: p.contestId, entryId: p.entryId, accountId: p.accountId, markedAt: p.markedAt })
    .onConflict((conflict) => conflict.columns(['entryId', 'accountId']).doNothing()),
)

const unmark = prepare((db, p: { entryId: string; accountId: string }) =>
  db.deleteFrom('buyMark').where('entryId', '=', p.entryId).where('accountId', '=', p.accountId),
)
