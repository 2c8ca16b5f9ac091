import type { Kysely, Transaction } from 'kysely'
import { FINGERPRINT_VERSION } from '#app/images/fingerprint.ts'
import type { Likeness } from '#app/images/likeness.ts'
import { findHashNeighbours, lookAtPicture, searchFor } from '#app/images/near-pictures.server.ts'
import { writing } from '#db/database.server.ts'
import { newId } from '#db/new-id.ts'
import type { Database } from '#db/schema.ts'

/** The nearest are looked at closely, since each look takes some milliseconds; in a million pictures one far down would be missed. */
const LOOKS_MOST = 80
/** SQLite takes a few hundred names in one question. */
const ASKED_AT_ONCE = 200

/**
 * Compares one picture of an entry with those of all entries of other people, over all contests, withdrawn and taken-down ones too, and
 * keeps what looks alike. It decides nothing: neither the entry nor any vote knows of it. Comparing again finds nothing twice.
 */
export async function comparePicture(
  db: Kysely<Database>,
  { pictureId }: { pictureId: string },
  now: Date,
): Promise<{ found: number }> {
  const search = await searchFor(db, pictureId)
  if (!search) return { found: 0 }
  const neighbours = await findHashNeighbours(db, search, pictureId)
  const others = await withoutSameMakers(
    db,
    pictureId,
    neighbours.map((neighbour) => neighbour.pictureId),
  )
  const found = new Map<string, Likeness>()
  for (const other of others.slice(0, LOOKS_MOST)) {
    const likeness = await lookAtPicture(db, search, other)
    if (likeness) found.set(other, likeness)
  }
  const sameFile = await withoutSameMakers(db, pictureId, await listSameFile(db, pictureId))
  for (const other of sameFile) found.set(other, { distance: 0, ways: ['same-file'] })
  return writing(db, (trx) => keepFound(trx, pictureId, found, now))
}

async function listSameFile(db: Kysely<Database>, pictureId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('picture as own')
    .innerJoin('picture as other', 'other.sha256', 'own.sha256')
    .select('other.id')
    .where('own.id', '=', pictureId)
    .where('other.id', '<>', pictureId)
    .execute()
  return rows.map(({ id }) => id)
}

/** Those that hang in entries which nobody of this picture's entry made, in the order they came. */
async function withoutSameMakers(db: Kysely<Database>, pictureId: string, others: string[]): Promise<string[]> {
  const own = new Set((await listMakersOf(db, [pictureId])).map(({ accountId }) => accountId))
  const makersOf = new Map<string, string[]>()
  for (let at = 0; at < others.length; at += ASKED_AT_ONCE) {
    for (const row of await listMakersOf(db, others.slice(at, at + ASKED_AT_ONCE))) {
      makersOf.set(row.pictureId, [...(makersOf.get(row.pictureId) ?? []), row.accountId])
    }
  }
  return others.filter((other) => {
    const makers = makersOf.get(other)
    return makers !== undefined && !makers.some((maker) => own.has(maker))
  })
}

async function listMakersOf(db: Kysely<Database>, pictureIds: string[]) {
  const designers = db
    .selectFrom('artwork')
    .innerJoin('entry', 'entry.id', 'artwork.entryId')
    .select(['artwork.pictureId', 'entry.designerId as accountId'])
    .where('artwork.pictureId', 'in', pictureIds)
  const collaborators = db
    .selectFrom('artwork')
    .innerJoin('collaborator', 'collaborator.entryId', 'artwork.entryId')
    .select(['artwork.pictureId', 'collaborator.accountId'])
    .where('collaborator.acceptedAt', 'is not', null)
    .where('artwork.pictureId', 'in', pictureIds)
  return designers.union(collaborators).execute()
}

/** A picture that was taken off meanwhile has nothing to be kept for. */
async function keepFound(
  trx: Transaction<Database>,
  pictureId: string,
  found: Map<string, Likeness>,
  now: Date,
): Promise<{ found: number }> {
  const rows = await trx
    .selectFrom('picture')
    .select(['id', 'takenAt'])
    .where('id', 'in', [pictureId, ...found.keys()])
    .execute()
  const takenAt = new Map(rows.map((row) => [row.id, row.takenAt]))
  const own = takenAt.get(pictureId)
  if (own === undefined) return { found: 0 }
  let kept = 0
  for (const [otherId, { distance, ways }] of found) {
    const other = takenAt.get(otherId)
    if (other === undefined) continue
    const [earlier, later] = `${own} ${pictureId}` < `${other} ${otherId}` ? [pictureId, otherId] : [otherId, pictureId]
    const result = await trx
      .insertInto('nearMatch')
      .values({
        ...{ id: newId(), pictureId: later, otherPictureId: earlier, version: FINGERPRINT_VERSION },
        ...{ distance, ways: JSON.stringify(ways), foundAt: now.toISOString() },
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
