import type { Kysely } from 'kysely'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { prepare } from '#db/prepared.server.ts'
import type { Database } from '#db/schema.ts'
import { writingTogether } from '#db/write-together.server.ts'
import type { VoteRefusal } from './ballot.ts'
import { type Handed, keepInHand } from './hand-next-entry.server.ts'
import { admitVoter, type VoterKey, type WayRefusal } from './voters.server.ts'

export type PassRefusal = VoteRefusal | WayRefusal | 'contest-not-found' | 'not-handed'

/** Sets an entry aside without a score and hands the next. A pass is no opinion; what has a score keeps it. */
export function passEntry(
  db: Kysely<Database>,
  { entryId, ...key }: VoterKey & { entryId: string },
  now: Date,
): Promise<Outcome<Handed, PassRefusal>> {
  return writingTogether(db, (statements) => {
    const admission = admitVoter(statements, { ...key, method: 'scores' }, now)
    if (!admission.ok) return admission
    const handed = statements.first(handing, { ...key, entryId })
    if (!handed) return refused('not-handed')
    if (handed.passedAt === null && handed.value === null)
      statements.run(setAside, { ...key, entryId, at: now.toISOString() })
    return done({ entryId: keepInHand(statements, key, now) })
  })
}

const handing = prepare((db, p: VoterKey & { entryId: string }) =>
  db
    .selectFrom('exposure')
    .select(['passedAt', 'value'])
    .where('contestId', '=', p.contestId)
    .where('entryId', '=', p.entryId)
    .where('voterId', '=', p.voterId),
)

const setAside = prepare((db, p: VoterKey & { entryId: string; at: string }) =>
  db
    .updateTable('exposure')
    .set({ passedAt: p.at })
    .where('contestId', '=', p.contestId)
    .where('voterId', '=', p.voterId)
    .where('entryId', '=', p.entryId),
)
