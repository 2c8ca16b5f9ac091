import type { Kysely } from 'kysely'
import { prepare } from '#db/prepared.server.ts'
import type { Database } from '#db/schema.ts'
import type { Statements } from '#db/sqlite-connection.server.ts'
import { reading } from '#db/write-together.server.ts'
import { entryIsPublished } from './visibility.server.ts'

/** How many entries a contest has published. No seal hides the number. */
export function countPublished(db: Kysely<Database>, contestId: string): Promise<number> {
  return reading(db, (statements) => readPublishedCount(statements, contestId))
}

/** Contest id → how many entries it has published; contests without any are absent. */
export function countPublishedEntries(
  db: Kysely<Database>,
  contestIds: readonly string[],
): Promise<Map<string, number>> {
  return reading(db, (statements) => {
    const counts = contestIds.map((id): [string, number] => [id, readPublishedCount(statements, id)])
    return new Map(counts.filter(([, entries]) => entries > 0))
  })
}

/** Two thousand take two milliseconds, and pages ask while scores come in, which publish nothing and withdraw nothing. */
function readPublishedCount(statements: Statements, contestId: string): number {
  return statements.remember(
    `published entries ${contestId}`,
    () => statements.first(publishedIn, { contestId })?.entries ?? 0,
  )
}

const publishedIn = prepare((db, p: { contestId: string }) =>
  db
    .selectFrom('entry')
    .select((eb) => eb.fn.countAll<number>().as('entries'))
    .where('entry.contestId', '=', p.contestId)
    .where(entryIsPublished()),
)
