import type { ExpressionBuilder, Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'
import { type ContestWarning, warningsFor } from './contest-warnings.ts'
import { scheduleOf } from './contests.server.ts'
import { type Boundary, nextBoundary, type Phase, phaseAt, type Schedule } from './schedule.ts'

/** A contest as the admins' list shows it. */
export interface AdminContest {
  contestId: string
  slug: string
  title: string
  zone: string
  schedule: Schedule
  phase: Phase
  next: { boundary: Boundary; at: string } | null
  seats: number
  quorum: number
  updatedAt: string
  warnings: ContestWarning[]
}

/** Every contest, drafts too. Only for admins: the caller asks. */
export async function listContestsForAdmin(db: Kysely<Database>, now: Date): Promise<AdminContest[]> {
  const rows = await db
    .selectFrom('contest')
    .leftJoin('publication', (join) =>
      join.onRef('publication.contestId', '=', 'contest.id').on('publication.version', '=', 1),
    )
    .leftJoin('decision', 'decision.contestId', 'contest.id')
    .leftJoin('cancellation', 'cancellation.contestId', 'contest.id')
    .select([
      'contest.id',
      'contest.slug',
      'contest.title',
      'contest.zone',
      'contest.quorum',
      'contest.updatedAt',
      'contest.opensAt',
      'contest.votingOpensAt',
      'contest.votingClosesAt',
      'contest.decisionDueAt',
      'publication.publishedAt',
      'decision.signedAt',
      'cancellation.cancelledAt',
    ])
    .select((eb) => [activeSeats(eb).as('seats'), activeSeats(eb).where('panelSeat.mayClose', '=', 1).as('closers')])
    .orderBy('contest.createdAt', 'desc')
    .execute()
  return rows.map(({ id, publishedAt, signedAt, cancelledAt, seats, closers, ...row }) => {
    const schedule = scheduleOf(row, { publishedAt, decidedAt: signedAt, cancelledAt })
    const panel = { seats: seats ?? 0, closers: closers ?? 0, quorum: row.quorum }
    return {
      contestId: id,
      slug: row.slug,
      title: row.title,
      zone: row.zone,
      quorum: row.quorum,
      updatedAt: row.updatedAt,
      schedule,
      phase: phaseAt(schedule, now),
      next: nextBoundary(schedule, now) ?? null,
      seats: panel.seats,
      warnings: warningsFor(schedule, panel, now),
    }
  })
}

function activeSeats(eb: ExpressionBuilder<Database, 'contest'>) {
  return eb
    .selectFrom('panelSeat')
    .innerJoin('roleGrant', (join) =>
      join.onRef('roleGrant.accountId', '=', 'panelSeat.jurorId').on('roleGrant.role', '=', 'juror'),
    )
    .whereRef('panelSeat.contestId', '=', 'contest.id')
    .select((count) => count.fn.countAll<number>().as('seats'))
}
