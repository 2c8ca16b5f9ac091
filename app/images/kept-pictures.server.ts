import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'

/** Everything that is kept of one picture, as its rows say. */
export interface KeptPicture {
  id: string
  sha256: string
  original: KeptKey
  renditions: (KeptKey & { name: string })[]
}

export interface KeptKey {
  key: string
  bytes: number
}

const READ_AT_ONCE = 500

/** Every picture, in the order of their ids, a few at a time: what is taken meanwhile may be among them or not. */
export async function* readKeptPictures(db: Kysely<Database>): AsyncGenerator<KeptPicture> {
  for (let after = ''; ; ) {
    const rows = await pictureRows(db).where('id', '>', after).orderBy('id').limit(READ_AT_ONCE).execute()
    const last = rows.at(-1)
    if (!last) return
    yield* await withRenditions(db, rows)
    after = last.id
  }
}

export async function findKeptPicture(db: Kysely<Database>, pictureId: string): Promise<KeptPicture | null> {
  const rows = await pictureRows(db).where('id', '=', pictureId).execute()
  return (await withRenditions(db, rows))[0] ?? null
}

export async function countKept(db: Kysely<Database>): Promise<{ pictures: number; files: number }> {
  const count = (table: 'picture' | 'rendition') =>
    db
      .selectFrom(table)
      .select((eb) => eb.fn.countAll<number>().as('rows'))
      .executeTakeFirstOrThrow()
  const [pictures, renditions] = [await count('picture'), await count('rendition')]
  return { pictures: pictures.rows, files: pictures.rows + renditions.rows }
}

/** Whether a row names this file, as its original or as a rendition. */
export async function isKept(db: Kysely<Database>, key: string): Promise<boolean> {
  const original = await db.selectFrom('picture').select('id').where('originalKey', '=', key).executeTakeFirst()
  if (original) return true
  return (await db.selectFrom('rendition').select('key').where('key', '=', key).executeTakeFirst()) !== undefined
}

function pictureRows(db: Kysely<Database>) {
  return db.selectFrom('picture').select(['id', 'sha256', 'originalKey', 'bytes'])
}

async function withRenditions(
  db: Kysely<Database>,
  rows: { id: string; sha256: string; originalKey: string; bytes: number }[],
): Promise<KeptPicture[]> {
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const renditions = await db
    .selectFrom('rendition')
    .select(['pictureId', 'name', 'key', 'bytes'])
    .where('pictureId', 'in', ids)
    .execute()
  const byPicture = new Map<string, KeptPicture['renditions']>(ids.map((id) => [id, []]))
  for (const { pictureId, ...rendition } of renditions) byPicture.get(pictureId)?.push(rendition)
  return rows.map(({ id, sha256, originalKey, bytes }) => ({
    ...{ id, sha256, original: { key: originalKey, bytes } },
    renditions: byPicture.get(id) ?? [],
  }))
}
