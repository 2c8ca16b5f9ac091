import { open, rm, stat } from 'node:fs/promises'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { newId } from '#db/new-id.ts'
import { chunksUntil } from './chunks-until.ts'
import { PICTURE_BYTES_MOST } from './picture.ts'
import { createTurns } from './turns.ts'
import { openUploadNotes, type UploadNote } from './upload-notes.server.ts'

/** One upload, whose it is, and what it is for. */
export interface UnfinishedUpload {
  id: string
  ownerId: string
  entryId: string
  /** How many bytes the whole file has, as its sender said. */
  bytes: number
  /** The moment for which the deadline is asked. */
  begunAt: Date
}

/** What became of the whole file: kept, so that whoever lost the answer on the way gets it again. */
export interface UploadVerdict {
  status: number
  /** Why it was refused, or null. */
  sentence: string | null
  artworkId: string | null
}

/**
 * Judges a whole file. `begunBefore`: an earlier judging was cut off by the end of the process, so that its work may be there.
 * `passing`: asking again could be answered otherwise, and the file stays for that.
 */
export type Judge = (path: string, begunBefore: boolean) => Promise<{ verdict: UploadVerdict; passing: boolean }>

export type AppendRefusal = 'wrong-offset' | 'past-the-end' | 'broken-off'

type Whose = Pick<UnfinishedUpload, 'ownerId' | 'entryId'>

export interface UnfinishedUploads {
  /** Refused when those of everybody together have all the room there is. */
  begin(upload: Whose & { bytes: number }, now: Date): Promise<Outcome<UnfinishedUpload, 'no-room'>>
  /** Null when there is none, when it is somebody else's or another entry's, and when it is too old. */
  find(upload: Whose & { id: string }, now: Date): Promise<UnfinishedUpload | null>
  /** How many bytes have arrived. Ends a piece that is still on its way: whoever asks has lost it. */
  arrived(upload: UnfinishedUpload): Promise<number>
  /** Writes a piece at the end as it comes; what arrived of one that breaks off is kept. Answers where the file now ends. */
  append(upload: UnfinishedUpload, piece: Piece): Promise<Outcome<number, AppendRefusal>>
  /** Has the whole file judged, once: whoever asks again gets the same verdict. Null while the file is not whole. */
  finish(upload: UnfinishedUpload, judge: Judge): Promise<UploadVerdict | null>
  end(upload: UnfinishedUpload): Promise<void>
  /** Ends all that a person has, who is leaving. */
  endAllOf(ownerId: string): Promise<void>
  /** Removes what is too old, of everybody, and then throws if it could not of somebody. Answers how many uploads that were. */
  sweep(now: Date): Promise<number>
}

interface Piece {
  /** Where in the file it begins. */
  offset: number
  body: ReadableStream<Uint8Array>
}

/** Long enough for a night without a connection. */
const UNFINISHED_HOURS_MOST = 24
/** Of one person; then those give way of which only the verdict is left, and after them the oldest, whose page is gone. */
export const UNFINISHED_PER_PERSON_MOST = 12
export const UNFINISHED_BYTES_PER_PERSON_MOST = 6 * PICTURE_BYTES_MOST
/**
 * Of everybody together, as announced: a disk has an end, and each of many people may come with all that one may have. There is room
 * again when one of them is whole, is given up, or is a day old.
 */
export const UNFINISHED_BYTES_MOST = 20 * 1024 ** 3
const SWEPT_EVERY_MS = 10 * 60 * 1000

