import { type Kysely, type RawBuilder, sql } from 'kysely'
import { type Prepared, prepare } from './prepared.server.ts'
import type { Database } from './schema.ts'

const EVENT_TEXT = sql`sequence || ' ' || minute || ' ' || kind || ' ' || ifnull(pseudonym, '-') || ' ' ||
  ifnull(entry_id, '-') || ' ' || ifnull(against_id, '-') || ' ' || ifnull(value, '-')`

/** Of a score and its change three words, of whatever else happens five: see app/voting/event-lines.ts. */
const COUNTED_TEXT = sql`CASE WHEN kind = 'score' OR kind = 'change' THEN pseudonym || ' ' || entry_id || ' ' || value
  ELSE '!' || kind || ' ' || ifnull(pseudonym, '-') || ' ' || ifnull(entry_id, '-') || ' ' || ifnull(against_id, '-') || ' ' ||
    ifnull(value, '-') END`

/**
 * Events of a record as the bytes of one text, in their order, one a line, each as app/voting/event-lines.ts prints it: a row at a time would take
 * three times as long to hand over. What SQLite has for it other databases call string_agg.
 */
export const countedEventLines: Prepared<Stretch, { lines: Uint8Array | null }> = prepare((db, p) =>
  db
    .selectFrom(linesOf(db, p, COUNTED_TEXT))
    .select(sql<Uint8Array | null>`CAST(group_concat(line, char(10)) AS BLOB)`.as('lines')),
)

/** The same as an export has them (app/voting/export/export-format.ts): seven words and the hash; the last has no line feed. */
export const exportedEventLines: Prepared<Stretch, { lines: string | null }> = prepare((db, p) =>
  db
    .selectFrom(linesOf(db, p, sql`'event ' || ${EVENT_TEXT} || ' ' || hash`))
    .select(sql<string | null>`group_concat(line, char(10))`.as('lines')),
)

interface Stretch {
  contestId: string
  after: number
  until: number
}

/** The lines are made here: to hand the columns on takes a fifth longer. */
function linesOf(db: Kysely<Database>, p: Stretch, line: RawBuilder<unknown>) {
  return db
    .selectFrom('ballotEvent')
    .select(line.as('line'))
    .where('contestId', '=', p.contestId)
    .where('sequence', '>', p.after)
    .where('sequence', '<=', p.until)
    .orderBy('sequence')
    .as('event')
}
