import type { Kysely } from 'kysely'
import { ONE, prepare, runPrepared } from '#db/prepared.server.ts'
import type { Contest, Database } from '#db/schema.ts'
import type { Statements } from '#db/sqlite-connection.server.ts'
import { type Seat, seatRows } from './panel-seats.server.ts'
import type { Schedule } from './schedule.ts'
import type { SealedContest } from './seal.ts'

/** A contest with all that `phaseAt` and `maySee` ask of it. */
export interface ContestFacts extends SealedContest {
  contest: Contest
  /** When voting ended; from then on nothing that a voter does is taken. */
  frozenAt: string | null
}

/** The one way a contest is loaded for a decision: give its id or its slug. Takes `db` or a transaction. */
export async function findContestFacts(
  db: Kysely<Database>,
  key: { id: string } | { slug: string },
): Promise<ContestFacts | undefined> {
  const [row] = await ('id' in key ? runPrepared(db, factRowById, key) : runPrepared(db, factRowBySlug, key))
  return row && toContestFacts(row, await runPrepared(db, seatsById, { id: row.id }))
}

const factRowById = prepare((db, p: { id: string }) => factRows(db).where('contest.id', '=', p.id))
const factRowBySlug = prepare((db, p: { slug: string }) => factRows(db).where('contest.slug', '=', p.slug))
const seatsById = prepare((db, p: { id: string }) => seatRows(db, p.id))

/** The same for works that write together: one look is good until somebody else writes, or a work that changes a contest says so. */
export function readContestFacts(statements: Statements, id: string): ContestFacts | undefined {
  return statements.remember(factsKey(id), () => {
    const row = statements.first(factRowById, { id })
    return row && toContestFacts(row, statements.all(seatsById, { id }))
  })
}

/** For a work that changed what `readContestFacts` tells. */
export function forgetContestFacts(statements: Statements, id: string): void {
  statements.forget(factsKey(id))
}

function factsKey(id: string): string {
  return `contest ${id}`
}

function factRows(db: Kysely<Database>) {
  return db
    .selectFrom('contest')
    .leftJoin('publication', (join) =>
      join.onRef('publication.contestId', '=', 'contest.id').on('publication.version', '=', 1),
    )
    .leftJoin('decision', 'decision.contestId', 'contest.id')
    .leftJoin('cancellation', 'cancellation.contestId', 'contest.id')
    .leftJoin('freeze', 'freeze.contestId', 'contest.id')
    .leftJoin('tally', 'tally.contestId', 'contest.id')
    .selectAll('contest')
    .select(['publication.publishedAt', 'decision.signedAt', 'cancellation.cancelledAt'])
    .select(['freeze.frozenAt', 'tally.countedAt'])
    .select((eb) =>
      eb
        .selectFrom('votingExtension')
        .select('votingExtension.announcedAt')
        .whereRef('votingExtension.contestId', '=', 'contest.id')
        .limit(ONE)
        .as('extendedFrom'),
    )
}

function toContestFacts(row: FactRow, seats: readonly Seat[]): ContestFacts {
  const { publishedAt, signedAt, cancelledAt, frozenAt, countedAt, extendedFrom, ...contest } = row
  return {
    contest,
    schedule: scheduleOf(contest, { publishedAt, decidedAt: signedAt, cancelledAt, frozenAt, extendedFrom }),
    frozenAt,
    countedAt,
    panel: seats.filter(({ active }) => active === 1).map(({ jurorId }) => jurorId),
  }
}

type FactRow = Awaited<ReturnType<ReturnType<typeof factRows>['executeTakeFirstOrThrow']>>

const publishedId = prepare((db, p: { slug: string }) =>
  db
    .selectFrom('contest')
    .innerJoin('publication', (join) =>
      join.onRef('publication.contestId', '=', 'contest.id').on('publication.version', '=', 1),
    )
    .select('contest.id')
    .where('contest.slug', '=', p.slug),
)

/** Which contest has this public address; null when none has. */
export function readPublishedId(statements: Statements, slug: string): string | null {
  return statements.remember(`published ${slug}`, () => statements.first(publishedId, { slug })?.id ?? null)
}

/** The address part of its public page; null while it has none, as a draft, even one that was cancelled. */
export function publicSlugOf({ contest, schedule }: Pick<ContestFacts, 'contest' | 'schedule'>): string | null {
  return schedule.publishedAt ? contest.slug : null
}

export function scheduleOf(
  contest: Pick<Contest, 'opensAt' | 'votingOpensAt' | 'votingClosesAt' | 'decisionDueAt'>,
  acts: Pick<Schedule, 'publishedAt' | 'decidedAt' | 'cancelledAt' | 'frozenAt' | 'extendedFrom'>,
): Schedule {
  const { opensAt, votingOpensAt, votingClosesAt, decisionDueAt } = contest
  return { opensAt, votingOpensAt, votingClosesAt, decisionDueAt, ...acts }
}
