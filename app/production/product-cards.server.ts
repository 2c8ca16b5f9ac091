import type { Kysely } from 'kysely'
import { type CardPlan, planCard } from '#app/images/cards.server.ts'
import type { Database } from '#db/schema.ts'

/** Of a product, with the picture that its page opens with: its own, else its entry's first. null where there is none. */
export async function findProductCard(db: Kysely<Database>, slug: string, brand: string): Promise<CardPlan | null> {
  const product = await db
    .selectFrom('product')
    .innerJoin('run', 'run.id', 'product.runId')
    .innerJoin('contest', 'contest.id', 'run.contestId')
    .select(['product.runId', 'product.name', 'product.headPictureId', 'run.entryId', 'contest.title as contestTitle'])
    .where('product.slug', '=', slug)
    .executeTakeFirst()
  if (!product) return null
  const pictureId = product.headPictureId ?? (await findFirstPicture(db, product.entryId))
  const picture =
    pictureId &&
    (await db.selectFrom('picture').select(['id', 'ground', 'shownOn']).where('id', '=', pictureId).executeTakeFirst())
  if (!picture) return null
  const words = { title: product.name, contestTitle: product.contestTitle, brand }
  return planCard({ subjectId: product.runId, words, picture })
}

async function findFirstPicture(db: Kysely<Database>, entryId: string): Promise<string | null> {
  const first = await db
    .selectFrom('artwork')
    .select('pictureId')
    .where('entryId', '=', entryId)
    .orderBy('position')
    .executeTakeFirst()
  return first?.pictureId ?? null
}
