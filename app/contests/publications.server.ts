import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'
import { textOf } from './promises.ts'

export interface PublishedVersion {
  version: number
  publishedAt: string
  publishedBy: string
  summary: string
  brief: string
}

/** Every version of the rules and the text since the contest was announced, the first first. Public. */
export async function listVersions(db: Kysely<Database>, contestId: string): Promise<PublishedVersion[]> {
  const rows = await db
    .selectFrom('publication')
    .innerJoin('account', 'account.id', 'publication.publishedBy')
    .select(['version', 'promises', 'publishedAt', 'account.name', 'account.handle'])
    .where('contestId', '=', contestId)
    .orderBy('version')
    .execute()
  return rows.map(({ version, promises, publishedAt, name, handle }) => ({
    version,
    publishedAt,
    publishedBy: name ?? handle,
    ...textOf(promises),
  }))
}

/** Why and when a contest was cancelled; null when it was not. Public. */
export async function findCancellation(
  db: Kysely<Database>,
  contestId: string,
): Promise<{ reason: string; cancelledAt: string } | null> {
  const row = await db
    .selectFrom('cancellation')
    .select(['reason', 'cancelledAt'])
    .where('contestId', '=', contestId)
    .executeTakeFirst()
  return row ?? null
}
