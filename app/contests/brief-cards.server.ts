import type { Kysely } from 'kysely'
import { type CardPlan, planCard } from '#app/images/cards.server.ts'
import type { Database } from '#db/schema.ts'

/** Of a contest's brief: null where there is none of that address, or it has no head picture. */
export async function findBriefCard(db: Kysely<Database>, slug: string, brand: string): Promise<CardPlan | null> {
  const row = await db
    .selectFrom('contest')
    .innerJoin('picture', 'picture.id', 'contest.headPictureId')
    .select(['picture.id', 'picture.ground', 'picture.shownOn', 'contest.title', 'contest.id as subjectId'])
    .where('contest.slug', '=', slug)
    .executeTakeFirst()
  if (!row) return null
  const { subjectId, title, ...picture } = row
  // A brief's title is the contest's: it is said once.
  return planCard({ subjectId, words: { title, contestTitle: '', brand }, picture })
}
