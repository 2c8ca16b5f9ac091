import type { Kysely } from 'kysely'
import type { Likeness } from '#app/images/likeness.ts'
import { findHashNeighbours, lookAtPicture, searchFor } from '#app/images/near-pictures.server.ts'
import type { Database } from '#db/schema.ts'

export interface LikePicture {
  pictureId: string
  likeness: Likeness
}

/** The nearest are looked at closely, since each look takes some milliseconds; in a million pictures one far down would be missed. */
const LOOKS_MOST = 80
/** Who finds twenty copies needs no more; looking on would cost a flood of the same picture seconds each. */
const FOUND_MOST = 20
/** SQLite takes a few hundred names in one question. */
const ASKED_AT_ONCE = 200

/**
 * What looks like this picture of an entry among the pictures of all entries of other people, over all contests, withdrawn and taken-down
 * ones too. Takes about a second of computing. null when the picture or its fingerprint is gone.
 */
export async function findLikePictures(db: Kysely<Database>, pictureId: string): Promise<LikePicture[] | null> {
  const search = await searchFor(db, pictureId)
  if (!search) return null
  const neighbours = await findHashNeighbours(db, search, pictureId)
  const others = await withoutSameMakers(
    db,
    pictureId,
    neighbours.map((neighbour) => neighbour.pictureId),
  )
  const found = new Map<string, Likeness>()
  for (const other of others.slice(0, LOOKS_MOST)) {
    if (found.size >= FOUND_MOST) break
    const likeness = await lookAtPicture(db, search, other)
    if (likeness) found.set(other, likeness)
  }
  const sameFile = await withoutSameMakers(db, pictureId, await listSameFile(db, pictureId))
  for (const other of sameFile) found.set(other, { distance: 0, ways: ['same-file'] })
  return Array.from(found, ([other, likeness]) => ({ pictureId: other, likeness }))
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
