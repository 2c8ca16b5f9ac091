import { randomBytes } from 'node:crypto'
import type { Kysely } from 'kysely'
import { recordActivity } from '#app/activity/record-activity.server.ts'
import { findContestFacts } from '#app/contests/contests.server.ts'
import { phaseAt } from '#app/contests/schedule.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { writing } from '#db/database.server.ts'
import type { Database } from '#db/schema.ts'
import { findCastBallots } from './cast-ballots.server.ts'
import { canonicalText, digestOf } from './digest.ts'
import { computeStandings } from './standings.ts'

export type FreezeRefusal = 'contest-not-found' | 'voting-not-closed'

/** As many as the digest has: guessing it is no easier than turning the digest round. */
const NONCE_BYTES = 32

export interface Frozen {
  frozenAt: string
  digest: string
  /** False when it was frozen before. */
  now: boolean
}

/**
 * Counts a closed vote, once: ballots stop, standings and digest are written and the digest enters the public record, all in
 * one transaction. `maySee` shows standings only behind the freeze, so the digest is public before any juror sees them.
 * Whoever comes first counts; the others find it done.
 */
export function freezeStandings(
  db: Kysely<Database>,
  { contestId }: { contestId: string },
  now: Date,
): Promise<Outcome<Frozen, FreezeRefusal>> {
  return writing(db, async (trx) => {
    const before = await trx.selectFrom('freeze').selectAll().where('contestId', '=', contestId).executeTakeFirst()
    if (before) return done({ frozenAt: before.frozenAt, digest: before.digest, now: false })
    const facts = await findContestFacts(trx, { id: contestId })
    if (!facts) return refused('contest-not-found')
    if (phaseAt(facts.schedule, now) !== 'jury') return refused('voting-not-closed')

    const { entries, begun, counted, staffVoters, staffBallots } = await findCastBallots(trx, contestId)
    const standings = computeStandings(entries, counted)
    const closedAt = facts.schedule.votingClosesAt
    const nonce = randomBytes(NONCE_BYTES).toString('hex')
    const vote = { contestId, closedAt, nonce, entries, ballots: counted, standings }
    const digest = await digestOf(canonicalText(vote))
    const totals = {
      digest,
      ballots: begun,
      countedBallots: counted.length,
      staffBallots,
      scores: counted.reduce((sum, ballot) => sum + ballot.scores.length, 0),
    }
    const frozenAt = now.toISOString()
    await trx
      .insertInto('freeze')
      .values({ contestId, frozenAt, nonce, ...totals })
      .execute()
    if (staffVoters.length > 0)
      await trx
        .insertInto('staffBallot')
        .values(staffVoters.map((voterId) => ({ contestId, voterId })))
        .execute()
    for (const line of standings)
      await trx
        .insertInto('standing')
        .values({ contestId, ...line })
        .execute()
    await recordActivity(trx, { at: now, kind: 'ballots-frozen', actorId: null, contestId, particulars: totals })
    return done({ frozenAt, digest, now: true })
  })
}
