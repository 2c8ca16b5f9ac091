import type { Kysely } from 'kysely'
import { done, type Outcome } from '#app/outcome.ts'
import { prepare } from '#db/prepared.server.ts'
import type { Database } from '#db/schema.ts'
import type { Statements } from '#db/sqlite-connection.server.ts'
import { writingTogether } from '#db/write-together.server.ts'
import type { VoteRefusal } from './ballot.ts'
import { readHand, readNextInQueue } from './exposures.server.ts'
import { admitVoter, type VoterKey, type WayRefusal } from './voters.server.ts'

export type HandRefusal = VoteRefusal | WayRefusal | 'contest-not-found'

/** What the voter holds afterwards; null when the queue has nothing left for them. */
export interface Handed {
  entryId: string | null
}

/** Begins or resumes a ballot: gives what is in hand, else hands the next. Asked twice, it hands once. */
export function handNextEntry(db: Kysely<Database>, key: VoterKey, now: Date): Promise<Outcome<Handed, HandRefusal>> {
  return writingTogether(db, (statements) => {
    const admission = admitVoter(statements, { ...key, method: 'scores' }, now)
    if (!admission.ok) return admission
    return done({ entryId: keepInHand(statements, key, now) })
  })
}

const insertExposure = prepare((db, p: VoterKey & { entryId: string; handedAt: string }) =>
  db.insertInto('exposure').values({
    contestId: p.contestId,
    entryId: p.entryId,
    voterId: p.voterId,
    handedAt: p.handedAt,
    passedAt: null,
  }),
)

/**
 * The same inside another verb's work, for a voter who was admitted there: a score hands the next entry.
 *
 * @param scored the entry that was scored in this very work
 */
export function keepInHand(statements: Statements, key: VoterKey, now: Date, scored?: string): string | null {
  const hand = readHand(statements, key, scored)
  if (hand.entryId) return hand.entryId
  const entryId = readNextInQueue(statements, key, hand.handed)
  if (entryId) {
    const { contestId, voterId } = key
    statements.run(insertExposure, { contestId, voterId, entryId, handedAt: now.toISOString() })
  }
  return entryId
}
