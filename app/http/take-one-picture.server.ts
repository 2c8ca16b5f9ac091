import type { AppLoadContext } from '@remix-run/node'
import { takePicture } from '#app/images/take-picture.server.ts'
import { done, type Outcome } from '#app/outcome.ts'
import { pictureRefusalInWords } from './picture-refusals.ts'
import type { UploadedFile } from './read-upload.server.ts'

/**
 * Takes the picture of a form that may carry one in `field`. An empty file input sends a file of no bytes: that is no picture.
 * The refusal is its sentence.
 */
export async function takeOnePicture(
  context: AppLoadContext,
  { files, field, uploadedBy }: { files: readonly UploadedFile[]; field: string; uploadedBy: string },
): Promise<Outcome<string | null, { status: number; sentence: string }>> {
  const file = files.find((one) => one.field === field && one.bytes > 0)
  if (!file) return done(null)
  const taken = await takePicture(context.db, context.pictures, { sourcePath: file.path, uploadedBy }, context.clock())
  return taken.ok ? done(taken.value.id) : { ok: false, refusal: pictureRefusalInWords(taken.refusal) }
}
