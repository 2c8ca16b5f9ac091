import { randomBytes } from 'node:crypto'
import type { Kysely } from 'kysely'
import { recordActivity } from '#app/activity/record-activity.server.ts'
import { findContestFacts } from '#app/contests/contests.server.ts'
import { phaseAt } from '#app/contests/schedule.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { writing } from '#db/database.server.ts'
import type { Database } from '#db/schema.ts'
import { recordEvents } from './append-event.server.ts'
import { listUnrecordedWithdrawals } from './entries-gone.server.ts'
import { findDueExtension } from './extend-voting.server.ts'
import { publishHead } from './publish-heads.server.ts'

export type CloseRefusal = 'contest-not-found' | 'voting-not-closed' | 'voting-to-be-extended'

/** As many as the digest has: guessing it is no easier than turning the digest round. */
const NONCE_BYTES = 32

export interface Closed {
  frozenAt: string
  /** False when it was frozen before. */
  now: boolean
}

/**
 * Ends a vote whose time is over, once and in an instant, however many voted: one row, from which on triggers refuse whatever a voter
 * does, and the head of the record at that moment enters the public log. The count comes later (count-votes.server.ts) and can only
 * be of what was there now. Where an entry lacks scores that the brief asks for, voting is extended instead (extend-voting.server.ts).
 */
export async function closeVoting(
  db: Kysely<Database>,
  { contestId }: { contestId: string },
  now: Date,
): Promise<Outcome<Closed, CloseRefusal>> {
  // Before the transaction: in a large vote looking takes a while, and no score comes meanwhile.
  if (await findDueExtension(db, contestId, now)) return refused('voting-to-be-extended')
  return writing(db, async (trx) => {
    const facts = await findContestFacts(trx, { id: contestId })
    if (!facts) return refused('contest-not-found')
    if (facts.frozenAt !== null) return done({ frozenAt: facts.frozenAt, now: false })
    if (phaseAt(facts.schedule, now) !== 'jury') return refused('voting-not-closed')

    const happened = await listUnrecordedWithdrawals(trx, contestId)
    const { sequence, hash } = await recordEvents(trx, { contestId, happened }, now)
    const frozenAt = now.toISOString()
    const nonce = randomBytes(NONCE_BYTES).toString('hex')
    await trx.insertInto('freeze').values({ contestId, frozenAt, sequence, hash, nonce }).execute()
    await publishHead(trx, { contestId }, now)
    const particulars = { sequence, head: hash }
    await recordActivity(trx, { at: now, kind: 'ballots-frozen', actorId: null, contestId, particulars })
    return done({ frozenAt, now: true })
  })
}
