import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import { CARD_MEDIA_TYPE, CARD_VERSION, type CardWords } from '#app/images/card.ts'
import type { KeptFile } from '#app/images/pictures.server.ts'
import type { Database } from '#db/schema.ts'

/** What an entry's card shows at this moment, and the digest of it, by which its address changes whenever it does. */
export interface CardPlan {
  entryId: string
  pictureId: string
  words: CardWords
  ground: string
  digest: string
}

/** null where there is no entry, or no picture in it yet. Whether somebody may see it is asked by the picture. */
export async function findCardPlan(db: Kysely<Database>, entryId: string, brand: string): Promise<CardPlan | null> {
  const row = await db
    .selectFrom('artwork')
    .innerJoin('entry', 'entry.id', 'artwork.entryId')
    .innerJoin('contest', 'contest.id', 'entry.contestId')
    .innerJoin('picture', 'picture.id', 'artwork.pictureId')
    .select(['picture.id as pictureId', 'picture.ground', 'picture.shownOn', 'entry.title'])
    .select('contest.title as contestTitle')
    .where('artwork.entryId', '=', entryId)
    .orderBy('artwork.position')
    .executeTakeFirst()
  if (!row) return null
  const { pictureId, title, contestTitle } = row
  const [words, ground] = [{ title, contestTitle, brand }, row.shownOn ?? row.ground]
  return { entryId, pictureId, words, ground, digest: digestOf([pictureId, title, contestTitle, brand, ground]) }
}

export async function findCard(db: Kysely<Database>, { entryId, digest }: CardPlan): Promise<KeptFile | null> {
  const row = await db
    .selectFrom('card')
    .select(['key', 'bytes'])
    .where('entryId', '=', entryId)
    .where('digest', '=', digest)
    .executeTakeFirst()
  return row ? { ...row, mediaType: CARD_MEDIA_TYPE } : null
}

function digestOf(shown: string[]): string {
  return createHash('sha256')
    .update(JSON.stringify([CARD_VERSION, ...shown]))
    .digest('hex')
    .slice(0, 32)
}
