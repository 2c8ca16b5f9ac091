import type { Kysely } from 'kysely'
import { isStaff, type Viewer } from '#app/accounts/roles.ts'
import { findViewerById } from '#app/accounts/viewers.server.ts'
import { recordActivity } from '#app/activity/record-activity.server.ts'
import { findContestFacts } from '#app/contests/contests.server.ts'
import { phaseAt } from '#app/contests/schedule.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { writing } from '#db/database.server.ts'
import { newId } from '#db/new-id.ts'
import type { Database } from '#db/schema.ts'
import { isOldEnough, mayBeginAgain, mayStartAnother } from './entering.ts'

export type StartEntryRefusal =
  | 'contest-not-found'
  | 'staff-do-not-take-part'
  | 'email-not-confirmed'
  | 'entries-not-open'
  | 'entries-closed'
  | 'account-too-young'
  | 'enough-entries'
  | 'begun-too-often'

/** Makes an empty draft. Returns the entry's id. */
export function startEntry(
  db: Kysely<Database>,
  { contestId, designer: asking }: { contestId: string; designer: Viewer },
  now: Date,
): Promise<Outcome<string, StartEntryRefusal>> {
  return writing(db, async (trx) => {
    const facts = await findContestFacts(trx, { id: contestId })
    const designer = await findViewerById(trx, asking.id)
    if (!facts || !designer) return refused('contest-not-found')
    const phase = phaseAt(facts.schedule, now)
    if (phase === 'draft') return refused('contest-not-found')
    if (isStaff(designer)) return refused('staff-do-not-take-part')
    if (!designer.emailConfirmed) return refused('email-not-confirmed')
    if (phase === 'announced') return refused('entries-not-open')
    if (phase !== 'open') return refused('entries-closed')
    if (!isOldEnough(designer, facts.contest, now)) return refused('account-too-young')
    const { begun, standing } = await countEntries(trx, contestId, designer.id)
    if (!mayStartAnother(standing, facts.contest)) return refused('enough-entries')
    if (!mayBeginAgain(begun, facts.contest)) return refused('begun-too-often')

    const id = newId()
    const at = now.toISOString()
    await trx
      .insertInto('entry')
      .values({ id, contestId, designerId: designer.id, ...EMPTY, createdAt: at, updatedAt: at })
      .execute()
    await recordActivity(trx, { at: now, kind: 'entry-started', actorId: designer.id, contestId, entryId: id })
    return done(id)
  })
}

const EMPTY = {
  title: '',
  story: '',
  aiUse: '',
  aiStatement: '',
  thirdPartyStatement: '',
  original: 0,
  acceptedVersion: null,
  acceptedAt: null,
} as const

/** Drafts stand, withdrawn entries do not: who withdraws may begin again. */
async function countEntries(db: Kysely<Database>, contestId: string, designerId: string) {
  return db
    .selectFrom('entry')
    .leftJoin('withdrawal', 'withdrawal.entryId', 'entry.id')
    .select((eb) => [
      eb.fn.countAll<number>().as('begun'),
      eb.fn.countAll<number>().filterWhere('withdrawal.entryId', 'is', null).as('standing'),
    ])
    .where('entry.contestId', '=', contestId)
    .where('entry.designerId', '=', designerId)
    .executeTakeFirstOrThrow()
}
