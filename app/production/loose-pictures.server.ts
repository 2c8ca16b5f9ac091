import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'

/** Whether a picture is this person's and part of nothing yet, as a refused form leaves one: only such a one may be carried on. */
export async function isLoosePicture(
  db: Kysely<Database>,
  { pictureId, uploadedBy }: { pictureId: string; uploadedBy: string },
): Promise<boolean> {
  const loose = await db
    .selectFrom('picture')
    .leftJoin('artwork', 'artwork.pictureId', 'picture.id')
    .leftJoin('notePicture', 'notePicture.pictureId', 'picture.id')
    .leftJoin('product', 'product.headPictureId', 'picture.id')
    .leftJoin('contest', 'contest.headPictureId', 'picture.id')
    .select('picture.id')
    .where('picture.id', '=', pictureId)
    .where('picture.uploadedBy', '=', uploadedBy)
    .where('artwork.id', 'is', null)
    .where('notePicture.noteId', 'is', null)
    .where('product.runId', 'is', null)
    .where('contest.id', 'is', null)
    .executeTakeFirst()
  return loose !== undefined
}
