import type { Kysely, Transaction } from 'kysely'
import { recordActivity } from '#app/activity/record-activity.server.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { writing } from '#db/database.server.ts'
import type { Database } from '#db/schema.ts'
import type { Score, VoteRefusal } from './ballot.ts'
import { type Handed, keepInHand } from './hand-next-entry.server.ts'
import { findWhose } from './scorable-entries.server.ts'
import { admitVoter, type VoterKey } from './voters.server.ts'

export type CastRefusal = VoteRefusal | 'contest-not-found' | 'entry-gone' | 'own-entry' | 'not-handed'

export interface ScoreDetails extends VoterKey {
  entryId: string
  value: Score
}

export interface Cast extends Handed {
  /** 'same' when the very score was there: posting it again changes nothing and is not an error. */
  what: 'first' | 'changed' | 'same'
  /** Of the entry that was scored. */
  title: string
}

/**
 * The rule of scoring, whatever door the score comes by: only what the queue handed to this voter, until the close. One row
 * for a voter and an entry. A first score hands the next entry in the same transaction.
 */
export function castScore(
  db: Kysely<Database>,
  { entryId, value, ...key }: ScoreDetails,
  now: Date,
): Promise<Outcome<Cast, CastRefusal>> {
  return writing(db, async (trx) => {
    const admission = await admitVoter(trx, key, now)
    if (!admission.ok) return admission
    const entry = await findWhose(trx, key, entryId)
    if (entry.whose === 'gone') return refused('entry-gone')
    if (entry.whose === 'own') return refused('own-entry')
    if (!(await wasHanded(trx, key, entryId))) return refused('not-handed')

    const what = await putScore(trx, key, { entryId, value }, now)
    if (what !== 'same') {
      const kind = what === 'first' ? 'score-cast' : 'score-changed'
      await recordActivity(trx, { at: now, kind, actorId: key.voterId, contestId: key.contestId, entryId })
    }
    return done({ what, title: entry.title, entryId: await keepInHand(trx, key, now) })
  })
}

async function wasHanded(trx: Transaction<Database>, { voterId }: VoterKey, entryId: string): Promise<boolean> {
  const exposure = await trx
    .selectFrom('exposure')
    .select('entryId')
    .where('entryId', '=', entryId)
    .where('voterId', '=', voterId)
    .executeTakeFirst()
  return exposure !== undefined
}

async function putScore(
  trx: Transaction<Database>,
  { contestId, voterId }: VoterKey,
  { entryId, value }: { entryId: string; value: Score },
  now: Date,
): Promise<Cast['what']> {
  const at = now.toISOString()
  const before = await trx
    .selectFrom('score')
    .select('value')
    .where('entryId', '=', entryId)
    .where('voterId', '=', voterId)
    .executeTakeFirst()
  if (before?.value === value) return 'same'
  await trx
    .insertInto('score')
    .values({ contestId, entryId, voterId, value, castAt: at, changedAt: at })
    .onConflict((conflict) => conflict.columns(['entryId', 'voterId']).doUpdateSet({ value, changedAt: at }))
    .execute()
  return before ? 'changed' : 'first'
}
