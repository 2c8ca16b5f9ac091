import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'
import type { LikenessAnswer } from './likeness-answer.ts'

export interface LikenessAnswerView {
  kind: LikenessAnswer
  words: string
  answeredAt: string
}

/** What the designer of a picture said last about its likeness; null when they were not asked, or did not answer. */
export async function findLatestAnswer(db: Kysely<Database>, pictureId: string): Promise<LikenessAnswerView | null> {
  const answer = await db
    .selectFrom('likenessAnswer')
    .select(['kind', 'words', 'answeredAt'])
    .where('pictureId', '=', pictureId)
    .orderBy('answeredAt', 'desc')
    .limit(1)
    .executeTakeFirst()
  return answer ?? null
}
