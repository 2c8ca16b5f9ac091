import { sql } from 'kysely'
import { type Prepared, prepare } from './prepared.server.ts'

/**
 * Events of a record as one text, in their order, one a line, each as app/voting/record.ts prints it: a row at a time would take three
 * times as long to hand over. What SQLite has for it other databases call string_agg.
 */
export const ballotEventLines: Prepared<{ contestId: string; after: number; until: number }, { lines: string | null }> =
  prepare((db, p) => {
    const events = db
      .selectFrom('ballotEvent')
      .selectAll()
      .where('contestId', '=', p.contestId)
      .where('sequence', '>', p.after)
      .where('sequence', '<=', p.until)
      .orderBy('sequence')
      .as('event')
    const line = sql`sequence || ' ' || minute || ' ' || kind || ' ' || ifnull(pseudonym, '-') || ' ' ||
      ifnull(entry_id, '-') || ' ' || ifnull(against_id, '-') || ' ' || ifnull(value, '-')`
    return db.selectFrom(events).select(sql<string | null>`group_concat(${line}, char(10))`.as('lines'))
  })
