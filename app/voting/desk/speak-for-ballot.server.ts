import type { Kysely } from 'kysely'
import { findViewerById } from '#app/accounts/viewers.server.ts'
import { findContestFacts } from '#app/contests/contests.server.ts'
import { maySee } from '#app/contests/seal.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { writing } from '#db/database.server.ts'
import type { Database } from '#db/schema.ts'
import type { VoterKey } from '../voters.server.ts'
import { isDeskClosed } from './case-rows.server.ts'
import { findOwnHold } from './own-holds.server.ts'

export type SpeakRefusal = 'nothing-held' | 'desk-closed' | 'already-spoken'

/** Lays a voter's words beside the case of their held ballot, without their name. Once, while the desk is still at work. */
export function speakForBallot(
  db: Kysely<Database>,
  { words, ...voter }: VoterKey & { words: string },
  now: Date,
): Promise<Outcome<null, SpeakRefusal>> {
  return writing(db, async (trx) => {
    const facts = await findContestFacts(trx, { id: voter.contestId })
    const viewer = await findViewerById(trx, voter.voterId)
    const hold = facts && maySee(viewer, 'desk', facts, now) ? await findOwnHold(trx, voter) : null
    if (!facts || hold?.kind !== 'held') return refused('nothing-held')
    if (isDeskClosed(facts)) return refused('desk-closed')
    if (hold.spoken) return refused('already-spoken')
    await trx.insertInto('caseWord').values({ caseId: hold.caseId, words, saidAt: now.toISOString() }).execute()
    return done(null)
  })
}
