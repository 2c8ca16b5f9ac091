import type { Kysely } from 'kysely'
import type { Contest, Database } from '#db/schema.ts'
import { listSeats } from './panel-seats.server.ts'
import type { Schedule } from './schedule.ts'
import type { SealedContest } from './seal.ts'

/** A contest with all that `phaseAt` and `maySee` ask of it. */
export interface ContestFacts extends SealedContest {
  contest: Contest
}

/** The one way a contest is loaded for a decision: give its id or its slug. Takes `db` or a transaction. */
export async function findContestFacts(
  db: Kysely<Database>,
  key: { id: string } | { slug: string },
): Promise<ContestFacts | undefined> {
  const row = await db
    .selectFrom('contest')
    .leftJoin('publication', (join) =>
      join.onRef('publication.contestId', '=', 'contest.id').on('publication.version', '=', 1),
    )
    .leftJoin('decision', 'decision.contestId', 'contest.id')
    .leftJoin('cancellation', 'cancellation.contestId', 'contest.id')
    .leftJoin('freeze', 'freeze.contestId', 'contest.id')
    .selectAll('contest')
    .select(['publication.publishedAt', 'decision.signedAt', 'cancellation.cancelledAt', 'freeze.frozenAt'])
    .where((eb) => ('id' in key ? eb('contest.id', '=', key.id) : eb('contest.slug', '=', key.slug)))
    .executeTakeFirst()
  if (!row) return undefined
  const { publishedAt, signedAt, cancelledAt, frozenAt, ...contest } = row
  const seats = await listSeats(db, contest.id)
  return {
    contest,
    schedule: scheduleOf(contest, { publishedAt, decidedAt: signedAt, cancelledAt }),
    frozenAt,
    panel: seats.filter(({ active }) => active === 1).map(({ jurorId }) => jurorId),
  }
}

/** The address part of its public page; null while it has none, as a draft, even one that was cancelled. */
export function publicSlugOf({ contest, schedule }: Pick<ContestFacts, 'contest' | 'schedule'>): string | null {
  return schedule.publishedAt ? contest.slug : null
}

export function scheduleOf(
  contest: Pick<Contest, 'opensAt' | 'votingOpensAt' | 'votingClosesAt' | 'decisionDueAt'>,
  acts: Pick<Schedule, 'publishedAt' | 'decidedAt' | 'cancelledAt'>,
): Schedule {
  const { opensAt, votingOpensAt, votingClosesAt, decisionDueAt } = contest
  return { opensAt, votingOpensAt, votingClosesAt, decisionDueAt, ...acts }
}
