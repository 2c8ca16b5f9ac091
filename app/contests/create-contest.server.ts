import type { Kysely, Transaction } from 'kysely'
import { recordActivity } from '#app/activity/record-activity.server.ts'
import { done, type Outcome } from '#app/outcome.ts'
import { writing } from '#db/database.server.ts'
import { newId } from '#db/new-id.ts'
import type { Database, NewContest } from '#db/schema.ts'
import { toRow } from './brief-row.server.ts'
import { freeSlug, slugOf } from './slug.ts'
import { suggestBrief } from './suggested-brief.ts'

export interface CreateContestDetails {
  title: string
  /** IANA name; the suggested calendar is made in it. */
  zone: string
  createdBy: string
}

/** Opens a draft with everything that has a sensible beginning filled in. Nobody but admins sees it. */
export function createContest(
  db: Kysely<Database>,
  { title, zone, createdBy }: CreateContestDetails,
  now: Date,
): Promise<Outcome<{ contestId: string; slug: string }, never>> {
  return writing(db, async (trx) => {
    const contestId = newId()
    const slug = await slugFor(trx, title, contestId)
    const row: NewContest = {
      ...toRow(suggestBrief(title, zone, now)),
      id: contestId,
      slug,
      createdBy,
      createdAt: now.toISOString(),
      updatedAt: now.toISOString(),
    }
    await trx.insertInto('contest').values(row).execute()
    await recordActivity(trx, { at: now, kind: 'contest-drafted', actorId: createdBy, contestId })
    return done({ contestId, slug })
  })
}

/** The contest's own slug does not stand in its way. */
export async function slugFor(trx: Transaction<Database>, title: string, contestId: string): Promise<string> {
  const slug = slugOf(title)
  const taken = await trx
    .selectFrom('contest')
    .select('slug')
    .where('slug', 'like', `${slug}%`)
    .where('id', '!=', contestId)
    .execute()
  return freeSlug(
    slug,
    taken.map((row) => row.slug),
  )
}
