import type { AppLoadContext } from '@remix-run/node'
import type { PictureRefusal } from '#app/images/picture.ts'
import { type PictureRefusalInWords, pictureRefusalInWords } from './picture-refusals.ts'

/** A refused picture in words; that no decoder was free, which is no fault of the picture, is told to the log too. */
export function refusePicture(
  { notReady }: Pick<AppLoadContext, 'notReady'>,
  refusal: PictureRefusal,
): PictureRefusalInWords {
  if (refusal.reason === 'too-busy') notReady('pictures/no-decoder-free')
  return pictureRefusalInWords(refusal)
}
