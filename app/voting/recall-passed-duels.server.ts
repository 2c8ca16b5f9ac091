import type { Kysely } from 'kysely'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { prepare } from '#db/prepared.server.ts'
import type { Database } from '#db/schema.ts'
import { writingTogether } from '#db/write-together.server.ts'
import { readOwnDuels } from './duel-pairs.server.ts'
import { type HandedDuel, keepDuelInHand } from './hand-next-duel.server.ts'
import type { HandRefusal } from './hand-next-entry.server.ts'
import { admitVoter, type VoterKey } from './voters.server.ts'

/**
 * "Show me the ones I passed": they go back into the voter's hand, one after the other. Counts as no new exposure, and begins no ballot:
 * under attack that takes a proof (app/voting/proof).
 */
export function recallPassedDuels(
  db: Kysely<Database>,
  key: VoterKey,
  now: Date,
): Promise<Outcome<HandedDuel, HandRefusal | 'not-handed'>> {
  return writingTogether(db, (statements) => {
    const admission = admitVoter(statements, { ...key, method: 'duels' }, now)
    if (!admission.ok) return admission
    if (readOwnDuels(statements, key).length === 0) return refused('not-handed')
    statements.run(takeBack, key)
    return done({ duel: keepDuelInHand(statements, key, now) })
  })
}

const takeBack = prepare((db, p: VoterKey) =>
  db
    .updateTable('duel')
    .set({ passedAt: null })
    .where('contestId', '=', p.contestId)
    .where('voterId', '=', p.voterId)
    .where('passedAt', 'is not', null)
    .where('value', 'is', null),
)
