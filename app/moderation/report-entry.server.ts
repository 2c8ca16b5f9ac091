import type { Kysely } from 'kysely'
import type { Viewer } from '#app/accounts/roles.ts'
import { recordActivity } from '#app/activity/record-activity.server.ts'
import { findVisibleEntry } from '#app/entries/entries.server.ts'
import { isMaker } from '#app/entries/visibility.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { writing } from '#db/database.server.ts'
import { newId } from '#db/new-id.ts'
import type { Database } from '#db/schema.ts'
import type { ReportReason } from './report.ts'

export type ReportEntryRefusal = 'entry-not-found' | 'own-entry-reported' | 'already-reported' | 'email-not-confirmed'

export interface ReportEntryDetails {
  entryId: string
  reporter: Viewer
  reason: ReportReason
  detail: string
}

/** Tells the admins that something is wrong with an entry. Once per person and entry; nothing is hidden by it. */
export function reportEntry(
  db: Kysely<Database>,
  { entryId, reporter, reason, detail }: ReportEntryDetails,
  now: Date,
): Promise<Outcome<string, ReportEntryRefusal>> {
  return writing(db, async (trx) => {
    const facts = await findVisibleEntry(trx, entryId, reporter, now)
    if (!facts?.submittedAt) return refused('entry-not-found')
    if (!reporter.emailConfirmed) return refused('email-not-confirmed')
    if (isMaker(reporter, facts)) return refused('own-entry-reported')
    const earlier = await trx
      .selectFrom('report')
      .select('id')
      .where('entryId', '=', entryId)
      .where('reporterId', '=', reporter.id)
      .executeTakeFirst()
    if (earlier) return refused('already-reported')

    const id = newId()
    await trx
      .insertInto('report')
      .values({ id, entryId, reporterId: reporter.id, reason, detail, reportedAt: now.toISOString() })
      .execute()
    await recordActivity(trx, {
      at: now,
      kind: 'entry-reported',
      actorId: reporter.id,
      contestId: facts.entry.contestId,
      entryId,
      subjectId: id,
      particulars: { reason },
    })
    return done(id)
  })
}
