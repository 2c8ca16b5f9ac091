import type { Kysely } from 'kysely'
import type { Viewer } from '#app/accounts/roles.ts'
import { type ContestFacts, findContestFacts } from '#app/contests/contests.server.ts'
import { prepare, runPrepared } from '#db/prepared.server.ts'
import type { Database, Entry } from '#db/schema.ts'
import type { EntryTimes } from './entry.ts'
import { type Makers, maySeeEntry } from './visibility.ts'

/** An entry with all that decides what may be done with it and who may see it. */
export interface EntryFacts extends EntryTimes, Makers {
  entry: Entry
  contest: ContestFacts
  takedownReason: string | null
}

/** The one way an entry is loaded for a decision. Takes `db` or a transaction. */
export async function findEntryFacts(db: Kysely<Database>, entryId: string): Promise<EntryFacts | undefined> {
  const [row] = await runPrepared(db, entryRow, { entryId })
  if (!row) return undefined
  const contest = await findContestFacts(db, { id: row.contestId })
  if (!contest) return undefined
  const collaborators = await runPrepared(db, collaboratorRows, { entryId })
  const { submittedAt, withdrawnAt, takenDownAt, takedownReason, ...entry } = row
  return {
    entry,
    contest,
    ...{ submittedAt, withdrawnAt, takenDownAt, takedownReason },
    designerId: entry.designerId,
    collaboratorIds: collaborators.map(({ accountId }) => accountId),
  }
}

const entryRow = prepare((db, p: { entryId: string }) =>
  db
    .selectFrom('entry')
    .leftJoin('entrySubmission', 'entrySubmission.entryId', 'entry.id')
    .leftJoin('withdrawal', 'withdrawal.entryId', 'entry.id')
    .leftJoin('takedown', 'takedown.entryId', 'entry.id')
    .selectAll('entry')
    .select([
      'entrySubmission.submittedAt',
      'withdrawal.withdrawnAt',
      'takedown.takenDownAt',
      'takedown.reason as takedownReason',
    ])
    .where('entry.id', '=', p.entryId),
)
const collaboratorRows = prepare((db, p: { entryId: string }) =>
  db.selectFrom('collaborator').select('accountId').where('entryId', '=', p.entryId).where('declinedAt', 'is', null),
)

/** An entry that exists and is this viewer's to see; else undefined, which pages answer with 404. */
export async function findVisibleEntry(
  db: Kysely<Database>,
  entryId: string,
  viewer: Viewer | null,
  now: Date,
): Promise<EntryFacts | undefined> {
  const facts = await findEntryFacts(db, entryId)
  return facts && maySeeEntry(viewer, facts, facts.contest, now) ? facts : undefined
}
