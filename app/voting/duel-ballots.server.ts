import type { Kysely } from 'kysely'
import type { PictureView } from '#app/images/picture.ts'
import type { Database } from '#db/schema.ts'
import { findFirstPictures } from './ballots.server.ts'
import type { BallotProgress } from './booths.server.ts'
import { answerOf, type DuelAnswer } from './duel.ts'
import { duelsThatMayCount, findDuelProgress } from './duel-booths.server.ts'
import { answersSomething } from './duel-standings.ts'
import type { VoterKey } from './voters.server.ts'

export interface DuelSide {
  entryId: string
  title: string
  picture: PictureView | null
}

/** One duel of a voter's own ballot; their eyes only. */
export interface DuelLine {
  number: number
  first: DuelSide
  second: DuelSide
  /** null: passed. */
  answer: DuelAnswer | null
}

export interface DuelBallot {
  progress: BallotProgress
  /** In the order in which the duels were handed. */
  lines: DuelLine[]
  /** False when all answers are "neither": such a ballot prefers nothing and moves nothing. */
  prefersSomething: boolean
}

export async function findDuelBallot(db: Kysely<Database>, key: VoterKey): Promise<DuelBallot> {
  const rows = await duelsThatMayCount(db, key)
    .innerJoin('entry as firstEntry', 'firstEntry.id', 'duel.firstId')
    .innerJoin('entry as secondEntry', 'secondEntry.id', 'duel.secondId')
    .where((eb) => eb.or([eb('duel.value', 'is not', null), eb('duel.passedAt', 'is not', null)]))
    .select([
      'duel.number',
      'duel.firstId',
      'duel.secondId',
      'duel.value',
      'firstEntry.title as firstTitle',
      'secondEntry.title as secondTitle',
    ])
    .orderBy('duel.number')
    .execute()
  const ids = [...new Set(rows.flatMap(({ firstId, secondId }) => [firstId, secondId]))]
  const pictures = await findFirstPictures(db, ids)
  const side = (entryId: string, title: string) => ({ entryId, title, picture: pictures.get(entryId) ?? null })
  const duels = rows.flatMap(({ firstId: first, secondId: second, value }) =>
    value === null ? [] : [{ first, second, value }],
  )
  return {
    progress: await findDuelProgress(db, key),
    lines: rows.map(({ number, firstId, secondId, firstTitle, secondTitle, value }) => ({
      number,
      first: side(firstId, firstTitle),
      second: side(secondId, secondTitle),
      answer: value === null ? null : answerOf(value),
    })),
    prefersSomething: answersSomething({ duels }),
  }
}
