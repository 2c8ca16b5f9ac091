import type { Kysely } from 'kysely'
import { has, isStaff, type Viewer } from '#app/accounts/roles.ts'
import { findArtworkAudience, findHeadAudience, mayJudgeOriginal } from '#app/entries/picture-audience.server.ts'
import { type PictureAudience, widest } from '#app/images/picture-audience.ts'
import type { Database } from '#db/schema.ts'

interface Asking {
  pictureId: string
  viewer: Viewer | null
}

/**
 * Who may see a picture now, over all that it may be part of: an entry, a contest's head, a note on a run, a product. One that
 * is part of nothing yet is its uploader's alone.
 */
export async function findPictureAudience(db: Kysely<Database>, asking: Asking, now: Date): Promise<PictureAudience> {
  const parts = [
    await findArtworkAudience(db, asking, now),
    await findHeadAudience(db, asking),
    await findNoteAudience(db, asking),
    await findProductAudience(db, asking.pictureId),
  ].filter((audience) => audience !== null)
  if (parts.length > 0) return widest(parts)
  return (await isUploader(db, asking)) ? 'viewer' : 'nobody'
}

/**
 * Whether someone may have the untouched file: whoever uploaded it, the contest's jury once the seal allows, and the
 * producers when the entry has a run.
 */
export async function mayHaveOriginal(db: Kysely<Database>, asking: Asking, now: Date): Promise<boolean> {
  const { pictureId, viewer } = asking
  if (viewer === null) return false
  if (await isUploader(db, asking)) return true
  if (has(viewer, 'producer') && (await isInProduction(db, pictureId))) return true
  return mayJudgeOriginal(db, { pictureId, viewer }, now)
}

async function findNoteAudience(db: Kysely<Database>, { pictureId, viewer }: Asking): Promise<PictureAudience | null> {
  const note = await db
    .selectFrom('notePicture')
    .innerJoin('stageNote', 'stageNote.id', 'notePicture.noteId')
    .select('stageNote.audience')
    .where('notePicture.pictureId', '=', pictureId)
    .executeTakeFirst()
  if (!note) return null
  if (note.audience === 'public') return 'everyone'
  return isStaff(viewer) ? 'viewer' : 'nobody'
}

/** A product has a row from its launch on, and is public from then on. */
async function findProductAudience(db: Kysely<Database>, pictureId: string): Promise<PictureAudience | null> {
  const product = await db
    .selectFrom('product')
    .select('runId')
    .where('headPictureId', '=', pictureId)
    .executeTakeFirst()
  return product ? 'everyone' : null
}

async function isInProduction(db: Kysely<Database>, pictureId: string): Promise<boolean> {
  const run = await db
    .selectFrom('run')
    .innerJoin('artwork', 'artwork.entryId', 'run.entryId')
    .select('run.id')
    .where('artwork.pictureId', '=', pictureId)
    .executeTakeFirst()
  return run !== undefined
}

async function isUploader(db: Kysely<Database>, { pictureId, viewer }: Asking): Promise<boolean> {
  if (viewer === null) return false
  const picture = await db.selectFrom('picture').select('uploadedBy').where('id', '=', pictureId).executeTakeFirst()
  return picture?.uploadedBy === viewer.id
}
