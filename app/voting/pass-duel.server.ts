import type { Kysely } from 'kysely'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { prepare } from '#db/prepared.server.ts'
import type { Database } from '#db/schema.ts'
import { writingTogether } from '#db/write-together.server.ts'
import { type HandedDuel, keepDuelInHand } from './hand-next-duel.server.ts'
import type { PassRefusal } from './pass-entry.server.ts'
import { admitVoter, type VoterKey } from './voters.server.ts'

/** Sets a duel aside without an answer and hands the next. "Neither" is an answer, a pass is none; what has an answer keeps it. */
export function passDuel(
  db: Kysely<Database>,
  { number, ...key }: VoterKey & { number: number },
  now: Date,
): Promise<Outcome<HandedDuel, PassRefusal>> {
  return writingTogether(db, (statements) => {
    const admission = admitVoter(statements, { ...key, method: 'duels' }, now)
    if (!admission.ok) return admission
    const handed = statements.first(handing, { ...key, number })
    if (!handed) return refused('not-handed')
    if (handed.passedAt === null && handed.value === null)
      statements.run(setAside, { ...key, number, at: now.toISOString() })
    return done({ duel: keepDuelInHand(statements, key, now) })
  })
}

type DuelKey = VoterKey & { number: number }

const handing = prepare((db, p: DuelKey) =>
  db
    .selectFrom('duel')
    .where('contestId', '=', p.contestId)
    .where('voterId', '=', p.voterId)
    .where('number', '=', p.number)
    .select(['passedAt', 'value']),
)

const setAside = prepare((db, p: DuelKey & { at: string }) =>
  db
    .updateTable('duel')
    .set({ passedAt: p.at })
    .where('contestId', '=', p.contestId)
    .where('voterId', '=', p.voterId)
    .where('number', '=', p.number),
)
