import type { Kysely } from 'kysely'
import { insertActivity } from '#app/activity/record-activity.server.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { prepare } from '#db/prepared.server.ts'
import type { Database } from '#db/schema.ts'
import { writingTogether } from '#db/write-together.server.ts'
import { readHand } from './exposures.server.ts'
import { type Handed, type HandRefusal, keepInHand } from './hand-next-entry.server.ts'
import { admitVoter, type VoterKey } from './voters.server.ts'

/**
 * "Show me the ones I passed": they go back into the voter's hand, one after the other. Counts as no new exposure, and begins no ballot:
 * under attack that takes a proof (app/voting/proof).
 */
export function recallPassedEntries(
  db: Kysely<Database>,
  key: VoterKey,
  now: Date,
): Promise<Outcome<Handed, HandRefusal | 'not-handed'>> {
  return writingTogether(db, (statements) => {
    const admission = admitVoter(statements, { ...key, method: 'scores' }, now)
    if (!admission.ok) return admission
    if (readHand(statements, key).handed === 0) return refused('not-handed')
    const { contestId, voterId } = key
    const entries = statements.run(takeBack, key)
    if (entries > 0) {
      const kind = 'passed-entries-recalled'
      insertActivity(statements, { at: now, kind, actorId: voterId, contestId, particulars: { entries } })
    }
    return done({ entryId: keepInHand(statements, key, now) })
  })
}

const takeBack = prepare((db, p: VoterKey) =>
  db
    .updateTable('exposure')
    .set({ passedAt: null })
    .where('contestId', '=', p.contestId)
    .where('voterId', '=', p.voterId)
    .where('passedAt', 'is not', null)
    .where('value', 'is', null),
)
