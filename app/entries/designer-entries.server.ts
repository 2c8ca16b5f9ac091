import type { Kysely } from 'kysely'
import type { Viewer } from '#app/accounts/roles.ts'
import type { Database } from '#db/schema.ts'
import { entryIsPublished } from './visibility.server.ts'
import { listWallEntries, type WallEntry } from './wall-entries.server.ts'

/**
 * What a designer's public page shows: the published entries they drew or had a hand in, of contests whose seal on authors is
 * open to this viewer, newest first. One's own page shows oneself the others too.
 */
export async function listEntriesOfDesigner(
  db: Kysely<Database>,
  { designerId, viewer }: { designerId: string; viewer: Viewer | null },
  now: Date,
): Promise<WallEntry[]> {
  const rows = await db
    .selectFrom('entry')
    .innerJoin('entrySubmission', 'entrySubmission.entryId', 'entry.id')
    .select('entry.id')
    .where(entryIsPublished())
    .where((eb) =>
      eb.or([
        eb('entry.designerId', '=', designerId),
        eb.exists(
          eb
            .selectFrom('collaborator')
            .select('collaborator.accountId')
            .whereRef('collaborator.entryId', '=', 'entry.id')
            .where('collaborator.accountId', '=', designerId)
            .where('collaborator.acceptedAt', 'is not', null),
        ),
      ]),
    )
    .orderBy('entrySubmission.submittedAt', 'desc')
    .orderBy('entry.id')
    .execute()
  const entries = await listWallEntries(
    db,
    rows.map(({ id }) => id),
    viewer,
    now,
  )
  return entries.filter(({ authors }) => authors !== null)
}

/** All that are somebody's, in whatever state. */
export async function listOwnEntryIds(db: Kysely<Database>, designerId: string): Promise<string[]> {
  const rows = await db.selectFrom('entry').select('id').where('designerId', '=', designerId).execute()
  return rows.map(({ id }) => id)
}
