import type { Kysely } from 'kysely'
import { recordActivity } from '#app/activity/record-activity.server.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { writing } from '#db/database.server.ts'
import { newId } from '#db/new-id.ts'
import type { Database } from '#db/schema.ts'
import { toRow, writeQuestions } from './brief-row.server.ts'
import { findBrief } from './briefs.server.ts'
import { slugFor } from './create-contest.server.ts'
import { listSeats } from './panel-seats.server.ts'
import { shiftCalendar } from './suggested-brief.ts'

export interface CloneContestDetails {
  contestId: string
  title: string
  clonedBy: string
}

/** Makes a draft out of any contest: its text, rules, questions, picture and panel, with the same rhythm from next week on. */
export function cloneContest(
  db: Kysely<Database>,
  { contestId: from, title, clonedBy }: CloneContestDetails,
  now: Date,
): Promise<Outcome<{ contestId: string; slug: string }, 'contest-not-found'>> {
  return writing(db, async (trx) => {
    const source = await findBrief(trx, from)
    if (!source) return refused('contest-not-found')
    const contestId = newId()
    const slug = await slugFor(trx, title, contestId)
    const brief = { ...shiftCalendar(source.brief, now), title }
    const at = now.toISOString()
    await trx
      .insertInto('contest')
      .values({
        ...toRow(brief),
        id: contestId,
        slug,
        headPictureId: source.headPictureId,
        clonedFrom: from,
        createdBy: clonedBy,
        createdAt: at,
        updatedAt: at,
      })
      .execute()
    await writeQuestions(trx, contestId, brief.questions)
    const seats = await listSeats(trx, from)
    for (const { jurorId, mayClose } of seats.filter((seat) => seat.active === 1)) {
      const seat = { contestId, jurorId, mayClose, seatedBy: clonedBy, seatedAt: at }
      await trx.insertInto('panelSeat').values(seat).execute()
    }
    await recordActivity(trx, {
      at: now,
      kind: 'contest-cloned',
      actorId: clonedBy,
      contestId,
      subjectId: from,
      particulars: { from },
    })
    return done({ contestId, slug })
  })
}
