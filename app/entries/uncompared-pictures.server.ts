import type { Kysely } from 'kysely'
import { FINGERPRINT_VERSION } from '#app/images/fingerprint.ts'
import type { Database } from '#db/schema.ts'

/** A picture of an entry that was not compared with the others yet; undefined when all were, save for those to leave out. */
export async function findUncomparedPicture(
  db: Kysely<Database>,
  leftOut: readonly string[] = [],
): Promise<string | undefined> {
  const row = await db
    .selectFrom('fingerprint')
    .innerJoin('artwork', 'artwork.pictureId', 'fingerprint.pictureId')
    .select('fingerprint.pictureId')
    .where('fingerprint.comparedAt', 'is', null)
    .where('fingerprint.version', '=', FINGERPRINT_VERSION)
    // An empty list is SQLite's own SQL.
    .$if(leftOut.length > 0, (waiting) => waiting.where('fingerprint.pictureId', 'not in', leftOut))
    .limit(1)
    .executeTakeFirst()
  return row?.pictureId
}

/** Pictures of entries without a fingerprint that counts: taken by an older release. */
export async function listPicturesToFingerprint(db: Kysely<Database>): Promise<string[]> {
  const rows = await db
    .selectFrom('artwork')
    .leftJoin('fingerprint', (join) =>
      join.onRef('fingerprint.pictureId', '=', 'artwork.pictureId').on('fingerprint.version', '=', FINGERPRINT_VERSION),
    )
    .select('artwork.pictureId')
    .where('fingerprint.pictureId', 'is', null)
    .orderBy('artwork.pictureId')
    .execute()
  return rows.map(({ pictureId }) => pictureId)
}
