import { type Kysely, type RawBuilder, sql } from 'kysely'
import { type Prepared, prepare } from './prepared.server.ts'
import type { Database } from './schema.ts'

const EVENT_TEXT = sql`sequence || ' ' || minute || ' ' || kind || ' ' || ifnull(pseudonym, '-') || ' ' ||
  ifnull(entry_id, '-') || ' ' || ifnull(against_id, '-') || ' ' || ifnull(value, '-')`

/**
 * Events of a record as one text, in their order, one a line, each as app/voting/record.ts prints it: a row at a time would take three
 * times as long to hand over. What SQLite has for it other databases call string_agg.
 */
export const ballotEventLines: Prepared<Stretch, { lines: string | null }> = prepare((db, p) =>
  linesOf(db, p, EVENT_TEXT),
)

/** The same as an export has them (app/voting/export/export-format.ts), with the hash of each; the last has no line feed. */
export const exportedEventLines: Prepared<Stretch, { lines: string | null }> = prepare((db, p) =>
  linesOf(db, p, sql`'event ' || ${EVENT_TEXT} || ' ' || hash`),
)

interface Stretch {
  contestId: string
  after: number
  until: number
}

function linesOf(db: Kysely<Database>, p: Stretch, line: RawBuilder<unknown>) {
  const events = db
    .selectFrom('ballotEvent')
    .selectAll()
    .where('contestId', '=', p.contestId)
    .where('sequence', '>', p.after)
    .where('sequence', '<=', p.until)
    .orderBy('sequence')
    .as('event')
  return db.selectFrom(events).select(sql<string | null>`group_concat(${line}, char(10))`.as('lines'))
}
