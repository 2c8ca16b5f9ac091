import type { Kysely } from 'kysely'
import type { ArchivedFile } from '#app/images/archive-pictures.server.ts'
import type { Database } from '#db/schema.ts'

/** What of each picture goes into an archive: the untouched file, or the largest that shows nothing but the picture. */
export type Archived = 'originals' | 'renditions'

const RENDITION = '1920.webp'

/** How much that is, before anybody asks for it. */
export async function weighArchivedArtworks(
  db: Kysely<Database>,
  entryIds: readonly string[],
  archived: Archived,
): Promise<{ pictures: number; bytes: number }> {
  const weighed = await db
    .selectFrom('artwork')
    .innerJoin('picture', 'picture.id', 'artwork.pictureId')
    .innerJoin('rendition', (join) =>
      join.onRef('rendition.pictureId', '=', 'picture.id').on('rendition.name', '=', RENDITION),
    )
    .select(({ fn }) => fn.countAll<number>().as('pictures'))
    .select(({ fn }) =>
      fn.sum<number | null>(archived === 'originals' ? 'picture.bytes' : 'rendition.bytes').as('bytes'),
    )
    .where('artwork.entryId', 'in', [...entryIds])
    .executeTakeFirstOrThrow()
  return { pictures: weighed.pictures, bytes: weighed.bytes ?? 0 }
}

/**
 * The pictures of some entries under names that tell nobody's: entries are numbered in the order of their ids, which are random, and
 * pictures in the order of their designer. No title, which may hold a name, is in a file's name.
 */
export async function listArchivedArtworks(
  db: Kysely<Database>,
  entryIds: readonly string[],
  archived: Archived,
): Promise<ArchivedFile[]> {
  const rows = await db
    .selectFrom('artwork')
    .innerJoin('entry', 'entry.id', 'artwork.entryId')
    .innerJoin('picture', 'picture.id', 'artwork.pictureId')
    .innerJoin('rendition', (join) =>
      join.onRef('rendition.pictureId', '=', 'picture.id').on('rendition.name', '=', RENDITION),
    )
    .select([
      'artwork.entryId',
      'artwork.alt',
      'entry.title',
      'picture.format',
      'picture.originalKey',
      'picture.sha256',
    ])
    .select(['picture.bytes', 'picture.width', 'picture.height'])
    .select(['rendition.key', 'rendition.bytes as renditionBytes'])
    .select(['rendition.width as renditionWidth', 'rendition.height as renditionHeight'])
    .where('artwork.entryId', 'in', [...entryIds])
    .orderBy('artwork.entryId')
    .orderBy('artwork.position')
    .execute()
  const numbers = new Map(entryIds.toSorted().map((id, index) => [id, index + 1]))
  const placed = new Map<string, number>()
  return rows.map((row) => {
    const place = (placed.get(row.entryId) ?? 0) + 1
    placed.set(row.entryId, place)
    const number = numbers.get(row.entryId) ?? 0
    const of = { entry: number, picture: place, entry_id: row.entryId, title: row.title, description: row.alt }
    const name = `entry-${String(number).padStart(4, '0')}-picture-${place}`
    if (archived === 'renditions') {
      const sides = { width_px: row.renditionWidth, height_px: row.renditionHeight }
      const about = { ...of, format: 'webp', ...sides, bytes: row.renditionBytes, sha256: '' }
      return { name: `${name}.webp`, key: row.key, bytes: row.renditionBytes, about }
    }
    const sides = { width_px: row.width, height_px: row.height }
    const about = { ...of, format: row.format, ...sides, bytes: row.bytes, sha256: row.sha256 }
    return { name: `${name}.${row.format}`, key: row.originalKey, bytes: row.bytes, about }
  })
}
