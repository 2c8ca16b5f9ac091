import { type MouseEvent, useRef, useState } from 'react'
import { typedQuestions } from '#app/contests/brief-fields.ts'
import { arrange, EMPTY_QUESTION, QUESTION_LIMITS, type QuestionDraft } from '#app/contests/questions.ts'
import type { FormErrors, Typed } from '#app/http/read-form.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { FieldErrorText } from '#app/ui/field-frame.tsx'
import { Section } from '#app/ui/section.tsx'
import { QuestionRow } from './question-row.tsx'

type Props = {
  questions: readonly QuestionDraft[]
  typed: Typed | undefined
  errors: FormErrors | undefined
  /** Told after a row came, went or moved. */
  onArranged: (form: HTMLFormElement) => void
}

type Row = QuestionDraft & { key: string }

/**
 * The guided questions. Each button sends the whole form, which is saved in the new order; with a script it only
 * arranges the rows, and nothing is sent until the brief is saved.
 */
export function QuestionsField({ questions, typed, errors, onArranged }: Props) {
  const made = useRef(0)
  const [rows, setRows] = useState<Row[]>(() =>
    (typed ? typedQuestions(typed) : questions).map((question, index) => ({
      ...question,
      key: question.id ?? `${index}`,
    })),
  )

  function arrangeHere(event: MouseEvent<HTMLButtonElement>, arrangement: string) {
    event.preventDefault()
    const { form } = event.currentTarget
    made.current += 1
    const fresh = `new-${made.current}`
    setRows((before) => arrangeRows(before, arrangement, fresh))
    if (form) requestAnimationFrame(() => onArranged(form))
  }

  return (
    <Section id="questions" title={m.contests_section_questions()} lead={m.contests_questions_lead()}>
      <FieldErrorText words={{ name: 'questions', label: '', error: errors?.questions }} />
      <ol className="space-y-8">
        {rows.map((row, index) => (
          <QuestionRow
            key={row.key}
            question={row}
            index={index}
            count={rows.length}
            errors={errors}
            onArrange={arrangeHere}
          />
        ))}
      </ol>
      {rows.length < QUESTION_LIMITS.questions && (
        <button
          type="submit"
          name="arrange"
          value="add"
          onClick={(event) => arrangeHere(event, 'add')}
          className="mt-6 min-h-11 border border-strong px-4 text-sm hover:border-ink"
        >
          {m.contests_question_add()}
        </button>
      )}
    </Section>
  )
}

/** The rule's own arrangement, carrying each row's key along. */
function arrangeRows(rows: readonly Row[], arrangement: string, fresh: string): Row[] {
  return arrange(rows, arrangement).map(
    (question) => rows.find((row) => row === question) ?? { ...EMPTY_QUESTION, key: fresh },
  )
}
