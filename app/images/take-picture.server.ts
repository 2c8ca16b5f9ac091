import type { Kysely } from 'kysely'
import { done, type Outcome } from '#app/outcome.ts'
import { writing } from '#db/database.server.ts'
import { newId } from '#db/new-id.ts'
import type { Database } from '#db/schema.ts'
import { keepFingerprint } from './keep-fingerprint.server.ts'
import type { PictureFormat, PictureRefusal, Size } from './picture.ts'
import { originalKey, type PictureStore, renditionKey } from './picture-store.server.ts'
import type { PictureWorkshop } from './picture-workshop.server.ts'
import type { Rendering } from './render-picture.server.ts'

export interface TakePictureDetails {
  /** A file of ours that stays where it is; the caller removes it. */
  sourcePath: string
  uploadedBy: string
  /** What the brief asks for, in pixels. */
  least?: Size
}

export interface TakenPicture extends Size {
  id: string
  format: PictureFormat
  bytes: number
  sha256: string
  blur: string
  ground: string
}

/**
 * Judges a file, renders it, keeps the original bit for bit and its renditions, and only then writes the rows: a row
 * always has its files. A refusal leaves no file and no row; a crash in between leaves files that no row names.
 */
export async function takePicture(
  db: Kysely<Database>,
  workshop: PictureWorkshop,
  { sourcePath, uploadedBy, least }: TakePictureDetails,
  now: Date,
): Promise<Outcome<TakenPicture, PictureRefusal>> {
  const outcome = await workshop.inspectAndRender(sourcePath, least, uploadedBy)
  if (!outcome.ok) return outcome
  const { renditions, fingerprintPoints, ...facts } = outcome.value
  const id = newId()
  try {
    await keepFiles(workshop.store, id, sourcePath, outcome.value)
    await writeRows(db, { id, uploadedBy, rendering: outcome.value }, now)
  } catch (error) {
    await removeFiles(workshop.store, id, outcome.value)
    throw error
  }
  return done({ id, ...facts })
}

/** Waits for every file even when one fails: what is still being written cannot be taken back. */
async function keepFiles(store: PictureStore, id: string, sourcePath: string, rendering: Rendering): Promise<void> {
  const kept = await Promise.allSettled([
    store.put(originalKey(id, rendering.format), { path: sourcePath }),
    ...rendering.renditions.map(({ name, content }) => store.put(renditionKey(id, name), content)),
  ])
  const failed = kept.find((put) => put.status === 'rejected')
  if (failed) throw failed.reason
}

async function removeFiles(store: PictureStore, id: string, { format, renditions }: Rendering): Promise<void> {
  const keys = [originalKey(id, format), ...renditions.map(({ name }) => renditionKey(id, name))]
  await Promise.allSettled(keys.map((key) => store.remove(key)))
}

async function writeRows(
  db: Kysely<Database>,
  { id, uploadedBy, rendering }: { id: string; uploadedBy: string; rendering: Rendering },
  now: Date,
): Promise<void> {
  const { renditions, fingerprintPoints, ...facts } = rendering
  await writing(db, async (trx) => {
    await trx
      .insertInto('picture')
      .values({
        id,
        ...facts,
        originalKey: originalKey(id, facts.format),
        uploadedBy,
        takenAt: now.toISOString(),
      })
      .execute()
    await trx
      .insertInto('rendition')
      .values(
        renditions.map(({ name, width, height, content, digest }) => ({
          pictureId: id,
          name,
          key: renditionKey(id, name),
          width,
          height,
          bytes: content.byteLength,
          digest,
        })),
      )
      .execute()
    await keepFingerprint(trx, { pictureId: id, points: fingerprintPoints })
  })
}
