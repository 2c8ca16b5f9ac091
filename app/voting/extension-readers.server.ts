import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'
import { standingEntries } from './scorable-entries.server.ts'

export interface ExtensionReaders {
  /** Who drew a design that stands, or stands beside it. */
  makerIds: string[]
  /** Who began a ballot, and drew nothing here. */
  voterIds: string[]
}

/** Whom it concerns that a vote goes on, without a word on whose design lacks votes. */
export async function findExtensionReaders(db: Kysely<Database>, contestId: string): Promise<ExtensionReaders> {
  const designers = await standingEntries(db, contestId).select('entry.designerId as id').distinct().execute()
  const collaborators = await standingEntries(db, contestId)
    .innerJoin('collaborator', 'collaborator.entryId', 'entry.id')
    .where('collaborator.acceptedAt', 'is not', null)
    .select('collaborator.accountId as id')
    .distinct()
    .execute()
  const voters = await db
    .selectFrom('ballotKey')
    .select('voterId as id')
    .where('contestId', '=', contestId)
    .orderBy('voterId')
    .execute()
  const makers = new Set([...designers, ...collaborators].map(({ id }) => id))
  return { makerIds: [...makers].sort(), voterIds: voters.map(({ id }) => id).filter((id) => !makers.has(id)) }
}
