import { setImmediate } from 'node:timers/promises'
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

export interface KeptProductionFile extends KeptKey {
  id: string
  sha256: string
}

/** The card of a page's link previews: not worth mending, since it is made again when somebody asks for it. */
export interface KeptCard extends KeptKey {
  subjectId: string
}

const READ_AT_ONCE = 200

/**
 * Every picture, in the order of their ids, a few at a time: what is taken meanwhile may be among them or not. SQLite answers
 * at once, so without a turn for others in between, a page would wait until all were read.
 */
export async function* readKeptPictures(db: Kysely<Database>): AsyncGenerator<KeptPicture> {
  for (let after = ''; ; ) {
    const rows = await pictureRows(db).where('id', '>', after).orderBy('id').limit(READ_AT_ONCE).execute()
    const last = rows.at(-1)
    if (!last) return
    yield* await withRenditions(db, rows)
    after = last.id
    await setImmediate()
  }
}

export async function findKeptPicture(db: Kysely<Database>, pictureId: string): Promise<KeptPicture | null> {
  const rows = await pictureRows(db).where('id', '=', pictureId).execute()
  return (await withRenditions(db, rows))[0] ?? null
}

export async function countKept(db: Kysely<Database>): Promise<{ pictures: number; files: number }> {
  const count = (table: 'picture' | 'rendition' | 'card' | 'productionFile') =>
    db
      .selectFrom(table)
      .select((eb) => eb.fn.countAll<number>().as('rows'))
      .executeTakeFirstOrThrow()
  const [pictures, renditions] = [await count('picture'), await count('rendition')]
  const [cards, production] = [await count('card'), await count('productionFile')]
  return { pictures: pictures.rows, files: pictures.rows + renditions.rows + cards.rows + production.rows }
}

/** Every version of a production file, of all runs: kept as pictures are, and never opened. */
export async function* readKeptProductionFiles(db: Kysely<Database>): AsyncGenerator<KeptProductionFile> {
  for (let after = ''; ; ) {
    const rows = await db
      .selectFrom('productionFile')
      .select(['id', 'key', 'bytes', 'sha256'])
      .where('id', '>', after)
      .orderBy('id')
      .limit(READ_AT_ONCE)
      .execute()
    const last = rows.at(-1)
    if (!last) return
    yield* rows
    after = last.id
    await setImmediate()
  }
}

export async function* readKeptCards(db: Kysely<Database>): AsyncGenerator<KeptCard> {
  for (let after = ''; ; ) {
    const rows = await db
      .selectFrom('card')
      .select(['subjectId', 'key', 'bytes'])
      .where('subjectId', '>', after)
      .orderBy('subjectId')
      .limit(READ_AT_ONCE)
      .execute()
    const last = rows.at(-1)
    if (!last) return
    yield* rows
    after = last.subjectId
    await setImmediate()
  }
}

/** Every file that a row names, each once; the digest is known of originals and production files only. */
export async function* readKeptFiles(db: Kysely<Database>): AsyncGenerator<KeptKey & { sha256?: string }> {
  for await (const { sha256, original, renditions } of readKeptPictures(db)) {
    yield { ...original, sha256 }
    yield* renditions
  }
  yield* readKeptCards(db)
  yield* readKeptProductionFiles(db)
}

/** Those of the keys that no row names, neither as an original, nor as a rendition, nor as a card, nor as a production file. */
export async function findUnnamed(db: Kysely<Database>, keys: readonly string[]): Promise<string[]> {
  const unnamed = new Set(keys)
  for (let at = 0; at < keys.length; at += READ_AT_ONCE) {
    const some = keys.slice(at, at + READ_AT_ONCE)
    const originals = await db
      .selectFrom('picture')
      .select('originalKey as key')
      .where('originalKey', 'in', some)
      .execute()
    const renditions = await db.selectFrom('rendition').select('key').where('key', 'in', some).execute()
    const cards = await db.selectFrom('card').select('key').where('key', 'in', some).execute()
    const production = await db.selectFrom('productionFile').select('key').where('key', 'in', some).execute()
    for (const { key } of [...originals, ...renditions, ...cards, ...production]) unnamed.delete(key)
    await setImmediate()
  }
  return [...unnamed]
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
