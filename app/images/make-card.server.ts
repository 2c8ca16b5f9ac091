import type { Kysely } from 'kysely'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { writing } from '#db/database.server.ts'
import type { Database } from '#db/schema.ts'
import { CARD_MEDIA_TYPE, CARD_SIZE } from './card.ts'
import type { CardPlan } from './cards.server.ts'
import { cardKey } from './picture-store.server.ts'
import type { PictureWorkshop } from './picture-workshop.server.ts'
import { findRendition, type KeptFile } from './pictures.server.ts'
import { withCopy } from './stored-file.server.ts'

export type CardRefusal = 'picture-lost' | 'too-busy'

const beingMade = new WeakMap<PictureWorkshop, Map<string, Promise<Outcome<KeptFile, CardRefusal>>>>()

/** Makes a card, keeps it and removes the one before. Who asks for one that is being made waits for that. */
export function makeCard(
  db: Kysely<Database>,
  workshop: PictureWorkshop,
  plan: CardPlan,
): Promise<Outcome<KeptFile, CardRefusal>> {
  const making = beingMade.get(workshop) ?? new Map<string, Promise<Outcome<KeptFile, CardRefusal>>>()
  beingMade.set(workshop, making)
  const key = cardKey(plan.subjectId, plan.digest)
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

/** A picture that was discarded meanwhile gets no row. */
function keepRow(
  db: Kysely<Database>,
  { subjectId, pictureId, digest }: CardPlan,
  file: { key: string; bytes: number },
): Promise<{ isGone: boolean; key: string | null }> {
  return writing(db, async (trx) => {
    const picture = await trx.selectFrom('picture').select('id').where('id', '=', pictureId).executeTakeFirst()
    if (!picture) return { isGone: true, key: null }
    const old = await trx.selectFrom('card').select('key').where('subjectId', '=', subjectId).executeTakeFirst()
    const facts = { pictureId, digest, ...file, ...CARD_SIZE }
    await trx
      .insertInto('card')
      .values({ subjectId, ...facts })
      .onConflict((conflict) => conflict.column('subjectId').doUpdateSet(facts))
      .execute()
    return { isGone: false, key: old?.key ?? null }
  })
}
