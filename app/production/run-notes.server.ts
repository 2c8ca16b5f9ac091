import type { Kysely } from 'kysely'
import { isStaff, type Viewer } from '#app/accounts/roles.ts'
import type { PictureView } from '#app/images/picture.ts'
import { PICTURE_VIEW_COLUMNS, toPictureView } from '#app/images/pictures.server.ts'
import type { Database } from '#db/schema.ts'
import type { Stage } from './stages.ts'

export interface StageNote {
  id: string
  stage: Stage
  audience: 'public' | 'private'
  text: string
  writerName: string | null
  writtenAt: string
  pictures: PictureView[]
}

/** The notes of a run that this viewer may read, latest first: private ones are for staff. */
export async function listNotes(db: Kysely<Database>, runId: string, viewer: Viewer | null): Promise<StageNote[]> {
  const notes = await db
    .selectFrom('stageNote')
    .innerJoin('account', 'account.id', 'stageNote.writtenBy')
    .select(['stageNote.id', 'stageNote.stage', 'stageNote.audience', 'stageNote.text', 'stageNote.writtenAt'])
    .select('account.name as writerName')
    .where('stageNote.runId', '=', runId)
    .where('stageNote.audience', 'in', isStaff(viewer) ? ['public', 'private'] : ['public'])
    .orderBy('stageNote.writtenAt', 'desc')
    .orderBy('stageNote.id')
    .execute()
  const pictures = await db
    .selectFrom('notePicture')
    .innerJoin('stageNote', 'stageNote.id', 'notePicture.noteId')
    .innerJoin('picture', 'picture.id', 'notePicture.pictureId')
    .select(PICTURE_VIEW_COLUMNS)
    .select(['notePicture.noteId', 'notePicture.alt'])
    .where('stageNote.runId', '=', runId)
    .orderBy('notePicture.position')
    .execute()
  return notes.map((note) => ({
    ...note,
    pictures: pictures
      .filter(({ noteId }) => noteId === note.id)
      .map(({ alt, noteId: _, ...row }) => toPictureView(row, alt)),
  }))
}

export interface GoDecision {
  go: boolean
  reason: string
  deciderName: string | null
  decidedAt: string
}

export async function findGoDecision(db: Kysely<Database>, runId: string): Promise<GoDecision | null> {
  const row = await db
    .selectFrom('goDecision')
    .innerJoin('account', 'account.id', 'goDecision.decidedBy')
    .select(['goDecision.go', 'goDecision.reason', 'goDecision.decidedAt', 'account.name as deciderName'])
    .where('goDecision.runId', '=', runId)
    .executeTakeFirst()
  return row ? { ...row, go: row.go === 1 } : null
}

export interface SignatureView {
  accountId: string
  name: string | null
  /** null until they signed. */
  signedAt: string | null
}

/** Whoever must sign, and when they did. */
export async function listSignatures(
  db: Kysely<Database>,
  runId: string,
  makers: readonly { id: string; name: string | null }[],
): Promise<SignatureView[]> {
  const rows = await db.selectFrom('signature').select(['accountId', 'signedAt']).where('runId', '=', runId).execute()
  return makers.map(({ id, name }) => ({
    accountId: id,
    name,
    signedAt: rows.find(({ accountId }) => accountId === id)?.signedAt ?? null,
  }))
}

/** Accounts that can own a stage. */
export function listStageOwners(db: Kysely<Database>): Promise<{ id: string; name: string | null }[]> {
  return db
    .selectFrom('account')
    .select(['account.id', 'account.name'])
    .where('account.deletedAt', 'is', null)
    .where('account.id', 'in', (eb) =>
      eb.selectFrom('roleGrant').select('accountId').where('role', 'in', ['producer', 'admin']),
    )
    .orderBy('account.name')
    .execute()
}
