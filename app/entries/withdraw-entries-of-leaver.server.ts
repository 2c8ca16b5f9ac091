import type { Transaction } from 'kysely'
import { recordActivity } from '#app/activity/record-activity.server.ts'
import { findContestFacts } from '#app/contests/contests.server.ts'
import { phaseAt } from '#app/contests/schedule.ts'
import type { Database } from '#db/schema.ts'
import { takeOffPictures } from './artwork-rows.server.ts'

/**
 * What entries do when somebody deletes their account, as a step of that transaction: drafts go, published entries go until voting
 * opens, and hands are taken off other people's. What people have scored stays. The pictures of what is withdrawn, now or before, are
 * taken off for the caller to discard: nobody is left who may see them. Of an entry that was taken down they stay as evidence.
 */
export async function withdrawEntriesOfLeaver(
  trx: Transaction<Database>,
  { accountId }: { accountId: string },
  now: Date,
): Promise<{ pictureIds: string[] }> {
  await withdrawOwn(trx, accountId, now)
  await declineOthers(trx, accountId, now)
  const gone = await trx
    .selectFrom('entry')
    .innerJoin('withdrawal', 'withdrawal.entryId', 'entry.id')
    .leftJoin('takedown', 'takedown.entryId', 'entry.id')
    .select('entry.id')
    .where('entry.designerId', '=', accountId)
    .where('takedown.entryId', 'is', null)
    .execute()
  const entryIds = gone.map(({ id }) => id)
  return { pictureIds: await takeOffPictures(trx, entryIds) }
}

async function withdrawOwn(trx: Transaction<Database>, accountId: string, now: Date): Promise<void> {
  const standing = await trx
    .selectFrom('entry')
    .leftJoin('entrySubmission', 'entrySubmission.entryId', 'entry.id')
    .leftJoin('withdrawal', 'withdrawal.entryId', 'entry.id')
    .select(['entry.id', 'entry.contestId', 'entrySubmission.submittedAt'])
    .where('entry.designerId', '=', accountId)
    .where('withdrawal.entryId', 'is', null)
    .execute()
  for (const { id, contestId, submittedAt } of standing) {
    if (submittedAt && !(await isOpen(trx, contestId, now))) continue
    await trx
      .insertInto('withdrawal')
      .values({ entryId: id, withdrawnBy: accountId, withdrawnAt: now.toISOString() })
      .execute()
    await recordActivity(trx, { at: now, kind: 'entry-withdrawn', actorId: accountId, contestId, entryId: id })
  }
}

async function declineOthers(trx: Transaction<Database>, accountId: string, now: Date): Promise<void> {
  const hands = await trx
    .selectFrom('collaborator')
    .innerJoin('entry', 'entry.id', 'collaborator.entryId')
    .select(['entry.id', 'entry.contestId', 'collaborator.acceptedAt'])
    .where('collaborator.accountId', '=', accountId)
    .where('collaborator.declinedAt', 'is', null)
    .execute()
  for (const { id, contestId, acceptedAt } of hands) {
    // Who made an entry that people have voted on does not change any more.
    if (acceptedAt && !(await isOpen(trx, contestId, now))) continue
    await trx
      .updateTable('collaborator')
      .set({ acceptedAt: null, declinedAt: now.toISOString() })
      .where('entryId', '=', id)
      .where('accountId', '=', accountId)
      .execute()
    await recordActivity(trx, { at: now, kind: 'collaborator-declined', actorId: accountId, contestId, entryId: id })
  }
}

async function isOpen(trx: Transaction<Database>, contestId: string, now: Date): Promise<boolean> {
  const facts = await findContestFacts(trx, { id: contestId })
  return facts !== undefined && phaseAt(facts.schedule, now) === 'open'
}
