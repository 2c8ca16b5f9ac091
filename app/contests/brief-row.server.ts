import type { Transaction } from 'kysely'
import { newId } from '#db/new-id.ts'
import type { Contest, Database, Question } from '#db/schema.ts'
import type { Brief } from './brief.ts'
import type { QuestionDraft } from './questions.ts'

/** A brief as its row holds it; the questions have rows of their own. */
export function toRow({ questions: _, ...columns }: Brief): Omit<Brief, 'questions'> {
  return columns
}

export function toBrief(row: Contest, questions: readonly Question[]): Brief {
  const { id, slug, headPictureId, clonedFrom, createdBy, createdAt, updatedAt, ...columns } = row
  return { ...columns, questions: questions.map(toQuestion) }
}

function toQuestion({ id, kind, prompt, hint, options, required }: Question): QuestionDraft {
  return { id, kind, prompt, hint, options: optionsOf(options), required: required === 1 }
}

/** Reads the JSON array of a choice question. */
export function optionsOf(options: string): string[] {
  const list: unknown = JSON.parse(options)
  return Array.isArray(list) ? list.filter((option): option is string => typeof option === 'string') : []
}

/** Writes the questions of a draft anew, in their order; those that were there keep their id. */
export async function writeQuestions(
  trx: Transaction<Database>,
  contestId: string,
  questions: readonly QuestionDraft[],
): Promise<void> {
  const before = await trx.selectFrom('question').select('id').where('contestId', '=', contestId).execute()
  const known = new Set(before.map((row) => row.id))
  await trx.deleteFrom('question').where('contestId', '=', contestId).execute()
  for (const [position, question] of questions.entries()) {
    // An id is kept once: a form sent twice over must not give two questions one id.
    const id = question.id !== undefined && known.delete(question.id) ? question.id : newId()
    const { kind, prompt, hint } = question
    const options = JSON.stringify(kind === 'choice' ? question.options : [])
    const required = question.required ? 1 : 0
    await trx
      .insertInto('question')
      .values({ id, contestId, position, kind, prompt, hint, options, required })
      .execute()
  }
}
