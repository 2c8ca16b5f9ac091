import type { Kysely } from 'kysely'
import type { PictureView } from '#app/images/picture.ts'
import { PICTURE_VIEW_COLUMNS, toPictureView } from '#app/images/pictures.server.ts'
import type { Database } from '#db/schema.ts'
import { scheduleOf } from './contests.server.ts'
import { nextBoundary, type Phase, phaseAt, type Schedule } from './schedule.ts'

/** A contest as lists show it. */
export interface ContestCard {
  contestId: string
  slug: string
  title: string
  product: string
  summary: string
  zone: string
  head: PictureView | null
  schedule: Schedule
  phase: Phase
}

export const ENDED_PAGE_CONTESTS = 12

/** Published contests that have neither been decided nor cancelled; the one whose next boundary is nearest comes first. */
export async function listRunningContests(db: Kysely<Database>, now: Date): Promise<ContestCard[]> {
  const rows = await publishedContests(db)
    .where('decision.signedAt', 'is', null)
    .where('cancellation.cancelledAt', 'is', null)
    .orderBy('contest.opensAt')
    .execute()
  const cards = rows.map((row) => toCard(row, now))
  const due = ({ schedule }: ContestCard) => nextBoundary(schedule, now)?.at ?? schedule.decisionDueAt
  return cards.sort((a, b) => (due(a) < due(b) ? -1 : 1))
}

/** Decided and cancelled contests, the latest first. Pages count from 1; a page past the last shows the last. */
export async function listEndedContests(
  db: Kysely<Database>,
  { page }: { page: number },
  now: Date,
): Promise<{ contests: ContestCard[]; page: number; pages: number }> {
  const ended = publishedContests(db).where((eb) =>
    eb.or([eb('decision.signedAt', 'is not', null), eb('cancellation.cancelledAt', 'is not', null)]),
  )
  const { total } = await ended
    .clearSelect()
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const pages = Math.max(1, Math.ceil(total / ENDED_PAGE_CONTESTS))
  const shown = Math.min(Math.max(1, page), pages)
  const rows = await ended
    .orderBy((eb) => eb.fn.coalesce('decision.signedAt', 'cancellation.cancelledAt'), 'desc')
    .orderBy('contest.id')
    .limit(ENDED_PAGE_CONTESTS)
    .offset((shown - 1) * ENDED_PAGE_CONTESTS)
    .execute()
  return { contests: rows.map((row) => toCard(row, now)), page: shown, pages }
}

function publishedContests(db: Kysely<Database>) {
  return db
    .selectFrom('contest')
    .innerJoin('publication', (join) =>
      join.onRef('publication.contestId', '=', 'contest.id').on('publication.version', '=', 1),
    )
    .leftJoin('decision', 'decision.contestId', 'contest.id')
    .leftJoin('cancellation', 'cancellation.contestId', 'contest.id')
    .leftJoin('picture', 'picture.id', 'contest.headPictureId')
    .select(PICTURE_VIEW_COLUMNS)
    .select([
      'contest.id as contestId',
      'contest.slug',
      'contest.title',
      'contest.product',
      'contest.summary',
      'contest.zone',
      'contest.headAlt',
      'contest.opensAt',
      'contest.votingOpensAt',
      'contest.votingClosesAt',
      'contest.decisionDueAt',
      'publication.publishedAt',
      'decision.signedAt',
      'cancellation.cancelledAt',
    ])
}

type CardRow = Awaited<ReturnType<ReturnType<typeof publishedContests>['execute']>>[number]

function toCard(row: CardRow, now: Date): ContestCard {
  const { contestId, slug, title, product, summary, zone, publishedAt, signedAt, cancelledAt } = row
  const schedule = scheduleOf(row, { publishedAt, decidedAt: signedAt, cancelledAt })
  return {
    contestId,
    slug,
    title,
    product,
    summary,
    zone,
    head: headOf(row),
    schedule,
    phase: phaseAt(schedule, now),
  }
}

function headOf({ id, width, height, blur, ground, shownOn, avif, full, headAlt }: CardRow): PictureView | null {
  if (id === null || width === null || height === null || blur === null || ground === null) return null
  return toPictureView({ id, width, height, blur, ground, shownOn, avif: avif ?? 0, full: full ?? 0 }, headAlt)
}
