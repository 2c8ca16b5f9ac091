import type { Transaction } from 'kysely'
import type { Database } from '#db/schema.ts'

/**
 * What another domain does when an entry leaves its contest, in the same transaction. Entries and moderation may not know the vote that
 * builds on them, so whoever calls their verbs hands these in.
 */
export type GoneStep = (
  trx: Transaction<Database>,
  gone: { contestId: string; entryId: string },
  now: Date,
) => Promise<void>
