import type { Kysely } from 'kysely'
import type { PictureView } from '#app/images/picture.ts'
import { PICTURE_VIEW_COLUMNS, toPictureView } from '#app/images/pictures.server.ts'
import type { Database } from '#db/schema.ts'
import { type BallotProgress, findBallotProgress } from './booths.server.ts'
import { scorableEntries } from './scorable-entries.server.ts'
import { prefersSomething } from './standings.ts'
import type { VoterKey } from './voters.server.ts'

/** One line of a voter's own ballot; their eyes only. */
export interface BallotLine {
  entryId: string
  title: string
  picture: PictureView | null
  /** null: handed and passed, or not answered yet. */
  score: number | null
  wouldBuy: boolean
}

export interface Ballot {
  progress: BallotProgress
  /** In the order in which the entries were handed. */
  lines: BallotLine[]
  /** False when all scores are the same: such a ballot prefers nothing and moves nothing. */
  prefersSomething: boolean
}

export async function findBallot(db: Kysely<Database>, key: VoterKey): Promise<Ballot> {
  const rows = await scorableEntries(db, key)
    .innerJoin('exposure', (join) =>
      join
        .onRef('exposure.entryId', '=', 'entry.id')
        .on('exposure.contestId', '=', key.contestId)
        .on('exposure.voterId', '=', key.voterId),
    )
    .leftJoin('buyMark', (join) =>
      join.onRef('buyMark.entryId', '=', 'entry.id').on('buyMark.accountId', '=', key.voterId),
    )
    .where((eb) => eb.or([eb('exposure.value', 'is not', null), eb('exposure.passedAt', 'is not', null)]))
    .select(['entry.id as entryId', 'entry.title', 'exposure.value as score', 'buyMark.markedAt'])
    .orderBy('exposure.handedAt')
    .orderBy('entry.id')
    .execute()
  const pictures = await findFirstPictures(
    db,
    rows.map((row) => row.entryId),
  )
  const lines = rows.map(({ markedAt, ...line }) => ({
    ...line,
    picture: pictures.get(line.entryId) ?? null,
    wouldBuy: markedAt !== null,
  }))
  const scores = lines.flatMap((line) => line.score ?? [])
  return { progress: await findBallotProgress(db, key), lines, prefersSomething: prefersSomething(scores) }
}

/** Entry id → the picture that stands for it on lists. */
export async function findFirstPictures(
  db: Kysely<Database>,
  entryIds: readonly string[],
): Promise<Map<string, PictureView>> {
  if (entryIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('artwork')
    .innerJoin('picture', 'picture.id', 'artwork.pictureId')
    .select(PICTURE_VIEW_COLUMNS)
    .select(['artwork.entryId', 'artwork.alt'])
    .where('artwork.entryId', 'in', entryIds)
    .where('artwork.position', '=', (eb) =>
      eb
        .selectFrom('artwork as other')
        .select(({ fn }) => fn.min('other.position').as('first'))
        .whereRef('other.entryId', '=', 'artwork.entryId'),
    )
    .execute()
  return new Map(rows.map(({ entryId, alt, ...picture }) => [entryId, toPictureView(picture, alt)]))
}
