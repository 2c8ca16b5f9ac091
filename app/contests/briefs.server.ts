import type { Kysely } from 'kysely'
import type { PictureView } from '#app/images/picture.ts'
import { PICTURE_VIEW_COLUMNS, toPictureView } from '#app/images/pictures.server.ts'
import type { Database } from '#db/schema.ts'
import type { Brief } from './brief.ts'
import { toBrief } from './brief-row.server.ts'
import { findContestFacts } from './contests.server.ts'
import { listSeats } from './panel-seats.server.ts'
import type { PublishableContest } from './publishing.ts'
import type { Schedule } from './schedule.ts'

export interface FoundBrief {
  contestId: string
  slug: string
  updatedAt: string
  brief: Brief
  headPictureId: string | null
}

/** A brief as it was written, draft or not, with its questions in order. */
export async function findBrief(db: Kysely<Database>, contestId: string): Promise<FoundBrief | undefined> {
  const contest = await db.selectFrom('contest').selectAll().where('id', '=', contestId).executeTakeFirst()
  if (!contest) return undefined
  const questions = await db
    .selectFrom('question')
    .selectAll()
    .where('contestId', '=', contestId)
    .orderBy('position')
    .execute()
  return {
    contestId,
    slug: contest.slug,
    updatedAt: contest.updatedAt,
    brief: toBrief(contest, questions),
    headPictureId: contest.headPictureId,
  }
}

/** All that publishing asks about. */
export async function findPublishable(
  db: Kysely<Database>,
  contestId: string,
): Promise<(PublishableContest & FoundBrief & { schedule: Schedule }) | undefined> {
  const found = await findBrief(db, contestId)
  const facts = await findContestFacts(db, { id: contestId })
  if (!found || !facts) return undefined
  const seats = await listSeats(db, contestId)
  return {
    ...found,
    schedule: facts.schedule,
    hasHeadPicture: found.headPictureId !== null,
    panel: seats.filter((seat) => seat.active === 1).map((seat) => ({ mayClose: seat.mayClose === 1 })),
  }
}

/** The picture at the head of a contest, ready for a page. */
export async function findHeadPicture(db: Kysely<Database>, contestId: string): Promise<PictureView | null> {
  const row = await db
    .selectFrom('contest')
    .innerJoin('picture', 'picture.id', 'contest.headPictureId')
    .select(PICTURE_VIEW_COLUMNS)
    .select('contest.headAlt')
    .where('contest.id', '=', contestId)
    .executeTakeFirst()
  return row ? toPictureView(row, row.headAlt) : null
}
