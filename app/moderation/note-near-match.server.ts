import type { Kysely } from 'kysely'
import { has, type Viewer } from '#app/accounts/roles.ts'
import { recordActivity } from '#app/activity/record-activity.server.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { writing } from '#db/database.server.ts'
import { newId } from '#db/new-id.ts'
import type { Database } from '#db/schema.ts'
import type { Finding } from './near-match.ts'

export type NoteNearMatchRefusal = 'near-match-not-found' | 'not-your-role'

export interface NoteNearMatchDetails {
  nearMatchId: string
  admin: Viewer
  finding: Finding
  note: string
}

/** Writes down what a moderator thinks of two pictures that look alike. Entries and votes do not know of it; the latest note stands. */
export function noteNearMatch(
  db: Kysely<Database>,
  { nearMatchId, admin, finding, note }: NoteNearMatchDetails,
  now: Date,
): Promise<Outcome<string, NoteNearMatchRefusal>> {
  return writing(db, async (trx) => {
    if (!has(admin, 'admin')) return refused('not-your-role')
    const match = await trx
      .selectFrom('nearMatch')
      .innerJoin('artwork', 'artwork.pictureId', 'nearMatch.pictureId')
      .innerJoin('entry', 'entry.id', 'artwork.entryId')
      .select(['entry.id as entryId', 'entry.contestId'])
      .where('nearMatch.id', '=', nearMatchId)
      .executeTakeFirst()
    if (!match) return refused('near-match-not-found')
    const id = newId()
    await trx
      .insertInto('nearMatchNote')
      .values({ id, nearMatchId, finding, note, notedBy: admin.id, notedAt: now.toISOString() })
      .execute()
    const where = { ...match, subjectId: nearMatchId }
    await recordActivity(trx, {
      at: now,
      kind: 'near-match-noted',
      actorId: admin.id,
      ...where,
      particulars: { finding },
    })
    return done(id)
  })
}
