import type { Kysely } from 'kysely'
import type { Viewer } from '#app/accounts/roles.ts'
import type { ContestFacts } from '#app/contests/contests.server.ts'
import { maySee } from '#app/contests/seal.ts'
import type { Database } from '#db/schema.ts'
import { GALLERY_PAGE_ENTRIES, gallerySeed, type PagePlace, placePage, shuffleBySeed } from './gallery-order.ts'
import { entryIsPublished } from './visibility.server.ts'
import { listWallEntries, type WallEntry } from './wall-entries.server.ts'

export interface GalleryPage extends PagePlace {
  entries: WallEntry[]
  total: number
}

/** One page of a contest's gallery, or null while the seal hides its entries. */
export async function findGalleryPage(
  db: Kysely<Database>,
  { contest, viewer, page }: { contest: ContestFacts; viewer: Viewer | null; page: number },
  now: Date,
): Promise<GalleryPage | null> {
  if (!maySee(viewer, 'entries', contest, now)) return null
  const ids = await listPublishedIds(db, contest.contest.id)
  const place = placePage(page, ids.length)
  const ordered = shuffleBySeed(ids, gallerySeed(contest.contest.id, viewer?.id ?? null, now))
  const start = (place.page - 1) * GALLERY_PAGE_ENTRIES
  const shown = ordered.slice(start, start + GALLERY_PAGE_ENTRIES)
  return { ...place, total: ids.length, entries: await listWallEntries(db, shown, viewer, now) }
}

export async function listPublishedIds(db: Kysely<Database>, contestId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('entry')
    .select('entry.id')
    .where('entry.contestId', '=', contestId)
    .where(entryIsPublished())
    .execute()
  return rows.map(({ id }) => id)
}
