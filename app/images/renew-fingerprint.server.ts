import type { Kysely } from 'kysely'
import { writing } from '#db/database.server.ts'
import type { Database } from '#db/schema.ts'
import { keepFingerprint } from './keep-fingerprint.server.ts'
import { findKeptPicture } from './kept-pictures.server.ts'
import type { PictureWorkshop } from './picture-workshop.server.ts'
import { withCopy } from './stored-file.server.ts'

/** Makes the fingerprint of a picture anew from its original, in the decoding child. Says no when that cannot be read any more. */
export async function renewFingerprint(
  db: Kysely<Database>,
  workshop: PictureWorkshop,
  { pictureId }: { pictureId: string },
): Promise<boolean> {
  const picture = await findKeptPicture(db, pictureId)
  const original = picture && (await workshop.store.open(picture.original.key))
  if (!original) return false
  const rendered = await withCopy(original, ({ path }) => workshop.inspectAndRender(path))
  if (!rendered.ok) return false
  const points = rendered.value.fingerprintPoints
  return writing(db, async (trx) => {
    const row = await trx.selectFrom('picture').select('id').where('id', '=', pictureId).executeTakeFirst()
    if (row) await keepFingerprint(trx, { pictureId, points })
    return row !== undefined
  })
}
