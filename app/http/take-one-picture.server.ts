import type { AppLoadContext } from '@remix-run/node'
import { discardPicture } from '#app/images/discard-picture.server.ts'
import { takePicture } from '#app/images/take-picture.server.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { isLoosePicture } from '#app/production/loose-pictures.server.ts'
import type { UploadedFile } from './read-upload.server.ts'
import { refusePicture } from './refuse-picture.server.ts'

interface PictureOfForm {
  files: readonly UploadedFile[]
  field: string
  /** The id that the form carries of the picture which an earlier, refused sending left here; '' for none. */
  kept: string
  uploadedBy: string
}

/**
 * The picture of a form that may carry one in `field`: the file that came, else the one kept from before, so that a refused form
 * loses no chosen picture. An empty file input sends a file of no bytes: that is no picture. The refusal is its sentence.
 */
export async function takeOnePicture(
  context: AppLoadContext,
  { files, field, kept, uploadedBy }: PictureOfForm,
): Promise<Outcome<string | null, { status: number; sentence: string; kept: string | null }>> {
  const { db, pictures } = context
  const before = kept !== '' && (await isLoosePicture(db, { pictureId: kept, uploadedBy })) ? kept : null
  const file = files.find((one) => one.field === field && one.bytes > 0)
  if (!file) return done(before)
  const taken = await takePicture(db, pictures, { sourcePath: file.path, uploadedBy }, context.clock())
  if (!taken.ok) return refused({ ...refusePicture(context, taken.refusal), kept: before })
  if (before !== null) await discardPicture(db, pictures.store, { pictureId: before })
  return done(taken.value.id)
}
