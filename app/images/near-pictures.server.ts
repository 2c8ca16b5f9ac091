import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'
import { FINGERPRINT_VERSION } from './fingerprint.ts'
import type { Likeness } from './likeness.ts'
import { beginSearch, HASH_DISTANCE_MOST, lookAgain, type NearSearch, nearestBits } from './near-search.ts'

export interface HashNeighbour {
  pictureId: string
  bits: number
}

const READ_AT_ONCE = 500

/**
 * Looks a picture up among all: first every kept hash, then the points of those that came near. It counts for as long as it takes and
 * gives nobody a turn, so it belongs on a thread of its own. null when the picture or its fingerprint is gone.
 */
export async function searchFor(db: Kysely<Database>, pictureId: string): Promise<NearSearch | null> {
  const row = await db
    .selectFrom('fingerprint')
    .innerJoin('picture', 'picture.id', 'fingerprint.pictureId')
    .select(['fingerprint.points', 'picture.width', 'picture.height'])
    .where('picture.id', '=', pictureId)
    .where('fingerprint.version', '=', FINGERPRINT_VERSION)
    .executeTakeFirst()
  return row ? beginSearch(row.points, row.width / row.height) : null
}

/** Those whose hash comes near in some view, the nearest first. */
export async function findHashNeighbours(
  db: Kysely<Database>,
  search: NearSearch,
  pictureId: string,
): Promise<HashNeighbour[]> {
  const near: HashNeighbour[] = []
  for (let after = ''; ; ) {
    const rows = await db
      .selectFrom('fingerprint')
      .select(['pictureId', 'hash'])
      .where('version', '=', FINGERPRINT_VERSION)
      .where('pictureId', '>', after)
      .orderBy('pictureId')
      .limit(READ_AT_ONCE)
      .execute()
    for (const row of rows) {
      const bits = nearestBits(search, row.hash)
      if (bits <= HASH_DISTANCE_MOST && row.pictureId !== pictureId) near.push({ pictureId: row.pictureId, bits })
    }
    const last = rows.at(-1)
    if (!last) return near.sort((one, other) => one.bits - other.bits)
    after = last.pictureId
  }
}

/** The closer look at one of them; null when it is not like it after all, or gone meanwhile. */
export async function lookAtPicture(
  db: Kysely<Database>,
  search: NearSearch,
  pictureId: string,
): Promise<Likeness | null> {
  const row = await db
    .selectFrom('fingerprint')
    .select(['hash', 'points'])
    .where('pictureId', '=', pictureId)
    .executeTakeFirst()
  return row ? lookAgain(search, row.hash, row.points) : null
}
