import type { Kysely } from 'kysely'
import { done, type Outcome } from '#app/outcome.ts'
import { prepare } from '#db/prepared.server.ts'
import type { Database } from '#db/schema.ts'
import type { Statements } from '#db/sqlite-connection.server.ts'
import { writingTogether } from '#db/write-together.server.ts'
import { type HeldDuel, readDuelInHand, readNextPair, readOwnDuels } from './duel-pairs.server.ts'
import type { HandRefusal } from './hand-next-entry.server.ts'
import { admitVoter, type VoterKey } from './voters.server.ts'

/** What the voter holds afterwards; null when there is nothing left to compare. */
export interface HandedDuel {
  duel: HeldDuel | null
}

/** Begins or resumes a ballot of duels: gives what is in hand, else hands the next two. Asked twice, it hands once. */
export function handNextDuel(
  db: Kysely<Database>,
  key: VoterKey,
  now: Date,
): Promise<Outcome<HandedDuel, HandRefusal>> {
  return writingTogether(db, (statements) => {
    const admission = admitVoter(statements, { ...key, method: 'duels' }, now)
    if (!admission.ok) return admission
    return done({ duel: keepDuelInHand(statements, key, now) })
  })
}

/** The same inside another verb's work, for a voter who was admitted there: an answer hands the next duel. */
export function keepDuelInHand(statements: Statements, key: VoterKey, now: Date): HeldDuel | null {
  const inHand = readDuelInHand(statements, key)
  if (inHand) return inHand
  const own = readOwnDuels(statements, key)
  const pair = readNextPair(statements, key, own)
  if (!pair) return null
  const number = own.length + 1
  const handedAt = now.toISOString()
  const newToVoter = pair.filter((entryId) => statements.run(insertExposure, { ...key, entryId, handedAt }) > 0)
  const firstLook = newToVoter.length > 0 ? 1 : 0
  statements.run(insertDuel, { ...key, number, firstId: pair[0], secondId: pair[1], firstLook, handedAt })
  return { number, pair }
}

/** Once for a voter and an entry, in however many duels they meet it. */
const insertExposure = prepare((db, p: VoterKey & { entryId: string; handedAt: string }) =>
  db
    .insertInto('exposure')
    .values({
      contestId: p.contestId,
      entryId: p.entryId,
      voterId: p.voterId,
      handedAt: p.handedAt,
      passedAt: null,
    })
    .onConflict((conflict) => conflict.columns(['contestId', 'voterId', 'entryId']).doNothing()),
)

const insertDuel = prepare(
  (db, p: VoterKey & { number: number; firstId: string; secondId: string; firstLook: 0 | 1; handedAt: string }) =>
    db.insertInto('duel').values({
      contestId: p.contestId,
      voterId: p.voterId,
      number: p.number,
      firstId: p.firstId,
      secondId: p.secondId,
      firstLook: p.firstLook,
      handedAt: p.handedAt,
      passedAt: null,
      value: null,
      answeredAt: null,
      changedAt: null,
    }),
)
