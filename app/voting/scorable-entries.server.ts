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

/** Whose the entry is to this voter: 'scorable', 'own', or 'gone' when it does not stand in this contest. */
export async function findStandingOf(
  db: Kysely<Database>,
  key: VoterKey,
  entryId: string,
): Promise<'scorable' | 'own' | 'gone'> {
  const stands = await standingEntries(db, key.contestId)
    .select('entry.id')
    .where('entry.id', '=', entryId)
    .executeTakeFirst()
  if (!stands) return 'gone'
  const scorable = await scorableEntries(db, key).select('entry.id').where('entry.id', '=', entryId).executeTakeFirst()
  return scorable ? 'scorable' : 'own'
}
