import type { Kysely } from 'kysely'
import { recordActivity } from '#app/activity/record-activity.server.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { writing } from '#db/database.server.ts'
import { newId } from '#db/new-id.ts'
import type { Database } from '#db/schema.ts'
import { findRunFacts } from './run-facts.server.ts'

export type WriteNoteRefusal = 'no-such-run' | 'note-picture-not-described'

interface WriteNote {
  runId: string
  audience: 'public' | 'private'
  text: string
  /** Pictures that were taken already, in their order, each with its alt text. */
  pictures: readonly { pictureId: string; alt: string }[]
  writtenBy: string
}

/**
 * A note on the stage the run is at; public ones are the community's window on the workshop. A form sent twice leaves one, its
 * pictures told by their content: each sending took them anew. `again` says that this one added nothing.
 */
export function writeNote(db: Kysely<Database>, { runId, audience, text, pictures, writtenBy }: WriteNote, now: Date) {
  return writing(db, async (trx): Promise<Outcome<{ noteId: string; again: boolean }, WriteNoteRefusal>> => {
    const facts = await findRunFacts(trx, runId)
    if (!facts) return refused('no-such-run')
    if (pictures.some(({ alt }) => alt === '')) return refused('note-picture-not-described')

    const { stage, run } = facts
    const last = await findLastNote(trx, runId)
    const saidTwice = last?.writtenBy === writtenBy && last.audience === audience && last.text === text
    if (saidTwice && last.stage === stage && (await showsTheSame(trx, last.id, pictures)))
      return done({ noteId: last.id, again: true })

    const noteId = newId()
    await trx
      .insertInto('stageNote')
      .values({ id: noteId, runId, stage, audience, text, writtenBy, writtenAt: now.toISOString() })
      .execute()
    if (pictures.length > 0)
      await trx
        .insertInto('notePicture')
        .values(pictures.map(({ pictureId, alt }, position) => ({ noteId, pictureId, alt, position })))
        .execute()
    await recordActivity(trx, {
      ...{ at: now, actorId: writtenBy, contestId: run.contestId, entryId: run.entryId, runId },
      kind: 'stage-note-written',
      particulars: { stage, audience },
    })
    return done({ noteId, again: false })
  })
}

function findLastNote(db: Kysely<Database>, runId: string) {
  return db
    .selectFrom('stageNote')
    .select(['id', 'stage', 'audience', 'text', 'writtenBy'])
    .where('runId', '=', runId)
    .orderBy('writtenAt', 'desc')
    .limit(1)
    .executeTakeFirst()
}

async function showsTheSame(
  db: Kysely<Database>,
  noteId: string,
  pictures: readonly { pictureId: string }[],
): Promise<boolean> {
  const shown = await db
    .selectFrom('notePicture')
    .innerJoin('picture', 'picture.id', 'notePicture.pictureId')
    .select('picture.sha256')
    .where('notePicture.noteId', '=', noteId)
    .orderBy('notePicture.position')
    .execute()
  const ids = pictures.map(({ pictureId }) => pictureId)
  const sent = await db.selectFrom('picture').select(['id', 'sha256']).where('id', 'in', ids).execute()
  const wanted = ids.map((id) => sent.find((picture) => picture.id === id)?.sha256)
  return shown.length === wanted.length && shown.every(({ sha256 }, index) => sha256 === wanted[index])
}
