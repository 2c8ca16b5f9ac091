import { done, type Outcome, refused } from '#app/outcome.ts'
import { newId } from '#db/new-id.ts'
import { createTurns } from './turns.ts'
import {
  isTooOld,
  type NewUpload,
  oldestKept,
  UNFINISHED_BYTES_MOST,
  UNFINISHED_PER_PERSON_MOST,
  type UnfinishedUpload,
  type UnfinishedUploads,
  type Whose,
} from './unfinished-upload.ts'
import { openUploadNotes, type UploadNote } from './upload-notes.server.ts'
import { createUploadParts } from './upload-parts.server.ts'
import { createUploadRoom } from './upload-room.server.ts'

const SWEPT_EVERY_MS = 10 * 60 * 1000

/** Uploads that arrive in pieces, in the manner of tus 1.0 (https://tus.io/protocols/resumable-upload). A restart forgets none. */
export function openUnfinishedUploads(folder: string, bytesMost = UNFINISHED_BYTES_MOST): UnfinishedUploads {
  const notes = openUploadNotes(folder)
  const room = createUploadRoom(bytesMost, listHolding)
  const { end, ...parts } = createUploadParts(notes, room)
  // A person's uploads as a whole: room that two of them found at the same time would be given twice.
  const persons = createTurns()
  let sweptAt = 0

  /** Those without a verdict. */
  async function listHolding(): Promise<UploadNote[]> {
    const lists = await Promise.all((await notes.owners()).map((ownerId) => notes.list(ownerId)))
    return lists.flat().filter(({ verdict }) => verdict === null)
  }

  async function begin(
    { ownBytesMost, ...wanted }: NewUpload,
    now: Date,
  ): Promise<Outcome<UnfinishedUpload, 'no-room'>> {
    // Whatever of others cannot be removed is no matter of this person's; the daily sweep tells of it.
    if (Math.abs(now.getTime() - sweptAt) > SWEPT_EVERY_MS) await sweep(now).catch(() => 0)
    return persons.take(wanted.ownerId, async () => {
      await makeWay(wanted, ownBytesMost)
      const upload = { id: newId(), ...wanted, begunAt: now }
      if (!(await room.hold(upload.id, upload.bytes))) return refused('no-room')
      try {
        await notes.write({ ...upload, judging: false, verdict: null })
      } catch (error) {
        await room.free(upload.id)
        throw error
      }
      return done(upload)
    })
  }

  /** Kinds are weighed apart: a picture for the next contest does not oust the file that a product waits for. */
  async function makeWay({ ownerId, kind, bytes }: Whose & { bytes: number }, ownBytesMost: number): Promise<void> {
    const all = (await notes.list(ownerId)).filter((note) => note.kind === kind).sort(inOrderOfGivingWay)
    const weight = () => all.reduce((sum, note) => sum + (note.verdict ? 0 : note.bytes), bytes)
    while (all.length >= UNFINISHED_PER_PERSON_MOST || weight() > ownBytesMost) {
      const next = all.shift()
      if (!next) return
      await end(next)
    }
  }

  async function find({ kind, subjectId, ...named }: Whose & { id: string }, now: Date) {
    const note = await notes.read(named)
    return note?.kind === kind && note.subjectId === subjectId && !isTooOld(note, now) ? note : null
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
    await notes.removeStrays(ownerId, oldestKept(now))
    await notes.removeEmpty(ownerId)
    return old.length
  }

  return { begin, find, ...parts, end, endAllOf, holdForm: room.holdForm, sweep }
}

/** Those with a verdict hold no bytes, and their sender has been told. */
function inOrderOfGivingWay(a: UploadNote, b: UploadNote): number {
  return Number(a.verdict === null) - Number(b.verdict === null) || a.begunAt.getTime() - b.begunAt.getTime()
}
