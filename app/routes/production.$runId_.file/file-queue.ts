import { inWords } from '#app/http/refusals.ts'
import { putMsMost } from '#app/images/put-time.ts'
import { RECOGNITION_BYTES } from '#app/images/recognise-format.ts'
import { PRODUCTION_FILE_BYTES_MOST } from '#app/production/production-file.ts'
import { type FileKindRefusal, recogniseFile } from '#app/production/recognise-file.ts'
import { createPauses } from '#app/ui/uploading/pauses.ts'
import { createUploadQueue } from '#app/ui/uploading/upload-queue.ts'
import type { Look } from '#app/ui/uploading/upload-shelf.ts'

type Refusal = FileKindRefusal | 'file-empty' | 'file-too-large'

interface Seen extends Look {
  refusal: Refusal | null
}

/** A production file on its way: sent when it is chosen, and handed in, with its note, when somebody says so. */
export function createFileQueue({ to }: { to: string }) {
  let note: string | null = null
  const pressed = createPauses()

  const queue = createUploadQueue({
    to,
    look,
    refuse: ({ refusal }) => refusal && { sentence: inWords(refusal).sentence, again: false },
    mayFinish: async (signal) => {
      while (note === null && !signal.aborted) await pressed.pause(Number.POSITIVE_INFINITY, signal)
    },
    finishing: { fields: () => ({ note: note ?? '' }), silenceMs: putMsMost(PRODUCTION_FILE_BYTES_MOST) },
  })

  /** One at a time: the next takes the place of the one before. */
  function add(files: readonly File[]): void {
    const file = files.at(-1)
    if (!file) return
    for (const { key } of queue.list()) {
      queue.stop(key)
      queue.dismiss(key)
    }
    keepBack()
    queue.add([file])
  }

  /** As soon as all of it is there. */
  function handIn(words: string): void {
    note = words
    for (const { key, state } of queue.list()) {
      if (state.is === 'refused' && state.again) queue.again(key)
    }
    pressed.end()
  }

  /** Not, after all. */
  function keepBack(): void {
    note = null
  }

  return { ...queue, add, handIn, keepBack }
}

/** A courtesy: the server looks again, and it is its word that counts. */
async function look(file: File): Promise<Seen> {
  const nothing = { preview: null, sha256: null }
  if (file.size === 0) return { ...nothing, refusal: 'file-empty' }
  if (file.size > PRODUCTION_FILE_BYTES_MOST) return { ...nothing, refusal: 'file-too-large' }
  try {
    const kind = recogniseFile(new Uint8Array(await file.slice(0, RECOGNITION_BYTES).arrayBuffer()))
    return { ...nothing, refusal: kind.ok ? null : kind.refusal }
  } catch {
    // Unreadable at this moment; sending it will tell.
    return { ...nothing, refusal: null }
  }
}
