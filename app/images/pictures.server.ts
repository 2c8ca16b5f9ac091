import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'
import { PICTURE_MEDIA_TYPE, type PictureFormat, type PictureView, RENDITIONS, type RenditionName } from './picture.ts'

/** A kept file as the web serves it. */
export interface KeptFile {
  key: string
  bytes: number
  mediaType: string
}

export async function findRendition(
  db: Kysely<Database>,
  pictureId: string,
  name: RenditionName,
): Promise<(KeptFile & { digest: string }) | null> {
  const row = await db
    .selectFrom('rendition')
    .select(['key', 'bytes', 'digest'])
    .where('pictureId', '=', pictureId)
    .where('name', '=', name)
    .executeTakeFirst()
  return row ? { ...row, mediaType: RENDITIONS[name].mediaType } : null
}

/** The oldest of those that still lack the renditions that take long, but for those that were tried in vain. */
export async function findUnfinishedPicture(db: Kysely<Database>, tried: readonly string[]): Promise<string | null> {
  const row = await db
    .selectFrom('picture')
    .select('id')
    .where('finishedAt', 'is', null)
    .$if(tried.length > 0, (query) => query.where('id', 'not in', tried))
    .orderBy('takenAt')
    .executeTakeFirst()
  return row?.id ?? null
}

export interface Original extends KeptFile {
  format: PictureFormat
  sha256: string
  uploadedBy: string
}

export async function findOriginal(db: Kysely<Database>, pictureId: string): Promise<Original | null> {
  const row = await db
    .selectFrom('picture')
    .select(['originalKey as key', 'bytes', 'format', 'sha256', 'uploadedBy'])
    .where('id', '=', pictureId)
    .executeTakeFirst()
  return row ? { ...row, mediaType: PICTURE_MEDIA_TYPE[row.format] } : null
}

/** The columns of `picture` that a page needs; spread them into a select, then `toPictureView`. */
export const PICTURE_VIEW_COLUMNS = [
  'picture.id',
  'picture.width',
  'picture.height',
  'picture.blur',
  'picture.ground',
  'picture.shownOn',
  'picture.avif',
  'picture.full',
] as const

export function toPictureView(row: Omit<PictureView, 'alt'>, alt: string): PictureView {
  const { id, width, height, blur, ground, shownOn, avif, full } = row
  return { id, width, height, blur, ground, shownOn, avif, full, alt }
}
