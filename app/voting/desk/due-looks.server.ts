import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'

/** While voting is open; the frozen ballots are looked at at once, and again after each ruling. */
export const LOOK_EVERY_MINUTES = 10

/** Contests whose record has grown since the signals looked at it last; first those that are frozen, whose count waits for it. */
export async function findDueLooks(db: Kysely<Database>, now: Date): Promise<string[]> {
  const at = now.toISOString()
  const before = new Date(now.getTime() - LOOK_EVERY_MINUTES * 60_000).toISOString()
  const rows = await db
    .selectFrom('contest')
    .innerJoin('publication', (join) =>
      join.onRef('publication.contestId', '=', 'contest.id').on('publication.version', '=', 1),
    )
    .leftJoin('cancellation', 'cancellation.contestId', 'contest.id')
    .leftJoin('tally', 'tally.contestId', 'contest.id')
    .leftJoin('freeze', 'freeze.contestId', 'contest.id')
    .leftJoin('deskLook', (join) =>
      join.on('deskLook.id', '=', (eb) =>
        eb
          .selectFrom('deskLook as newest')
          .select((each) => each.fn.max('newest.id').as('id'))
          .whereRef('newest.contestId', '=', 'contest.id'),
      ),
    )
    .select((eb) => [
      'contest.id',
      'freeze.frozenAt',
      'deskLook.lookedAt',
      'deskLook.last',
      'deskLook.sequence',
      eb
        .selectFrom('ballotEvent')
        .select((each) => each.fn.max('ballotEvent.sequence').as('sequence'))
        .whereRef('ballotEvent.contestId', '=', 'contest.id')
        .as('head'),
    ])
    .where('cancellation.contestId', 'is', null)
    .where('tally.contestId', 'is', null)
    .where('contest.votingOpensAt', '<=', at)
    .execute()
  const frozenFirst = rows.toSorted((a, b) => Number(b.frozenAt !== null) - Number(a.frozenAt !== null))
  return frozenFirst.flatMap(({ id, frozenAt, lookedAt, last, sequence, head }) => {
    const grown = (head ?? 0) > (sequence ?? 0)
    const due = frozenAt === null ? grown && (lookedAt === null || lookedAt <= before) : last !== 1 || grown
    return due ? [id] : []
  })
}
