import { open, rm, stat } from 'node:fs/promises'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { chunksUntil } from './chunks-until.ts'
import { createTurns } from './turns.ts'
import type { AppendRefusal, Judge, Piece, UnfinishedUpload, UploadVerdict } from './unfinished-upload.ts'
import type { openUploadNotes, UploadNote } from './upload-notes.server.ts'
import type { UploadRoom } from './upload-room.server.ts'

/** What happens to one upload: bytes come, the whole is judged, it ends. One act at a time for each. */
export function createUploadParts(notes: ReturnType<typeof openUploadNotes>, room: UploadRoom) {
  const turns = createTurns()

  function arrived(upload: UnfinishedUpload): Promise<number> {
    return turns.take(upload.id, async () => lengthOf(await notes.read(upload)))
  }

  function append(upload: UnfinishedUpload, { offset, body }: Piece): Promise<Outcome<number, AppendRefusal>> {
    return turns.take(upload.id, async (ended) => {
      const note = await notes.read(upload)
      if (!note || note.verdict || offset !== (await lengthOf(note))) return refused('wrong-offset')
      const file = await open(notes.partOf(upload), 'a', 0o600)
      try {
        let length = offset
        for await (const chunk of chunksUntil(ended, body)) {
          if (chunk === null) return refused('broken-off')
          if (length + chunk.byteLength > upload.bytes) return refused('past-the-end')
          await file.appendFile(chunk)
          length += chunk.byteLength
        }
        return done(length)
      } finally {
        await file.close()
      }
    })
  }

  function finish(upload: UnfinishedUpload, judge: Judge): Promise<UploadVerdict | null> {
    return turns.take(upload.id, async () => {
      const note = await notes.read(upload)
      if (note?.verdict) return note.verdict
      if (!note || (await lengthOf(note)) !== upload.bytes) return null
      await notes.write({ ...note, judging: true })
      const { verdict, passing } = await judge(notes.partOf(upload), note.judging)
      await notes.write({ ...note, judging: false, verdict: passing ? null : verdict })
      if (!passing) {
        await rm(notes.partOf(upload), { force: true })
        await room.free(upload.id)
      }
      return verdict
    })
  }

  function end(upload: Pick<UnfinishedUpload, 'id' | 'ownerId'>): Promise<void> {
    return turns.take(upload.id, async () => {
      await notes.remove(upload)
      await room.free(upload.id)
    })
  }

  async function lengthOf(note: UploadNote | null): Promise<number> {
    if (note?.verdict) return note.bytes
    const found = note && (await stat(notes.partOf(note)).catch(() => null))
    return found?.size ?? 0
  }

  return { arrived, append, finish, end }
}
