import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'
import { standingEntries } from './scorable-entries.server.ts'
import { staffAtTheClose } from './staff-voters.server.ts'
import type { CountedEntry } from './standings.ts'

/** The entries that stand, with their "I'd buy it" marks; those of people who are staff do not count. Sealed until the tally. */
export function listCountedEntries(db: Kysely<Database>, contestId: string): Promise<CountedEntry[]> {
  return standingEntries(db, contestId)
    .select((eb) => [
      'entry.id as entryId',
      'entrySubmission.submittedAt',
      eb.fn
        .coalesce(
          eb
            .selectFrom('buyMark')
            .select(({ fn }) => fn.countAll<number>().as('count'))
            .whereRef('buyMark.entryId', '=', 'entry.id')
            .where('buyMark.accountId', 'not in', staffAtTheClose(db, contestId)),
          eb.lit(0),
        )
        .as('buyMarks'),
    ])
    .orderBy('entry.id')
    .execute()
}
