import type { Kysely } from 'kysely'
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
 * picture must stay when the text is refused.
 */
export function setHeadPicture(
  db: Kysely<Database>,
  { contestId, pictureId, setBy }: SetHeadPictureDetails,
  now: Date,
): Promise<Outcome<null, 'contest-not-found' | 'brief-locked'>> {
  return writing(db, async (trx) => {
    const facts = await findContestFacts(trx, { id: contestId })
    if (!facts) return refused('contest-not-found')
    if (facts.schedule.publishedAt || facts.schedule.cancelledAt) return refused('brief-locked')
    await trx.updateTable('contest').set({ headPictureId: pictureId }).where('id', '=', contestId).execute()
    await recordActivity(trx, {
      at: now,
      kind: 'head-picture-set',
      actorId: setBy,
      contestId,
      subjectId: pictureId,
    })
    return done(null)
  })
}
