import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'
import type { Head } from './record.ts'

/** A head of the record as everybody was told it. It says how much happened and nothing of what (Voting 5: participation is live). */
export interface PublishedHead extends Head {
  publishedAt: string
}

export const HEADS_ON_A_PAGE = 50

/** The latest first; pages count from 1. */
export async function findHeadsPage(
  db: Kysely<Database>,
  { contestId, page }: { contestId: string; page: number },
): Promise<{ heads: PublishedHead[]; page: number; pages: number }> {
  const heads = headsOf(db, contestId)
  const { total } = await heads.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const pages = Math.max(1, Math.ceil(total / HEADS_ON_A_PAGE))
  const shown = Math.min(Math.max(1, page), pages)
  const rows = await heads
    .select(['sequence', 'hash', 'publishedAt'])
    .orderBy('sequence', 'desc')
    .limit(HEADS_ON_A_PAGE)
    .offset((shown - 1) * HEADS_ON_A_PAGE)
    .execute()
  return { heads: rows, page: shown, pages }
}

/** undefined until the first full hour after the first event. */
export function findLastPublishedHead(db: Kysely<Database>, contestId: string): Promise<PublishedHead | undefined> {
  return headsOf(db, contestId)
    .select(['sequence', 'hash', 'publishedAt'])
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst()
}

function headsOf(db: Kysely<Database>, contestId: string) {
  return db.selectFrom('publishedHead').where('contestId', '=', contestId)
}
