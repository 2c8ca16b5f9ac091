import type { Kysely } from 'kysely'
import type { Viewer } from '#app/accounts/roles.ts'
import type { ContestFacts } from '#app/contests/contests.server.ts'
import { maySee } from '#app/contests/seal.ts'
import type { PictureView } from '#app/images/picture.ts'
import type { Database } from '#db/schema.ts'
import { findFirstPictures } from './ballots.server.ts'
import type { StandingLine } from './standings.ts'

export interface FrozenLine extends StandingLine {
  title: string
  picture: PictureView | null
}

export interface FrozenStandings {
  frozenAt: string
  digest: string
  ballots: number
  countedBallots: number
  scores: number
  lines: FrozenLine[]
}

/** The standings as they were frozen, first to last; null for whom the seal still hides them. */
export async function findFrozenStandings(
  db: Kysely<Database>,
  { contest, viewer }: { contest: ContestFacts; viewer: Viewer | null },
  now: Date,
): Promise<FrozenStandings | null> {
  if (!maySee(viewer, 'standings', contest, now)) return null
  const contestId = contest.contest.id
  const freeze = await db
    .selectFrom('freeze')
    .select(['frozenAt', 'digest', 'ballots', 'countedBallots', 'scores'])
    .where('contestId', '=', contestId)
    .executeTakeFirst()
  if (!freeze) return null
  const rows = await db
    .selectFrom('standing')
    .innerJoin('entry', 'entry.id', 'standing.entryId')
    .selectAll('standing')
    .select('entry.title')
    .where('standing.contestId', '=', contestId)
    .orderBy('standing.place')
    .execute()
  const pictures = await findFirstPictures(
    db,
    rows.map((row) => row.entryId),
  )
  return {
    ...freeze,
    lines: rows.map(({ contestId: _, ...line }) => ({ ...line, picture: pictures.get(line.entryId) ?? null })),
  }
}
