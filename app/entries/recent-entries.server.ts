import type { Kysely } from 'kysely'
import type { Viewer } from '#app/accounts/roles.ts'
import type { Database } from '#db/schema.ts'
import { entryIsPublished } from './visibility.server.ts'
import { listWallEntries, type WallEntry } from './wall-entries.server.ts'

/**
 * The latest entries of all contests, newest first, never by votes. Only contests that were announced, have opened and were not
 * cancelled have any: `startEntry` makes none before.
 */
export async function listRecentEntries(
  db: Kysely<Database>,
  { viewer, most }: { viewer: Viewer | null; most: number },
  now: Date,
): Promise<WallEntry[]> {
  const rows = await db
    .selectFrom('entry')
    .innerJoin('entrySubmission', 'entrySubmission.entryId', 'entry.id')
    .leftJoin('cancellation', 'cancellation.contestId', 'entry.contestId')
    .select('entry.id')
    .where(entryIsPublished())
    .where('cancellation.contestId', 'is', null)
    .orderBy('entrySubmission.submittedAt', 'desc')
    .orderBy('entry.id')
    .limit(most)
    .execute()
  return listWallEntries(
    db,
    rows.map(({ id }) => id),
    viewer,
    now,
  )
}
