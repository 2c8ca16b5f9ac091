import { m } from '#app/i18n/paraglide/messages.js'
import { getLocale } from '#app/i18n/paraglide/runtime.js'
import { PICTURE_BYTES_MOST, type PictureRefusal } from '#app/images/picture.ts'
import type { UploadRefusal } from './read-upload.server.ts'

export interface PictureRefusalInWords {
  status: 400 | 413 | 415 | 422 | 429 | 503
  /** When to come back, where that would help. */
  seconds?: number
  sentence: string
}

/** When the uploads of all others hold all the room; one of them is whole every few seconds. */
export const NO_ROOM_SECONDS = 60

const MEGABYTE = 1024 * 1024
const MEGAPIXEL = 1_000_000

/** Where a refused picture becomes a status and a sentence that says what is wrong and how to mend it. */
export function pictureRefusalInWords(refusal: PictureRefusal): PictureRefusalInWords {
  switch (refusal.reason) {
    case 'not-a-picture':
      return { status: 415, sentence: m.images_refused_not_a_picture() }
    case 'format-not-accepted':
      return { status: 415, sentence: m.images_refused_format_not_accepted({ format: refusal.format }) }
    case 'heic-not-readable':
      return { status: 415, sentence: m.images_refused_heic() }
    case 'svg-not-accepted':
      return { status: 415, sentence: m.images_refused_svg() }
    case 'animated':
      return { status: 415, sentence: m.images_refused_animated() }
    case 'too-many-bytes':
      return { status: 413, sentence: m.images_refused_too_many_bytes({ most: count(refusal.most / MEGABYTE) }) }
    case 'too-few-pixels':
      return { status: 422, sentence: m.images_refused_too_few_pixels({ ...sides(refusal), ...leastSides(refusal) }) }
    case 'too-many-pixels':
      return { status: 422, sentence: m.images_refused_too_many_pixels({ ...sides(refusal), ...megapixels(refusal) }) }
    case 'side-too-long':
      return { status: 422, sentence: m.images_refused_side_too_long({ ...sides(refusal), most: count(refusal.most) }) }
    case 'too-elongated':
      return { status: 422, sentence: m.images_refused_too_elongated({ ...sides(refusal), most: count(refusal.most) }) }
    case 'too-deep':
      return { status: 422, sentence: m.images_refused_too_deep(sides(refusal)) }
    case 'interlaced-too-large': {
      const figures = { ...sides(refusal), ...megapixels(refusal) }
      return { status: 422, sentence: m.images_refused_interlaced_too_large(figures) }
    }
    case 'damaged':
      return { status: 422, sentence: m.images_refused_damaged() }
    case 'took-too-long':
      return { status: 422, sentence: m.images_refused_took_too_long() }
    case 'too-busy':
      return { status: 503, sentence: m.images_refused_too_busy() }
  }
}

/** The same for a form that could not be read at all. */
export function uploadRefusalInWords(reason: UploadRefusal, filesMost: number): PictureRefusalInWords {
  switch (reason) {
    case 'malformed':
      return { status: 400, sentence: m.images_upload_malformed() }
    case 'too-large':
      return { status: 413, sentence: m.images_upload_too_large({ most: count(PICTURE_BYTES_MOST / MEGABYTE) }) }
    case 'too-many-files':
      return { status: 413, sentence: m.images_upload_too_many_files({ most: count(filesMost) }) }
    case 'no-room':
      return { status: 429, sentence: m.images_upload_no_room(), seconds: NO_ROOM_SECONDS }
  }
}

function sides({ width, height }: { width: number; height: number }) {
  return { width: count(width), height: count(height) }
}

function leastSides({ leastWidth, leastHeight }: { leastWidth: number; leastHeight: number }) {
  return { leastWidth: count(leastWidth), leastHeight: count(leastHeight) }
}

function megapixels({ most }: { most: number }) {
  return { most: count(most / MEGAPIXEL) }
}

function count(value: number): string {
  return new Intl.NumberFormat(getLocale()).format(value)
}
