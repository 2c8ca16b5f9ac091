import type { Kysely } from 'kysely'
import { recordActivity } from '#app/activity/record-activity.server.ts'
import { done, type Outcome } from '#app/outcome.ts'
import { writing } from '#db/database.server.ts'
import type { Database } from '#db/schema.ts'
import { type Handed, type HandRefusal, keepInHand } from './hand-next-entry.server.ts'
import { admitVoter, type VoterKey } from './voters.server.ts'

/** "Show me the ones I passed": they go back into the voter's hand, one after the other. Counts as no new exposure. */
export function recallPassedEntries(
  db: Kysely<Database>,
  key: VoterKey,
  now: Date,
): Promise<Outcome<Handed, HandRefusal>> {
  return writing(db, async (trx) => {
    const admission = await admitVoter(trx, key, now)
    if (!admission.ok) return admission
    const { contestId, voterId } = key
    const recalled = await trx
      .updateTable('exposure')
      .set({ passedAt: null })
      .where('contestId', '=', contestId)
      .where('voterId', '=', voterId)
      .where('passedAt', 'is not', null)
      .where((eb) =>
        eb.not(
          eb.exists(
            eb
              .selectFrom('score')
              .select('value')
              .whereRef('score.entryId', '=', 'exposure.entryId')
              .where('score.voterId', '=', voterId),
          ),
        ),
      )
      .executeTakeFirst()
    const entries = Number(recalled.numUpdatedRows)
    if (entries > 0) {
      const kind = 'passed-entries-recalled'
      await recordActivity(trx, { at: now, kind, actorId: voterId, contestId, particulars: { entries } })
    }
    return done({ entryId: await keepInHand(trx, key, now) })
  })
}
