import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'
import { chooseNext, firstInHand } from './queue.ts'
import { findQueue, scorableEntries, standingEntries } from './scorable-entries.server.ts'
import type { VoterKey } from './voters.server.ts'

/** The entry that this voter holds: handed, neither scored nor passed, still standing. null when their hand is empty. */
export async function findEntryInHand(db: Kysely<Database>, key: VoterKey): Promise<string | null> {
  const hand = await scorableEntries(db, key)
    .innerJoin('exposure', (join) =>
      join.onRef('exposure.entryId', '=', 'entry.id').on('exposure.voterId', '=', key.voterId),
    )
    .leftJoin('score', (join) => join.onRef('score.entryId', '=', 'entry.id').on('score.voterId', '=', key.voterId))
    .where('exposure.passedAt', 'is', null)
    .where('score.value', 'is', null)
    .select(['entry.id as entryId', 'exposure.handedAt'])
    .execute()
  return firstInHand(hand, key.voterId)
}

/** What the queue would hand this voter now; hands nothing, so a page may ask it in order to load the picture ahead. */
export async function findNextInQueue(db: Kysely<Database>, key: VoterKey): Promise<string | null> {
  const handed = await db
    .selectFrom('exposure')
    .select('entryId')
    .where('contestId', '=', key.contestId)
    .where('voterId', '=', key.voterId)
    .execute()
  return chooseNext(await findQueue(db, key), new Set(handed.map((exposure) => exposure.entryId)), key.voterId)
}

/** How evenly attention was shared: live and unsealed, since it says nothing about scores (DESIGN.md, Voting 5). */
export async function findExposureSpread(
  db: Kysely<Database>,
  contestId: string,
): Promise<{ entries: number; least: number; most: number }> {
  const rows = await standingEntries(db, contestId)
    .leftJoin('exposure', 'exposure.entryId', 'entry.id')
    .select((eb) => eb.fn.count<number>('exposure.voterId').as('handed'))
    .groupBy('entry.id')
    .execute()
  const handed = rows.map((row) => row.handed)
  const [first = 0] = handed
  return { entries: handed.length, least: Math.min(first, ...handed), most: Math.max(first, ...handed) }
}
