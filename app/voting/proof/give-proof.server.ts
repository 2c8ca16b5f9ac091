import type { Kysely } from 'kysely'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { writing } from '#db/database.server.ts'
import type { Database } from '#db/schema.ts'
import type { VoterKey } from '../voters.server.ts'
import { isSolved, readChallenge } from './challenges.server.ts'
import { type ProofForm, WAIT_SECONDS } from './work.ts'

export type ProofRefusal = 'proof-wanted' | 'proof-wrong' | 'proof-too-early'

/** Takes a voter's proof: work that was done, or a wait that was waited. Nothing but the beginning of a ballot hangs on it. */
export async function giveProof(
  db: Kysely<Database>,
  { challenge, solution, ...voter }: VoterKey & ProofForm,
  now: Date,
): Promise<Outcome<'work' | 'wait', ProofRefusal>> {
  const issuedAt = readChallenge(challenge, voter, now)
  if (issuedAt === null) return refused('proof-wanted')
  if (solution !== '' && !(await isSolved(challenge, solution))) return refused('proof-wrong')
  if (solution === '' && now.getTime() < issuedAt.getTime() + WAIT_SECONDS * 1000) return refused('proof-too-early')
  const kind = solution === '' ? 'wait' : 'work'
  await writing(db, (trx) =>
    trx
      .insertInto('proof')
      .values({ ...voter, kind, provenAt: now.toISOString() })
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  )
  return done(kind)
}
