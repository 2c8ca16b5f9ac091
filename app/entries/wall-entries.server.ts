import type { Kysely } from 'kysely'
import type { Viewer } from '#app/accounts/roles.ts'
import { type ContestFacts, findContestFacts } from '#app/contests/contests.server.ts'
import type { PictureView } from '#app/images/picture.ts'
import { PICTURE_VIEW_COLUMNS, toPictureView } from '#app/images/pictures.server.ts'
import type { Database } from '#db/schema.ts'
import { type Author, listMakers } from './makers.server.ts'
import { maySeeAuthor } from './visibility.ts'

/** An entry as it hangs on a wall. */
export interface WallEntry {
  id: string
  title: string
  /** The first of its artworks; null while a draft has none. */
  picture: PictureView | null
  contest: { id: string; slug: string; title: string; zone: string }
  /** The designer first; null where the seal hides who drew it. */
  authors: Author[] | null
}

/** The entries with these ids, in their order, as this viewer may know them. The caller has chosen what may be seen. */
export async function listWallEntries(
  db: Kysely<Database>,
  ids: readonly string[],
  viewer: Viewer | null,
  now: Date,
): Promise<WallEntry[]> {
  if (ids.length === 0) return []
  const entries = await db
    .selectFrom('entry')
    .select(['id', 'title', 'contestId', 'designerId'])
    .where('id', 'in', ids)
    .execute()
  const contests = await findContests(db, new Set(entries.map(({ contestId }) => contestId)))
  const pictures = await findFirstPictures(db, ids)
  const makers = await listMakers(db, ids)
  const pieces = new Map<string, WallEntry>()
  for (const { id, title, contestId, designerId } of entries) {
    const facts = contests.get(contestId)
    if (!facts) continue
    const { slug, title: contestTitle, zone } = facts.contest
    const authors = makers.get(id) ?? []
    const collaboratorIds = authors.map((author) => author.id)
    const named = maySeeAuthor(viewer, { designerId, collaboratorIds }, facts, now)
    pieces.set(id, {
      id,
      title,
      picture: pictures.get(id) ?? null,
      contest: { id: contestId, slug, title: contestTitle, zone },
      authors: named ? authors : null,
    })
  }
  return ids.flatMap((id) => pieces.get(id) ?? [])
}

async function findContests(db: Kysely<Database>, ids: Set<string>): Promise<Map<string, ContestFacts>> {
  const contests = new Map<string, ContestFacts>()
  for (const id of ids) {
    const facts = await findContestFacts(db, { id })
    if (facts) contests.set(id, facts)
  }
  return contests
}

/** Entry id → its first artwork. */
export async function findFirstPictures(
  db: Kysely<Database>,
  entryIds: readonly string[],
): Promise<Map<string, PictureView>> {
  const rows = await db
    .selectFrom('artwork')
    .innerJoin('picture', 'picture.id', 'artwork.pictureId')
    .select(PICTURE_VIEW_COLUMNS)
    .select(['artwork.entryId', 'artwork.alt'])
    .where('artwork.entryId', 'in', entryIds)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('artwork as earlier')
            .select('earlier.id')
            .whereRef('earlier.entryId', '=', 'artwork.entryId')
            .whereRef('earlier.position', '<', 'artwork.position'),
        ),
      ),
    )
    .execute()
  return new Map(rows.map(({ entryId, alt, ...picture }) => [entryId, toPictureView(picture, alt)]))
}
