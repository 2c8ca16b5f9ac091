import type { Kysely } from 'kysely'
import { CARD_MEDIA_TYPE, CARD_SIZE } from '#app/images/card.ts'
import { cardKey } from '#app/images/picture-store.server.ts'
import type { PictureWorkshop } from '#app/images/picture-workshop.server.ts'
import { findRendition, type KeptFile } from '#app/images/pictures.server.ts'
import { withCopy } from '#app/images/stored-file.server.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { writing } from '#db/database.server.ts'
import type { Database } from '#db/schema.ts'
import type { CardPlan } from './entry-cards.server.ts'

export type CardRefusal = 'picture-lost' | 'too-busy'

const beingMade = new WeakMap<PictureWorkshop, Map<string, Promise<Outcome<KeptFile, CardRefusal>>>>()

/** Makes an entry's card, keeps it and removes the one before. Who asks for one that is being made waits for that. */
export function makeCard(
  db: Kysely<Database>,
  workshop: PictureWorkshop,
  plan: CardPlan,
): Promise<Outcome<KeptFile, CardRefusal>> {
  const making = beingMade.get(workshop) ?? new Map<string, Promise<Outcome<KeptFile, CardRefusal>>>()
  beingMade.set(workshop, making)
  const key = cardKey(plan.entryId, plan.digest)
  const made = making.get(key) ?? make(db, workshop, plan, key).finally(() => making.delete(key))
  making.set(key, made)
  return made
}

async function make(
  db: Kysely<Database>,
  workshop: PictureWorkshop,
  plan: CardPlan,
  key: string,
): Promise<Outcome<KeptFile, CardRefusal>> {
  const { pictureId, words, ground } = plan
  const rendition = await findRendition(db, pictureId, '1920.webp')
  const stored = rendition && (await workshop.store.open(rendition.key))
  if (!stored) return refused('picture-lost')
  const drawn = await withCopy(stored, ({ path }) => workshop.renderCard({ path, words, ground }))
  if (!drawn.ok) return refused(drawn.refusal.reason === 'damaged' ? 'picture-lost' : 'too-busy')
  const bytes = drawn.value.byteLength
  await workshop.store.put(key, drawn.value)
  const before = await keepRow(db, plan, { key, bytes })
  if (before.isGone) await workshop.store.remove(key)
  if (before.isGone) return refused('picture-lost')
  if (before.key !== null && before.key !== key) await workshop.store.remove(before.key)
  return done({ key, bytes, mediaType: CARD_MEDIA_TYPE })
}

/** What was taken off meanwhile gets no row. */
function keepRow(
  db: Kysely<Database>,
  { entryId, pictureId, digest }: CardPlan,
  file: { key: string; bytes: number },
): Promise<{ isGone: boolean; key: string | null }> {
  return writing(db, async (trx) => {
    const artwork = await trx
      .selectFrom('artwork')
      .select('id')
      .where('entryId', '=', entryId)
      .where('pictureId', '=', pictureId)
      .executeTakeFirst()
    if (!artwork) return { isGone: true, key: null }
    const old = await trx.selectFrom('card').select('key').where('entryId', '=', entryId).executeTakeFirst()
    const facts = { pictureId, digest, ...file, ...CARD_SIZE }
    await trx
      .insertInto('card')
      .values({ entryId, ...facts })
      .onConflict((conflict) => conflict.column('entryId').doUpdateSet(facts))
      .execute()
    return { isGone: false, key: old?.key ?? null }
  })
}
