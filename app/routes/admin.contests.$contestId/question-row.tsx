import type { MouseEvent } from 'react'
import { QUESTION_KINDS, QUESTION_LIMITS, type QuestionDraft, type QuestionKind } from '#app/contests/questions.ts'
import type { FormErrors } from '#app/http/read-form.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { CheckboxField, SelectField, TextArea, TextField } from '#app/ui/field.tsx'
import { FieldRow } from '#app/ui/field-frame.tsx'

type Props = {
  question: QuestionDraft
  index: number
  count: number
  errors: FormErrors | undefined
  onArrange: (event: MouseEvent<HTMLButtonElement>, arrangement: string) => void
}

const KIND_NAMES: Record<QuestionKind, () => string> = {
  short: () => m.contests_question_short(),
  long: () => m.contests_question_long(),
  choice: () => m.contests_question_choice(),
}

export function QuestionRow({ question, index, count, errors, onArrange }: Props) {
  const name = (field: string) => `questions.${index}.${field}`
  const error = (field: string) => errors?.[name(field)]
  const number = index + 1
  const acts = [
    index > 0 && { arrangement: `up:${index}`, label: m.contests_question_up({ number }), short: m.contests_up() },
    index < count - 1 && {
      arrangement: `down:${index}`,
      label: m.contests_question_down({ number }),
      short: m.contests_down(),
    },
    { arrangement: `remove:${index}`, label: m.contests_question_remove({ number }), short: m.contests_remove() },
  ]
  return (
    <li className="border-strong border-l-2 pl-5">
      <div className="mb-3 flex flex-wrap items-center justify-between gap-3">
        <p className="font-serif text-lg">{m.contests_question_number({ number })}</p>
        <div className="flex gap-4 text-sm">
          {acts.map(
            (act) =>
              act && (
                <button
                  key={act.short}
                  type="submit"
                  name="arrange"
                  value={act.arrangement}
                  aria-label={act.label}
                  onClick={(event) => onArrange(event, act.arrangement)}
                  className="link min-h-9"
                >
                  {act.short}
                </button>
              ),
          )}
        </div>
      </div>
      {question.id && <input type="hidden" name={name('id')} value={question.id} />}
      <TextField
        name={name('prompt')}
        label={m.contests_question_prompt()}
        defaultValue={question.prompt}
        maxLength={QUESTION_LIMITS.promptLength}
        error={error('prompt')}
      />
      <TextField
        name={name('hint')}
        label={m.contests_question_hint()}
        defaultValue={question.hint}
        maxLength={QUESTION_LIMITS.hintLength}
        error={error('hint')}
      />
      <FieldRow>
        <SelectField
          name={name('kind')}
          label={m.contests_question_kind()}
          defaultValue={question.kind}
          options={QUESTION_KINDS.map((kind) => ({ value: kind, label: KIND_NAMES[kind]() }))}
          error={error('kind')}
        />
        <TextArea
          name={name('options')}
          label={m.contests_question_options()}
          hint={m.contests_question_options_hint()}
          defaultValue={question.options.join('\n')}
          rows={2}
          error={error('options')}
        />
      </FieldRow>
      <CheckboxField
        name={name('required')}
        label={m.contests_question_required()}
        defaultChecked={question.required}
        error={error('required')}
      />
    </li>
  )
}
