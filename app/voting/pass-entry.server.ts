import type { Kysely } from 'kysely'
import { recordActivity } from '#app/activity/record-activity.server.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { writing } from '#db/database.server.ts'
import type { Database } from '#db/schema.ts'
import type { VoteRefusal } from './ballot.ts'
import { type Handed, keepInHand } from './hand-next-entry.server.ts'
import { admitVoter, type VoterKey } from './voters.server.ts'

export type PassRefusal = VoteRefusal | 'contest-not-found' | 'not-handed'

/** Sets an entry aside without a score and hands the next. A pass is no opinion; what has a score keeps it. */
export function passEntry(
  db: Kysely<Database>,
  { entryId, ...key }: VoterKey & { entryId: string },
  now: Date,
): Promise<Outcome<Handed, PassRefusal>> {
  return writing(db, async (trx) => {
    const admission = await admitVoter(trx, key, now)
    if (!admission.ok) return admission
    const exposure = await trx
      .selectFrom('exposure')
      .leftJoin('score', (join) =>
        join.onRef('score.entryId', '=', 'exposure.entryId').onRef('score.voterId', '=', 'exposure.voterId'),
      )
      .select(['exposure.passedAt', 'score.value'])
      .where('exposure.contestId', '=', key.contestId)
      .where('exposure.entryId', '=', entryId)
      .where('exposure.voterId', '=', key.voterId)
      .executeTakeFirst()
    if (!exposure) return refused('not-handed')
    if (exposure.passedAt === null && exposure.value === null) {
      await trx
        .updateTable('exposure')
        .set({ passedAt: now.toISOString() })
        .where('entryId', '=', entryId)
        .where('voterId', '=', key.voterId)
        .execute()
      const { contestId, voterId } = key
      await recordActivity(trx, { at: now, kind: 'entry-passed', actorId: voterId, contestId, entryId })
    }
    return done({ entryId: await keepInHand(trx, key, now) })
  })
}
