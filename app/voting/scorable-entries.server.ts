import type { Kysely } from 'kysely'
import { entryIsPublished } from '#app/entries/visibility.server.ts'
import type { Database } from '#db/schema.ts'
import type { QueuedEntry } from './queue.ts'
import type { VoterKey } from './voters.server.ts'

/** The entries that stand in a contest: submitted, not withdrawn, not taken down. */
export function standingEntries(db: Kysely<Database>, contestId: string) {
  return db
    .selectFrom('entry')
    .innerJoin('entrySubmission', 'entrySubmission.entryId', 'entry.id')
    .where('entry.contestId', '=', contestId)
    .where(entryIsPublished())
}

/** Those of them that this voter may score: neither drawn by them nor by somebody who asked them to stand beside the work. */
export function scorableEntries(db: Kysely<Database>, { contestId, voterId }: VoterKey) {
  return standingEntries(db, contestId)
    .where('entry.designerId', '!=', voterId)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('collaborator')
            .select('collaborator.entryId')
            .whereRef('collaborator.entryId', '=', 'entry.id')
            .where('collaborator.accountId', '=', voterId)
            .where('collaborator.declinedAt', 'is', null),
        ),
      ),
    )
}

export async function countScorable(db: Kysely<Database>, key: VoterKey): Promise<number> {
  const { count } = await scorableEntries(db, key)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** The queue's input: what may be scored, with how many voters were handed it. */
export function findQueue(db: Kysely<Database>, key: VoterKey): Promise<QueuedEntry[]> {
  return scorableEntries(db, key)
    .select((eb) => [
      'entry.id as entryId',
      eb.fn
        .coalesce(
          eb
            .selectFrom('exposure')
            .select(({ fn }) => fn.countAll<number>().as('count'))
            .whereRef('exposure.entryId', '=', 'entry.id'),
          eb.lit(0),
        )
        .as('handed'),
    ])
    .execute()
}

export type Whose = { whose: 'theirs-to-score'; title: string } | { whose: 'own' } | { whose: 'gone' }

/** What an entry is to this voter; 'gone' when it does not stand in this contest. */
export async function findWhose(db: Kysely<Database>, key: VoterKey, entryId: string): Promise<Whose> {
  const entry = await standingEntries(db, key.contestId)
    .select('entry.title')
    .where('entry.id', '=', entryId)
    .executeTakeFirst()
  if (!entry) return { whose: 'gone' }
  const scorable = await scorableEntries(db, key).select('entry.id').where('entry.id', '=', entryId).executeTakeFirst()
  return scorable ? { whose: 'theirs-to-score', title: entry.title } : { whose: 'own' }
}
