import type { Kysely, Transaction } from 'kysely'
import { FINGERPRINT_VERSION } from '#app/images/fingerprint.ts'
import { writing } from '#db/database.server.ts'
import { newId } from '#db/new-id.ts'
import type { Database } from '#db/schema.ts'
import { findLikePictures, type LikePicture } from './like-pictures.server.ts'

export interface ComparePictureDetails {
  pictureId: string
  /** Who looks for what is like it: a server lets a thread of its own do so. */
  find?: (pictureId: string) => Promise<LikePicture[] | null>
}

/**
 * Compares one picture of an entry with all others and keeps what looks alike. It decides nothing: neither the entry nor any vote knows
 * of it. Comparing again finds nothing twice.
 */
export async function comparePicture(
  db: Kysely<Database>,
  { pictureId, find = (wanted) => findLikePictures(db, wanted) }: ComparePictureDetails,
  now: Date,
): Promise<{ found: number }> {
  const found = await find(pictureId)
  return found ? writing(db, (trx) => keepFound(trx, pictureId, found, now)) : { found: 0 }
}

/** A picture that was taken off meanwhile has nothing to be kept for. */
async function keepFound(
  trx: Transaction<Database>,
  pictureId: string,
  found: LikePicture[],
  now: Date,
): Promise<{ found: number }> {
  const rows = await trx
    .selectFrom('picture')
    .select(['id', 'takenAt'])
    .where('id', 'in', [pictureId, ...found.map((other) => other.pictureId)])
    .execute()
  const takenAt = new Map(rows.map((row) => [row.id, row.takenAt]))
  const own = takenAt.get(pictureId)
  if (own === undefined) return { found: 0 }
  let kept = 0
  for (const { pictureId: otherId, likeness } of found) {
    const other = takenAt.get(otherId)
    if (other === undefined) continue
    const [earlier, later] = `${own} ${pictureId}` < `${other} ${otherId}` ? [pictureId, otherId] : [otherId, pictureId]
    const result = await trx
      .insertInto('nearMatch')
      .values({
        ...{ id: newId(), pictureId: later, otherPictureId: earlier, version: FINGERPRINT_VERSION },
        ...{ distance: likeness.distance, ways: JSON.stringify(likeness.ways), foundAt: now.toISOString() },
      })
      .onConflict((conflict) => conflict.columns(['pictureId', 'otherPictureId']).doNothing())
      .executeTakeFirst()
    kept += Number(result.numInsertedOrUpdatedRows ?? 0)
  }
  await trx
    .updateTable('fingerprint')
    .set({ comparedAt: now.toISOString() })
    .where('pictureId', '=', pictureId)
    .execute()
  return { found: kept }
}
