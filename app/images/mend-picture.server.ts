import type { Kysely } from 'kysely'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { writing } from '#db/database.server.ts'
import type { Database } from '#db/schema.ts'
import type { RenderedFile } from './encode-rendition.server.ts'
import { finishPicture } from './finish-picture.server.ts'
import { findKeptPicture, type KeptPicture } from './kept-pictures.server.ts'
import { EARLY_NAMES, LATE_RENDITIONS } from './picture.ts'
import { type PictureStore, renditionKey } from './picture-store.server.ts'
import type { PictureWorkshop } from './picture-workshop.server.ts'
import { withCopy } from './stored-file.server.ts'

/** Why a picture cannot be made whole: nobody has its original any more, or it cannot be rendered again. */
export type MendRefusal = 'original-lost' | 'original-damaged' | 'not-rendered'

/** What is not there of a picture, or is not of the length that its row tells; as a rendition's name, or 'original'. */
export async function findMissing(store: PictureStore, picture: KeptPicture): Promise<string[]> {
  const isWhole = async ({ key, bytes }: { key: string; bytes: number }) => (await store.open(key))?.bytes === bytes
  const missing = (await isWhole(picture.original)) ? [] : ['original']
  for (const name of new Set<string>([...EARLY_NAMES, ...picture.renditions.map(({ name }) => name)])) {
    const row = picture.renditions.find((rendition) => rendition.name === name)
    if (!row || !(await isWhole(row))) missing.push(name)
  }
  return missing
}

/** Makes the missing renditions of a picture again from its original, once that is proved to be the one that was taken. */
export async function mendPicture(
  db: Kysely<Database>,
  workshop: PictureWorkshop,
  { pictureId }: { pictureId: string },
  now: Date,
): Promise<Outcome<string[], MendRefusal>> {
  const picture = await findKeptPicture(db, pictureId)
  if (!picture) return done([])
  const missing = await findMissing(workshop.store, picture)
  if (missing.length === 0) return done([])
  const original = await workshop.store.open(picture.original.key)
  if (!original) return refused('original-lost')
  const late = missing.filter((name) => Object.hasOwn(LATE_RENDITIONS, name))
  if (late.length > 0) {
    await forgetLate(db, pictureId)
    const finished = await finishPicture(db, workshop, { pictureId }, now)
    if (!finished.ok) return refused(finished.refusal === 'interrupted' ? 'not-rendered' : finished.refusal)
    if (late.length === missing.length) return done(late)
  }
  return withCopy(original, async ({ path, sha256 }) => {
    if (sha256 !== picture.sha256) return refused('original-damaged')
    const rendered = await workshop.inspectAndRender(path)
    if (!rendered.ok) return refused('not-rendered')
    const again = rendered.value.renditions.filter(({ name }) => missing.includes(name))
    for (const { name, content } of again) await workshop.store.put(renditionKey(pictureId, name), content)
    const kept = await writeRenditions(db, pictureId, again)
    if (!kept) for (const { name } of again) await workshop.store.remove(renditionKey(pictureId, name))
    return again.length + late.length < missing.length ? refused('not-rendered') : done(missing)
  })
}

/** As if the picture had just been taken: pages ask for WebP again until the rest is made. */
function forgetLate(db: Kysely<Database>, pictureId: string): Promise<void> {
  return writing(db, async (trx) => {
    const names = Object.keys(LATE_RENDITIONS)
    await trx.deleteFrom('rendition').where('pictureId', '=', pictureId).where('name', 'in', names).execute()
    await trx.updateTable('picture').set({ finishedAt: null, avif: 0, full: 0 }).where('id', '=', pictureId).execute()
  })
}

/** Says no when the picture was discarded meanwhile. */
function writeRenditions(db: Kysely<Database>, pictureId: string, again: RenderedFile[]): Promise<boolean> {
  return writing(db, async (trx) => {
    const row = await trx.selectFrom('picture').select('id').where('id', '=', pictureId).executeTakeFirst()
    if (!row) return false
    for (const { name, width, height, content, digest } of again) {
      const facts = { key: renditionKey(pictureId, name), width, height, bytes: content.byteLength, digest }
      await trx
        .insertInto('rendition')
        .values({ pictureId, name, ...facts })
        .onConflict((conflict) => conflict.columns(['pictureId', 'name']).doUpdateSet(facts))
        .execute()
    }
    return true
  })
}
