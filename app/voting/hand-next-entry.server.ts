import type { Kysely, Transaction } from 'kysely'
import { recordActivity } from '#app/activity/record-activity.server.ts'
import { done, type Outcome } from '#app/outcome.ts'
import { writing } from '#db/database.server.ts'
import type { Database } from '#db/schema.ts'
import type { VoteRefusal } from './ballot.ts'
import { findEntryInHand, findNextInQueue } from './exposures.server.ts'
import { admitVoter, type VoterKey } from './voters.server.ts'

export type HandRefusal = VoteRefusal | 'contest-not-found'

/** What the voter holds afterwards; null when the queue has nothing left for them. */
export interface Handed {
  entryId: string | null
}

/** Begins or resumes a ballot: gives what is in hand, else hands the next. Asked twice, it hands once. */
export function handNextEntry(db: Kysely<Database>, key: VoterKey, now: Date): Promise<Outcome<Handed, HandRefusal>> {
  return writing(db, async (trx) => {
    const admission = await admitVoter(trx, key, now)
    if (!admission.ok) return admission
    return done({ entryId: await keepInHand(trx, key, now) })
  })
}

/** The same inside another verb's transaction, for a voter who was admitted there: a score hands the next entry. */
export async function keepInHand(trx: Transaction<Database>, key: VoterKey, now: Date): Promise<string | null> {
  const inHand = await findEntryInHand(trx, key)
  if (inHand) return inHand
  const entryId = await findNextInQueue(trx, key)
  if (!entryId) return null
  await trx
    .insertInto('exposure')
    .values({ ...key, entryId, handedAt: now.toISOString(), passedAt: null })
    .execute()
  const { contestId, voterId } = key
  await recordActivity(trx, { at: now, kind: 'entry-handed', actorId: voterId, contestId, entryId })
  return entryId
}
