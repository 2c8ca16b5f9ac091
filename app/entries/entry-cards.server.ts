import type { Kysely } from 'kysely'
import { type CardPlan, planCard } from '#app/images/cards.server.ts'
import type { Database } from '#db/schema.ts'

/** Of an entry: null where there is none, or no picture in it yet. */
export async function findEntryCard(db: Kysely<Database>, entryId: string, brand: string): Promise<CardPlan | null> {
  const row = await db
    .selectFrom('artwork')
    .innerJoin('entry', 'entry.id', 'artwork.entryId')
    .innerJoin('contest', 'contest.id', 'entry.contestId')
    .innerJoin('picture', 'picture.id', 'artwork.pictureId')
    .select(['picture.id', 'picture.ground', 'picture.shownOn', 'entry.title'])
    .select('contest.title as contestTitle')
    .where('artwork.entryId', '=', entryId)
    .orderBy('artwork.position')
    .executeTakeFirst()
  if (!row) return null
  const { title, contestTitle, ...picture } = row
  return planCard({ subjectId: entryId, words: { title, contestTitle, brand }, picture })
}
