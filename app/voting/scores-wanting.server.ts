import { type Kysely, sql } from 'kysely'
import type { VotingMethod } from '#app/contests/brief.ts'
import type { Database } from '#db/schema.ts'
import { standingEntries } from './scorable-entries.server.ts'

/** Some ten milliseconds' reading. */
const EVENTS_AT_ONCE = 20_000

/**
 * Whether an entry that stands has fewer scores than `least`; never which, nor how many. What counts is how many people scored it, as
 * the record tells it for ever: changes count once, and so does a ballot that is not full yet, is in quarantine or was excluded. Were
 * those left out, the desk could lengthen or shorten a vote, and its length would tell what the desk found. In duels it is how many
 * answered a duel with the entry in it. An entry that was withdrawn or taken down lacks nothing.
 */
export async function isAnEntryWanting(
  db: Kysely<Database>,
  { contestId, method, least }: { contestId: string; method: VotingMethod; least: number },
): Promise<boolean> {
  return method === 'duels' ? isADuelWanting(db, contestId, least) : isAScoreWanting(db, contestId, least)
}

/** Reads no further than until all have enough: the queue hands them out evenly, so that is soon. */
async function isAScoreWanting(db: Kysely<Database>, contestId: string, least: number): Promise<boolean> {
  const standing = await standingEntries(db, contestId).select('entry.id').execute()
  const lacking = new Map(standing.map(({ id }) => [id, least]))
  const { last } = await db
    .selectFrom('ballotEvent')
    .select((eb) => eb.fn.coalesce(eb.fn.max('sequence'), eb.lit(0)).as('last'))
    .where('contestId', '=', contestId)
    .executeTakeFirstOrThrow()
  for (let after = 0; lacking.size > 0 && after < last; after += EVENTS_AT_ONCE) {
    const scores = await db
      .selectFrom('ballotEvent')
      .select((eb) => ['entryId', eb.fn.countAll<number>().as('scores')])
      .where('contestId', '=', contestId)
      .where('sequence', '>', after)
      .where('sequence', '<=', after + EVENTS_AT_ONCE)
      .where('kind', '=', 'score')
      .groupBy('entryId')
      .execute()
    for (const { entryId, scores: more } of scores) {
      const still = lacking.get(entryId ?? '')
      if (still === undefined) continue
      if (still <= more) lacking.delete(entryId ?? '')
      else lacking.set(entryId ?? '', still - more)
    }
  }
  return lacking.size > 0
}

async function isADuelWanting(db: Kysely<Database>, contestId: string, least: number): Promise<boolean> {
  const wanting = await standingEntries(db, contestId)
    .select('entry.id')
    .where((eb) => {
      const answered = (side: 'firstId' | 'secondId') =>
        eb
          .selectFrom('duel')
          .select('duel.number')
          .whereRef(`duel.${side}`, '=', 'entry.id')
          .where('duel.value', 'is not', null)
      const enough = answered('firstId').unionAll(answered('secondId')).limit(least).as('answered')
      return eb(eb.selectFrom(enough).select(sql<number>`count(*)`.as('count')), '<', least)
    })
    .limit(1)
    .executeTakeFirst()
  return wanting !== undefined
}
