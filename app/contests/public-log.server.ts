import type { Kysely } from 'kysely'
import type { Viewer } from '#app/accounts/roles.ts'
import { ACTIVITIES, type Happening } from '#app/activity/activity.ts'
import type { Database } from '#db/schema.ts'
import type { ContestFacts } from './contests.server.ts'
import { isToldKind, mayNameActor, type ToldKind, toldKinds } from './public-log.ts'

export const LOG_PAGE_LINES = 50

/** One line of a contest's public log. */
export type LogLine = {
  id: number
  at: string
  /** null for the clock, for a person who left, and while the seal hides who drew an entry. */
  actor: string | null
  /** The juror who was seated or unseated. */
  subject: string | null
  /** Only of an entry that still stands. */
  entry: { id: string; title: string } | null
} & Extract<Happening, { kind: ToldKind }>

/** A page of what happened, the latest first, as far as this viewer may know. Pages count from 1. */
export async function findLogPage(
  db: Kysely<Database>,
  { facts, viewer, page }: { facts: ContestFacts; viewer: Viewer | null; page: number },
  now: Date,
): Promise<{ lines: LogLine[]; page: number; pages: number }> {
  const kinds = toldKinds(viewer, facts, now)
  const { publishedAt } = facts.schedule
  if (kinds.length === 0 || publishedAt === null) return { lines: [], page: 1, pages: 1 }
  const told = db
    .selectFrom('activity')
    .where('activity.contestId', '=', facts.contest.id)
    .where('activity.kind', 'in', kinds)
    // How the panel was put together before the announcement is the draft's affair.
    .where('activity.at', '>=', publishedAt)
  const { total } = await told.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const pages = Math.max(1, Math.ceil(total / LOG_PAGE_LINES))
  const shown = Math.min(Math.max(1, page), pages)
  const rows = await told
    .leftJoin('account as actor', 'actor.id', 'activity.actorId')
    .leftJoin('account as subject', 'subject.id', 'activity.subjectId')
    .leftJoin('entry', 'entry.id', 'activity.entryId')
    .leftJoin('withdrawal', 'withdrawal.entryId', 'entry.id')
    .leftJoin('takedown', 'takedown.entryId', 'entry.id')
    .select(['activity.id', 'activity.at', 'activity.kind', 'activity.particulars'])
    .select(['actor.name as actor', 'subject.name as subject', 'entry.id as entryId', 'entry.title as entryTitle'])
    .select((eb) => eb.fn.coalesce('withdrawal.entryId', 'takedown.entryId').as('goneEntryId'))
    .orderBy('activity.id', 'desc')
    .limit(LOG_PAGE_LINES)
    .offset((shown - 1) * LOG_PAGE_LINES)
    .execute()
  const lines = rows.flatMap(({ kind, particulars, actor, entryId, entryTitle, goneEntryId, ...row }): LogLine[] => {
    const happening = readHappening(kind, particulars)
    if (!happening) return []
    const entry = entryId !== null && goneEntryId === null ? { id: entryId, title: entryTitle ?? '' } : null
    const named = mayNameActor(viewer, happening.kind, facts, now) ? actor : null
    return [{ ...row, actor: named, entry, ...happening }]
  })
  return { lines, page: shown, pages }
}

/** A row written by another version of the app may hold what this one cannot read; it is left out, not shown half. */
function readHappening(kind: string, particulars: string): Extract<Happening, { kind: ToldKind }> | null {
  if (!isToldKind(kind)) return null
  const reading = ACTIVITIES[kind].safeParse(JSON.parse(particulars))
  if (!reading.success) return null
  // The schema of a kind answers that kind's particulars; TypeScript cannot follow the pair through the union.
  return { kind, particulars: reading.data } as Extract<Happening, { kind: ToldKind }>
}
