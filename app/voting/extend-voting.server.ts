import type { Kysely } from 'kysely'
import { oweLetters } from '#app/activity/owe-letters.server.ts'
import { recordActivity } from '#app/activity/record-activity.server.ts'
import { findContestFacts } from '#app/contests/contests.server.ts'
import { type Extension, nextExtension } from '#app/contests/extension.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { writing } from '#db/database.server.ts'
import type { Database } from '#db/schema.ts'
import { findExtensionReaders } from './extension-readers.server.ts'
import { isAnEntryWanting } from './scores-wanting.server.ts'

export type ExtendRefusal = 'contest-not-found' | 'nothing-to-extend'

export interface Extended {
  fromAt: string
  toAt: string
  /** How many days after the close that people announced. */
  day: number
}

/** Moves the close of a vote that is over and in which an entry lacks scores: the brief's own rule, which nobody sets off or stops. */
export async function extendVoting(
  db: Kysely<Database>,
  { contestId }: { contestId: string },
  now: Date,
): Promise<Outcome<Extended, ExtendRefusal>> {
  const seen = await findDueExtension(db, contestId, now)
  if (!seen) return refused('nothing-to-extend')
  return writing(db, async (trx) => {
    const facts = await findContestFacts(trx, { id: contestId })
    if (!facts) return refused('contest-not-found')
    const extension = nextExtension(facts, now)
    if (extension?.toAt !== seen.toAt) return refused('nothing-to-extend')
    const { day, toAt, decisionDueAt } = extension
    const { votingClosesAt: fromAt, extendedFrom } = facts.schedule
    const { minimumScores } = facts.contest
    await trx.updateTable('contest').set({ votingClosesAt: toAt, decisionDueAt }).where('id', '=', contestId).execute()
    await trx
      .insertInto('votingExtension')
      .values({ contestId, day, announcedAt: extendedFrom ?? fromAt, fromAt, toAt, extendedAt: now.toISOString() })
      .execute()
    const particulars = { fromAt, toAt, minimumScores }
    await recordActivity(trx, { at: now, kind: 'voting-extended', actorId: null, contestId, particulars })
    // That voting goes on is told in letters once, further days on the pages.
    if (extendedFrom === null) {
      const { makerIds, voterIds } = await findExtensionReaders(trx, contestId)
      await oweLetters(trx, { contestId, kind: 'extended-to-maker', accountIds: makerIds }, now)
      await oweLetters(trx, { contestId, kind: 'extended-to-voter', accountIds: voterIds }, now)
    }
    return done({ fromAt, toAt, day })
  })
}

/** Where the close would have to move now; null when it may stay. */
export async function findDueExtension(db: Kysely<Database>, contestId: string, now: Date): Promise<Extension | null> {
  const facts = await findContestFacts(db, { id: contestId })
  const extension = facts ? nextExtension(facts, now) : null
  if (!facts || !extension) return null
  const { minimumScores, method } = facts.contest
  return (await isAnEntryWanting(db, { contestId, method, least: minimumScores })) ? extension : null
}
