import {
  answerField,
  type GuidedQuestion,
  LONG_ANSWER_CHARACTERS_MOST,
  SHORT_ANSWER_CHARACTERS_MOST,
  STORY_CHARACTERS_MOST,
  TITLE_CHARACTERS_MOST,
} from '#app/entries/entry.ts'
import type { Typed } from '#app/http/read-form.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { RadioField, TextArea, TextField } from '#app/ui/field.tsx'
import type { ShownEdit } from './edit-page.server.ts'
import { StatementsPanel } from './statements-panel.tsx'
import { typedText } from './typed.ts'

interface Props {
  edit: ShownEdit
  errors: Readonly<Record<string, string[]>>
  typed: Typed | undefined
}

export function WordsPanel({ edit, errors, typed }: Props) {
  const { words, questions } = edit
  return (
    <>
      <section aria-labelledby="words-title" className="border-line border-t pt-4">
        <h2 id="words-title" className="mb-5 text-xl">
          {m.entries_words()}
        </h2>
        <TextField
          name="title"
          label={m.entries_title_label()}
          hint={m.entries_title_hint()}
          required
          error={errors.title}
          maxLength={TITLE_CHARACTERS_MOST}
          defaultValue={typedText(typed, 'title', words.title)}
        />
        <TextArea
          name="story"
          label={m.entries_story_label()}
          hint={m.entries_story_hint()}
          required
          rows={7}
          error={errors.story}
          maxLength={STORY_CHARACTERS_MOST}
          defaultValue={typedText(typed, 'story', words.story)}
        />
      </section>
      {questions.length > 0 && (
        <section aria-labelledby="questions-title" className="mt-10 border-line border-t pt-4">
          <h2 id="questions-title" className="mb-5 text-xl">
            {m.entries_questions()}
          </h2>
          {questions.map((question) => (
            <Answer
              key={question.id}
              question={question}
              error={errors[answerField(question.id)]}
              text={typedText(typed, answerField(question.id), words.answers[question.id] ?? '')}
            />
          ))}
        </section>
      )}
      <StatementsPanel edit={edit} errors={errors} typed={typed} />
    </>
  )
}

function Answer({ question, error, text }: { question: GuidedQuestion; error?: string[]; text: string }) {
  const { id, kind, prompt, hint, options, required } = question
  const field = { name: answerField(id), label: prompt, hint: hint || undefined, required, error, defaultValue: text }
  if (kind === 'short') return <TextField {...field} maxLength={SHORT_ANSWER_CHARACTERS_MOST} />
  if (kind === 'long') return <TextArea {...field} maxLength={LONG_ANSWER_CHARACTERS_MOST} />
  return <RadioField {...field} options={options.map((option) => ({ value: option, label: option }))} />
}
