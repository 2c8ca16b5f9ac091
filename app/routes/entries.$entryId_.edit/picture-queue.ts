import { pictureRefusalInWords } from '#app/http/picture-refusals.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import type { Size } from '#app/images/picture.ts'
import { type Look, lookAtFile } from '#app/ui/look-at-file.ts'
import { createUploadQueue, type NotSent } from '#app/ui/uploading/upload-queue.ts'
import type { Upload } from '#app/ui/uploading/upload-shelf.ts'

interface Wanted {
  to: string
  least: Size
}

/** Which originals the entry has, and how many it may have. */
interface Hung {
  sha256s: readonly string[]
  most: number
}

/** Pictures on their way into an entry: looked at in the browser first, and hung in the order in which they were chosen. */
export function createPictureQueue({ to, least }: Wanted) {
  let hung: Hung = { sha256s: [], most: Number.POSITIVE_INFINITY }

  /** What hangs in the entry by now. */
  function follow(newer: Hung): void {
    hung = newer
  }

  function refuse({ refusal, sha256 }: Look, before: readonly Upload[]): NotSent | null {
    if (refusal) return { sentence: pictureRefusalInWords(refusal).sentence, again: false }
    const isTwin = hung.sha256s.includes(sha256 ?? '') || before.some(({ look }) => sha256 && look?.sha256 === sha256)
    if (isTwin) return { sentence: m.entries_refused_picture_twice(), again: false }
    if (hung.sha256s.length + before.length < hung.most) return null
    return { sentence: m.entries_refused_pictures_full({ most: hung.most }), again: true }
  }

  return { ...createUploadQueue({ to, look: (file) => lookAtFile(file, least), refuse }), follow }
}
