import type { Kysely } from 'kysely'
import type { Viewer } from '#app/accounts/roles.ts'
import type { ContestFacts } from '#app/contests/contests.server.ts'
import { maySee } from '#app/contests/seal.ts'
import type { Database, Standing, StandingView } from '#db/schema.ts'

/** The standings of one published view, from first to last; null while they are sealed. */
export async function findViewStandings(
  db: Kysely<Database>,
  { facts, viewer, view }: { facts: ContestFacts; viewer: Viewer | null; view: StandingView },
  now: Date,
): Promise<Standing[] | null> {
  if (!maySee(viewer, 'standings', facts, now)) return null
  return db
    .selectFrom('standing')
    .selectAll()
    .where('contestId', '=', facts.contest.id)
    .where('view', '=', view)
    .orderBy('place')
    .execute()
}
