import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Kysely } from 'kysely'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { writing } from '#db/database.server.ts'
import type { Database } from '#db/schema.ts'
import { PAGE_WIDTHS, type PictureFormat, type RenditionName } from './picture.ts'
import { renditionKey } from './picture-store.server.ts'
import type { PictureWorkshop } from './picture-workshop.server.ts'
import type { LateFile } from './render-late.server.ts'
import { withCopy } from './stored-file.server.ts'

export type FinishRefusal = 'original-lost' | 'original-damaged' | 'interrupted'

interface Unfinished {
  originalKey: string
  sha256: string
  format: PictureFormat
}

/**
 * Makes the renditions that take long of a picture that pages show already, once. AVIF is kept at every width or at none, since a page
 * offers all or nothing: none when one of them is larger than its WebP. A picture that is discarded meanwhile leaves nothing.
 */
export async function finishPicture(
  db: Kysely<Database>,
  workshop: PictureWorkshop,
  { pictureId }: { pictureId: string },
  now: Date,
): Promise<Outcome<RenditionName[], FinishRefusal>> {
  const picture = await findUnfinished(db, pictureId)
  if (!picture) return done([])
  const original = await workshop.store.open(picture.originalKey)
  if (!original) return refused('original-lost')
  const into = await mkdtemp(join(tmpdir(), 'placet-late-'))
  try {
    return await withCopy(original, async ({ path, sha256 }) => {
      if (sha256 !== picture.sha256) return refused('original-damaged')
      const rendered = await workshop.renderLate({ path, format: picture.format, into })
      if (!rendered.ok && rendered.refusal.reason === 'too-busy') return refused('interrupted')
      // What cannot be made in the time it has is not tried for ever: the page has its WebP.
      const files = rendered.ok ? await worthKeeping(db, pictureId, rendered.value) : []
      await keep(db, workshop, { pictureId, files, into }, now)
      return done(files.map(({ name }) => name))
    })
  } finally {
    await rm(into, { recursive: true, force: true })
  }
}

function findUnfinished(db: Kysely<Database>, pictureId: string): Promise<Unfinished | undefined> {
  return db
    .selectFrom('picture')
    .select(['originalKey', 'sha256', 'format'])
    .where('id', '=', pictureId)
    .where('finishedAt', 'is', null)
    .executeTakeFirst()
}

async function worthKeeping(db: Kysely<Database>, pictureId: string, files: LateFile[]): Promise<LateFile[]> {
  const rows = await db.selectFrom('rendition').select(['name', 'bytes']).where('pictureId', '=', pictureId).execute()
  const bytesOf = new Map<string, number>([...rows, ...files].map(({ name, bytes }) => [name, bytes]))
  const isSmaller = (width: number) => (bytesOf.get(`${width}.avif`) ?? 0) < (bytesOf.get(`${width}.webp`) ?? 0)
  return PAGE_WIDTHS.every(isSmaller) ? files : files.filter(({ name }) => !name.endsWith('.avif'))
}

async function keep(
  db: Kysely<Database>,
  { store }: PictureWorkshop,
  { pictureId, files, into }: { pictureId: string; files: LateFile[]; into: string },
  now: Date,
): Promise<void> {
  const rows = files.map(({ name, ...facts }) => ({ pictureId, name, key: renditionKey(pictureId, name), ...facts }))
  const has = (ending: string) => (files.some(({ name }) => name.endsWith(ending)) ? 1 : 0)
  let kept = false
  try {
    for (const { key, name } of rows) await store.put(key, { path: join(into, name) })
    kept = await writing(db, async (trx) => {
      const { numUpdatedRows } = await trx
        .updateTable('picture')
        .set({ finishedAt: now.toISOString(), avif: has('.avif'), full: has('full.webp') })
        .where('id', '=', pictureId)
        .where('finishedAt', 'is', null)
        .executeTakeFirst()
      // Finished by another meanwhile, the same files lie under the same keys.
      if (numUpdatedRows === 0n) return isThere(trx, pictureId)
      if (rows.length > 0) await trx.insertInto('rendition').values(rows).execute()
      return true
    })
  } finally {
    if (!kept) for (const { key } of rows) await store.remove(key)
  }
}

async function isThere(db: Kysely<Database>, pictureId: string): Promise<boolean> {
  const row = await db.selectFrom('picture').select('id').where('id', '=', pictureId).executeTakeFirst()
  return row !== undefined
}