/** Uploads that arrive in pieces, in the manner of tus 1.0 (https://tus.io/protocols/resumable-upload). A restart forgets none. */
export function openUnfinishedUploads(folder: string, bytesMost = UNFINISHED_BYTES_MOST): UnfinishedUploads {
  const notes = openUploadNotes(folder)
  const turns = createTurns()
  // A person's uploads as a whole: room that two of them found at the same time would be given twice.
  const persons = createTurns()
  let sweptAt = 0
  // Those without a verdict; only this process writes them.
  let announced: Promise<Map<string, number>> | undefined

  async function begin(wanted: Whose & { bytes: number }, now: Date): Promise<Outcome<UnfinishedUpload, 'no-room'>> {
    // Whatever of others cannot be removed is no matter of this person's; the daily sweep tells of it.
    if (Math.abs(now.getTime() - sweptAt) > SWEPT_EVERY_MS) await sweep(now).catch(() => 0)
    return persons.take(wanted.ownerId, async () => {
      await makeRoom(wanted)
      const all = await announcedByAll()
      if (sumOf(all) + wanted.bytes > bytesMost) return refused('no-room')
      const upload = { id: newId(), ...wanted, begunAt: now }
      all.set(upload.id, upload.bytes)
      await notes.write({ ...upload, judging: false, verdict: null })
      return done(upload)
    })
  }

  function announcedByAll(): Promise<Map<string, number>> {
    announced ??= notes
      .owners()
      .then((owners) => Promise.all(owners.map((ownerId) => notes.list(ownerId))))
      .then((lists) => new Map(lists.flat().flatMap((note) => (note.verdict ? [] : [[note.id, note.bytes] as const]))))
    return announced
  }

  async function makeRoom({ ownerId, bytes }: { ownerId: string; bytes: number }): Promise<void> {
    const all = (await notes.list(ownerId)).sort(inOrderOfGivingWay)
    const weight = () => all.reduce((sum, note) => sum + (note.verdict ? 0 : note.bytes), bytes)
    while (all.length >= UNFINISHED_PER_PERSON_MOST || weight() > UNFINISHED_BYTES_PER_PERSON_MOST) {
      const next = all.shift()
      if (!next) return
      await end(next)
    }
  }

  async function find({ entryId, ...named }: Whose & { id: string }, now: Date): Promise<UnfinishedUpload | null> {
    const note = await notes.read(named)
    return note?.entryId === entryId && !isTooOld(note, now) ? note : null
  }

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
        ;(await announcedByAll()).delete(upload.id)
      }
      return verdict
    })
  }

  function end(upload: UnfinishedUpload): Promise<void> {
    return turns.take(upload.id, async () => {
      await notes.remove(upload)
      ;(await announcedByAll()).delete(upload.id)
    })
  }

  function endAllOf(ownerId: string): Promise<void> {
    return persons.take(ownerId, async () => {
      for (const note of await notes.list(ownerId)) await end(note)
      await notes.removeStrays(ownerId)
      await notes.removeEmpty(ownerId)
    })
  }

  async function sweep(now: Date): Promise<number> {
    sweptAt = now.getTime()
    let removed = 0
    const failures: unknown[] = []
    for (const ownerId of await notes.owners()) {
      removed += await persons
        .take(ownerId, () => sweepOf(ownerId, now))
        .catch((error: unknown) => {
          failures.push(error)
          return 0
        })
    }
    if (failures.length > 0) throw new AggregateError(failures, 'Some unfinished uploads could not be removed.')
    return removed
  }

  async function sweepOf(ownerId: string, now: Date): Promise<number> {
    const old = (await notes.list(ownerId)).filter((note) => isTooOld(note, now))
    for (const note of old) await end(note)
    await notes.removeStrays(ownerId, new Date(now.getTime() - UNFINISHED_HOURS_MOST * HOUR_MS))
    await notes.removeEmpty(ownerId)
    return old.length
  }

  async function lengthOf(note: UploadNote | null): Promise<number> {
    if (note?.verdict) return note.bytes
    const found = note && (await stat(notes.partOf(note)).catch(() => null))
    return found?.size ?? 0
  }

  return { begin, find, arrived, append, finish, end, endAllOf, sweep }
}

function sumOf(bytes: Map<string, number>): number {
  return [...bytes.values()].reduce((sum, more) => sum + more, 0)
}

const HOUR_MS = 60 * 60 * 1000

function isTooOld({ begunAt }: UnfinishedUpload, now: Date): boolean {
  return now.getTime() - begunAt.getTime() > UNFINISHED_HOURS_MOST * HOUR_MS
}

/** Those with a verdict hold no bytes, and their sender has been told. */
function inOrderOfGivingWay(a: UploadNote, b: UploadNote): number {
  return Number(a.verdict === null) - Number(b.verdict === null) || a.begunAt.getTime() - b.begunAt.getTime()
}
