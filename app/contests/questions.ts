import { z } from 'zod'
import { m } from '#app/i18n/paraglide/messages.js'

export const QUESTION_KINDS = ['short', 'long', 'choice'] as const
export type QuestionKind = (typeof QUESTION_KINDS)[number]

export const QUESTION_LIMITS = {
  questions: 12,
  promptLength: 300,
  hintLength: 300,
  options: 12,
  optionLength: 120,
} as const

/** A guided question of the brief, as the admin writes it. Designers answer it on their entry. */
export interface QuestionDraft {
  /** Kept over savings, so that answers find their question; absent for a new one. */
  id?: string | undefined
  kind: QuestionKind
  prompt: string
  hint: string
  /** Only for 'choice'. */
  options: string[]
  required: boolean
}

export const EMPTY_QUESTION: QuestionDraft = { kind: 'short', prompt: '', hint: '', options: [], required: false }

const text = (most: number) =>
  z
    .string({ error: () => m.contests_field_absent() })
    .overwrite((typed) => typed.replaceAll('\0', '').replace(/\s+/g, ' ').trim())
    .max(most, { error: () => m.contests_text_long({ most }) })

const questionField = z.object({
  id: z.string().max(40).optional(),
  kind: z.enum(QUESTION_KINDS, { error: () => m.contests_choice_missing() }),
  prompt: text(QUESTION_LIMITS.promptLength),
  hint: text(QUESTION_LIMITS.hintLength),
  options: z
    .string()
    .default('')
    .transform(linesOf)
    .pipe(
      z
        .array(
          z.string().max(QUESTION_LIMITS.optionLength, {
            error: () => m.contests_option_long({ most: QUESTION_LIMITS.optionLength }),
          }),
        )
        .max(QUESTION_LIMITS.options, { error: () => m.contests_options_many({ most: QUESTION_LIMITS.options }) }),
    ),
  // A checkbox that is not ticked is not sent.
  required: z
    .string()
    .optional()
    .transform((ticked) => ticked !== undefined),
})

/** The arrangement asked for by a button beside a question: it is saved with everything else that was typed. */
export const ARRANGEMENT = /^(?:add|(?:remove|up|down):\d{1,2})$/

export const questionsField = z
  .array(questionField)
  .max(QUESTION_LIMITS.questions, { error: () => m.contests_questions_many({ most: QUESTION_LIMITS.questions }) })

const FIELD = /^questions\.(\d{1,2})\.(id|kind|prompt|hint|options|required)$/

/**
 * Collects the flat names of a form ('questions.0.prompt') into a list, before the schema reads it, and puts them into
 * the arrangement that was asked for.
 */
export function gatherQuestions(form: unknown): unknown {
  if (typeof form !== 'object' || form === null) return form
  const rows: Record<string, unknown>[] = []
  const rest: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(form)) {
    const match = FIELD.exec(name)
    if (!match) {
      rest[name] = value
      continue
    }
    const [, index = '', field = ''] = match
    rows[Number(index)] = { ...rows[Number(index)], [field]: value }
  }
  return { ...rest, questions: Object.values(rows) }
}

/** Adds, removes or moves one question; an arrangement that makes no sense changes nothing. */
export function arrange(questions: readonly QuestionDraft[], arrangement: string): QuestionDraft[] {
  const list = [...questions]
  if (arrangement === 'add') return list.length < QUESTION_LIMITS.questions ? [...list, EMPTY_QUESTION] : list
  const [act, index] = arrangement.split(':')
  const from = Number(index)
  const moved = list[from]
  if (!moved || !ARRANGEMENT.test(arrangement)) return list
  const to = act === 'up' ? from - 1 : from + 1
  if (act !== 'remove' && (to < 0 || to >= list.length)) return list
  list.splice(from, 1)
  if (act !== 'remove') list.splice(to, 0, moved)
  return list
}

function linesOf(typed: string): string[] {
  const lines = typed.split(/\r\n?|\n/).map((option) => option.replace(/\s+/g, ' ').trim())
  return [...new Set(lines.filter((option) => option !== ''))]
}
