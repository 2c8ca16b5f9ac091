import type { Transaction } from 'kysely'
import { prepare } from '#db/prepared.server.ts'
import type { Database } from '#db/schema.ts'
import type { Statements } from '#db/sqlite-connection.server.ts'
import type { ActivityKind, Happening } from './activity.ts'

type EmptyKind = {
  [H in Happening as H['kind']]: Record<string, never> extends H['particulars'] ? H['kind'] : never
}[ActivityKind]

interface Where {
  at: Date
  /** null when the clock or the shell did it. */
  actorId: string | null
  contestId?: string | null
  entryId?: string | null
  runId?: string | null
  /** The account, picture or other thing it was done to. */
  subjectId?: string | null
}

export type RecordedActivity = Where & (Happening | { kind: EmptyKind; particulars?: undefined })

/** One insert, called inside the verb's transaction: what is not recorded did not happen. */
export async function recordActivity(trx: Transaction<Database>, activity: RecordedActivity): Promise<void> {
  await trx.insertInto('activity').values(toRow(activity)).execute()
}

/** The same for works that write together. */
export function insertActivity(statements: Statements, activity: RecordedActivity): void {
  statements.run(insertRow, toRow(activity))
}

type Row = ReturnType<typeof toRow>

const insertRow = prepare((db, p: Row) =>
  db.insertInto('activity').values({
    at: p.at,
    kind: p.kind,
    actorId: p.actorId,
    contestId: p.contestId,
    entryId: p.entryId,
    runId: p.runId,
    subjectId: p.subjectId,
    particulars: p.particulars,
  }),
)

function toRow(activity: RecordedActivity) {
  return {
    at: activity.at.toISOString(),
    kind: activity.kind,
    actorId: activity.actorId,
    contestId: activity.contestId ?? null,
    entryId: activity.entryId ?? null,
    runId: activity.runId ?? null,
    subjectId: activity.subjectId ?? null,
    particulars: JSON.stringify(activity.particulars ?? {}),
  }
}
