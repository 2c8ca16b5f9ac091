import type { Kysely } from 'kysely'
import { recordActivity } from '#app/activity/record-activity.server.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { writing } from '#db/database.server.ts'
import type { Database } from '#db/schema.ts'
import { findPublishable } from './briefs.server.ts'
import { promisesOf } from './promises.ts'
import { reasonsNotToPublish } from './publishing.ts'

export interface PublishContestDetails {
  contestId: string
  publishedBy: string
  /** The `updatedAt` that the person read before deciding; null to publish what is there. */
  seenAt: string | null
}

export type PublishContestRefusal =
  | 'contest-not-found'
  | 'contest-already-published'
  | 'contest-cancelled'
  | 'brief-changed-meanwhile'
  | 'brief-not-ready'

const FIRST_VERSION = 1

/** Announces a contest. From here on what it promises is locked, and the calendar moves only through logged acts. */
export function publishContest(
  db: Kysely<Database>,
  { contestId, publishedBy, seenAt }: PublishContestDetails,
  now: Date,
): Promise<Outcome<{ slug: string }, PublishContestRefusal>> {
  return writing(db, async (trx) => {
    const draft = await findPublishable(trx, contestId)
    if (!draft) return refused('contest-not-found')
    if (draft.schedule.cancelledAt) return refused('contest-cancelled')
    if (draft.schedule.publishedAt) return refused('contest-already-published')
    if (seenAt !== null && seenAt !== draft.updatedAt) return refused('brief-changed-meanwhile')
    if (reasonsNotToPublish(draft, now).length > 0) return refused('brief-not-ready')

    const promises = promisesOf(draft.brief)
    const at = now.toISOString()
    await trx
      .insertInto('publication')
      .values({ contestId, version: FIRST_VERSION, promises, publishedBy, publishedAt: at })
      .execute()
    await recordActivity(trx, {
      at: now,
      kind: 'contest-published',
      actorId: publishedBy,
      contestId,
      particulars: { version: FIRST_VERSION },
    })
    return done({ slug: draft.slug })
  })
}
