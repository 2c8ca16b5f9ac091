import type { Kysely } from 'kysely'
import type { Viewer } from '#app/accounts/roles.ts'
import { recordActivity } from '#app/activity/record-activity.server.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { writing } from '#db/database.server.ts'
import { newId } from '#db/new-id.ts'
import type { Database } from '#db/schema.ts'
import { findEntryFacts } from './entries.server.ts'
import type { LikenessAnswer } from './likeness-answer.ts'
import { listLikenessQuestions } from './likeness-questions.server.ts'

export type AnswerLikenessRefusal = 'entry-not-found' | 'not-asked'

export interface AnswerLikenessDetails {
  entryId: string
  artworkId: string
  designer: Viewer
  kind: LikenessAnswer
  words: string
}

/** What the designer says about a likeness. No answer is refused for what it says; a later one stands instead of the earlier. */
export function answerLikeness(
  db: Kysely<Database>,
  { entryId, artworkId, designer, kind, words }: AnswerLikenessDetails,
  now: Date,
): Promise<Outcome<string, AnswerLikenessRefusal>> {
  return writing(db, async (trx) => {
    const facts = await findEntryFacts(trx, entryId)
    if (facts?.designerId !== designer.id) return refused('entry-not-found')
    const questions = await listLikenessQuestions(trx, facts)
    if (!questions.some((question) => question.artworkId === artworkId)) return refused('not-asked')
    const { pictureId } = await trx
      .selectFrom('artwork')
      .select('pictureId')
      .where('id', '=', artworkId)
      .executeTakeFirstOrThrow()
    const id = newId()
    await trx
      .insertInto('likenessAnswer')
      .values({ id, pictureId, kind, words, answeredBy: designer.id, answeredAt: now.toISOString() })
      .execute()
    const where = { contestId: facts.entry.contestId, entryId, subjectId: pictureId }
    await recordActivity(trx, {
      at: now,
      kind: 'likeness-answered',
      actorId: designer.id,
      ...where,
      particulars: { kind },
    })
    return done(id)
  })
}
