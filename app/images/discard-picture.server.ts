import type { Kysely } from 'kysely'
import { writing } from '#db/database.server.ts'
import type { Database } from '#db/schema.ts'
import type { PictureStore } from './picture-store.server.ts'

/**
 * Removes a picture that nothing shows any more: the rows, then the files. The foreign keys refuse one that is still
 * linked, as an exception, because the caller unlinks first. Discarding twice is no error.
 */
export async function discardPicture(
  db: Kysely<Database>,
  store: PictureStore,
  { pictureId }: { pictureId: string },
): Promise<void> {
  const keys = await writing(db, async (trx) => {
    const original = await trx
      .selectFrom('picture')
      .select('originalKey')
      .where('id', '=', pictureId)
      .executeTakeFirst()
    const renditions = await trx.selectFrom('rendition').select('key').where('pictureId', '=', pictureId).execute()
    const cards = await trx.selectFrom('card').select('key').where('pictureId', '=', pictureId).execute()
    await trx.deleteFrom('picture').where('id', '=', pictureId).execute()
    return [...(original ? [original.originalKey] : []), ...[...renditions, ...cards].map(({ key }) => key)]
  })
  await Promise.all(keys.map((key) => store.remove(key)))
}

export async function discardPictures(
  db: Kysely<Database>,
  store: PictureStore,
  { pictureIds }: { pictureIds: readonly string[] },
): Promise<void> {
  for (const pictureId of pictureIds) await discardPicture(db, store, { pictureId })
}
