import { type ExpressionWrapper, expressionBuilder, type SqlBool } from 'kysely'
import type { Database } from '#db/schema.ts'

/**
 * The one predicate for "published": submitted, and neither withdrawn nor taken down. For any query that has `entry` in it:
 * `.where(entryIsPublished())`. Whether published entries may be *seen* is `maySee(viewer, 'entries', …)`.
 */
export function entryIsPublished(): ExpressionWrapper<Database, 'entry', SqlBool> {
  const eb = expressionBuilder<Database, 'entry'>()
  const exists = (table: 'entrySubmission' | 'withdrawal' | 'takedown') =>
    eb.exists(eb.selectFrom(table).select(`${table}.entryId`).whereRef(`${table}.entryId`, '=', 'entry.id'))
  return eb.and([exists('entrySubmission'), eb.not(exists('withdrawal')), eb.not(exists('takedown'))])
}
