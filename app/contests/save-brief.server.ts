import type { Kysely } from 'kysely'
import { recordActivity } from '#app/activity/record-activity.server.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { writing } from '#db/database.server.ts'
import type { Database } from '#db/schema.ts'
import type { Brief } from './brief.ts'
import { toRow, writeQuestions } from './brief-row.server.ts'
import { findContestFacts } from './contests.server.ts'
import { slugFor } from './create-contest.server.ts'

export interface SaveBriefDetails {
  contestId: string
  brief: Brief
  savedBy: string
  /** The `updatedAt` that the form was opened with; null to save over whatever is there. */
  seenAt: string | null
}

export type SaveBriefRefusal = 'contest-not-found' | 'brief-locked' | 'brief-changed-meanwhile'

/** Saves a whole draft. After publishing what it says is promised, and `clarifyBrief` is the only way to touch its text. */
export function saveBrief(
  db: Kysely<Database>,
  { contestId, brief, savedBy, seenAt }: SaveBriefDetails,
  now: Date,
): Promise<Outcome<{ slug: string; updatedAt: string }, SaveBriefRefusal>> {
  return writing(db, async (trx) => {
    const facts = await findContestFacts(trx, { id: contestId })
    if (!facts) return refused('contest-not-found')
    if (facts.schedule.publishedAt || facts.schedule.cancelledAt) return refused('brief-locked')
    if (seenAt !== null && seenAt !== facts.contest.updatedAt) return refused('brief-changed-meanwhile')

    const slug = await slugFor(trx, brief.title, contestId)
    const updatedAt = now.toISOString()
    await trx
      .updateTable('contest')
      .set({ ...toRow(brief), slug, updatedAt })
      .where('id', '=', contestId)
      .execute()
    await writeQuestions(trx, contestId, brief.questions)
    await recordActivity(trx, { at: now, kind: 'brief-changed', actorId: savedBy, contestId })
    return done({ slug, updatedAt })
  })
}
