import { pictureRefusalInWords } from '#app/http/picture-refusals.ts'
import type { PictureRefusal } from '#app/images/picture.ts'

const NUMBER = 7
/** What the sentence tells in millions, and in MB. */
const MEGAPIXELS = NUMBER * 1_000_000
const MEGABYTES = NUMBER * 1024 * 1024
const FORMAT = '§'

/** One of each; the numbers stand for any. */
const REFUSALS: readonly PictureRefusal[] = [
  ...(['not-a-picture', 'heic-not-readable', 'svg-not-accepted', 'animated'] as const).map((reason) => ({ reason })),
  ...(['damaged', 'took-too-long', 'too-busy'] as const).map((reason) => ({ reason })),
  { reason: 'too-many-pixels', width: NUMBER, height: NUMBER, most: MEGAPIXELS },
  { reason: 'interlaced-too-large', width: NUMBER, height: NUMBER, most: MEGAPIXELS },
  { reason: 'side-too-long', width: NUMBER, height: NUMBER, most: NUMBER },
  { reason: 'too-elongated', width: NUMBER, height: NUMBER, most: NUMBER },
  { reason: 'format-not-accepted', format: FORMAT },
  { reason: 'too-many-bytes', most: MEGABYTES },
  { reason: 'too-deep', width: NUMBER, height: NUMBER },
  { reason: 'too-few-pixels', width: NUMBER, height: NUMBER, leastWidth: NUMBER, leastHeight: NUMBER },
]

const SENTENCES = REFUSALS.map((refusal) => {
  const { sentence } = pictureRefusalInWords(refusal)
  const pattern = sentence.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(String(NUMBER), '[\\d.,]+')
  return { reason: refusal.reason, pattern: new RegExp(`^${pattern.replace(FORMAT, '.+')}$`) }
})

/** Which refusal a sentence says; the sentence itself, without its numbers, when it is none of a picture's. */
export function nameReason(sentence: string): string {
  const known = SENTENCES.find(({ pattern }) => pattern.test(sentence))
  return known?.reason ?? sentence.replace(/\d+/g, '#')
}
