import type { Kysely, Transaction } from 'kysely'
import { recordActivity } from '#app/activity/record-activity.server.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { writing } from '#db/database.server.ts'
import type { Database } from '#db/schema.ts'
import { findContestFacts } from './contests.server.ts'

export interface SetHeadPictureDetails {
  contestId: string
  pictureId: string
  setBy: string
}

/**
 * Puts a picture at the head of a draft. It leaves `updatedAt` alone: the same form brings the picture and the text, and the
 * picture must stay when the text is refused. `replaced` is the picture that nothing shows any more, for the caller to discard.
 */
export function setHeadPicture(
  db: Kysely<Database>,
  { contestId, pictureId, setBy }: SetHeadPictureDetails,
  now: Date,
): Promise<Outcome<{ replaced: string | null }, 'contest-not-found' | 'brief-locked'>> {
  return writing(db, async (trx) => {
    const facts = await findContestFacts(trx, { id: contestId })
    if (!facts) return refused('contest-not-found')
    if (facts.schedule.publishedAt || facts.schedule.cancelledAt) return refused('brief-locked')
    const before = facts.contest.headPictureId
    await trx.updateTable('contest').set({ headPictureId: pictureId }).where('id', '=', contestId).execute()
    await recordActivity(trx, {
      at: now,
      kind: 'head-picture-set',
      actorId: setBy,
      contestId,
      subjectId: pictureId,
    })
    return done({ replaced: before !== null && (await isUnused(trx, before)) ? before : null })
  })
}

/** A clone shows the same picture as its source. */
async function isUnused(trx: Transaction<Database>, pictureId: string): Promise<boolean> {
  const other = await trx.selectFrom('contest').select('id').where('headPictureId', '=', pictureId).executeTakeFirst()
  return other === undefined
}
