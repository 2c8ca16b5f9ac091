import type { Kysely } from 'kysely'
import { recordActivity } from '#app/activity/record-activity.server.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { writing } from '#db/database.server.ts'
import type { Database } from '#db/schema.ts'
import { findContestFacts } from './contests.server.ts'
import { clarified, textOf } from './promises.ts'
import { phaseAt } from './schedule.ts'

export interface ClarifyBriefDetails {
  contestId: string
  summary: string
  /** Markdown. */
  brief: string
  clarifiedBy: string
  /** The version that the form was opened with. */
  seenVersion: number
}

export type ClarifyBriefRefusal =
  | 'contest-not-found'
  | 'brief-past-clarifying'
  | 'brief-changed-meanwhile'
  | 'brief-unchanged'

/**
 * Makes the text of a published brief clearer, as a new version whose difference is public. Once voting opens the entries no longer
 * change, and neither does the question they answered.
 */
export function clarifyBrief(
  db: Kysely<Database>,
  { contestId, summary, brief, clarifiedBy, seenVersion }: ClarifyBriefDetails,
  now: Date,
): Promise<Outcome<{ version: number }, ClarifyBriefRefusal>> {
  return writing(db, async (trx) => {
    const facts = await findContestFacts(trx, { id: contestId })
    if (!facts) return refused('contest-not-found')
    const phase = phaseAt(facts.schedule, now)
    if (phase !== 'announced' && phase !== 'open') return refused('brief-past-clarifying')
    const latest = await trx
      .selectFrom('publication')
      .select(['version', 'promises'])
      .where('contestId', '=', contestId)
      .orderBy('version', 'desc')
      .executeTakeFirstOrThrow()
    if (latest.version !== seenVersion) return refused('brief-changed-meanwhile')
    const before = textOf(latest.promises)
    if (before.summary === summary && before.brief === brief) return refused('brief-unchanged')

    const version = latest.version + 1
    const at = now.toISOString()
    const promises = clarified(latest.promises, { summary, brief })
    await trx.updateTable('contest').set({ summary, brief, updatedAt: at }).where('id', '=', contestId).execute()
    await trx
      .insertInto('publication')
      .values({ contestId, version, promises, publishedBy: clarifiedBy, publishedAt: at })
      .execute()
    await recordActivity(trx, {
      at: now,
      kind: 'brief-clarified',
      actorId: clarifiedBy,
      contestId,
      particulars: { version },
    })
    return done({ version })
  })
}
