import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'
import { CARD_MEDIA_TYPE, CARD_VERSION, type CardWords } from './card.ts'
import type { KeptFile } from './pictures.server.ts'

/** What a card shows at this moment, and the digest of it, by which its address changes whenever it does. */
export interface CardPlan {
  /** The entry, the contest or the run whose page it stands for. */
  subjectId: string
  pictureId: string
  words: CardWords
  /** '#rrggbb', beneath and around the picture. */
  ground: string
  digest: string
}

interface Shown {
  subjectId: string
  words: CardWords
  picture: { id: string; ground: string; shownOn: string | null }
}

/** Whether somebody may see it is asked by the picture. */
export function planCard({ subjectId, words, picture }: Shown): CardPlan {
  const ground = picture.shownOn ?? picture.ground
  const shown = [CARD_VERSION, picture.id, words.title, words.contestTitle, words.brand, ground]
  const digest = createHash('sha256').update(JSON.stringify(shown)).digest('hex').slice(0, 32)
  return { subjectId, pictureId: picture.id, words, ground, digest }
}

/** The one that was made last, when it still shows the same. */
export async function findCard(db: Kysely<Database>, { subjectId, digest }: CardPlan): Promise<KeptFile | null> {
  const row = await db
    .selectFrom('card')
    .select(['key', 'bytes'])
    .where('subjectId', '=', subjectId)
    .where('digest', '=', digest)
    .executeTakeFirst()
  return row ? { ...row, mediaType: CARD_MEDIA_TYPE } : null
}
