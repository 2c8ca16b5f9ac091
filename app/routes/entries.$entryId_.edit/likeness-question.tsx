import { Form, useActionData } from '@remix-run/react'
import type { EntryEdit } from '#app/entries/entry-edits.server.ts'
import { LIKENESS_ANSWERS, LIKENESS_WORDS_CHARACTERS_MOST } from '#app/entries/likeness-answer.ts'
import { links } from '#app/http/links.ts'
import type { FormRefusal } from '#app/http/respond.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { SubmitButton } from '#app/ui/button.tsx'
import { RadioField, TextArea } from '#app/ui/field.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { ANSWER_WORDS } from '#app/ui/likeness-words.ts'
import { Picture } from '#app/ui/picture.tsx'

interface Props {
  entryId: string
  artworkId: string
  likeness: EntryEdit['artworks'][number]['likeness']
  /** The entry changes no more; the answer may still be given. */
  locked?: boolean
}

/** Asks, calmly, how a picture comes to look like one that was entered before. It shows the other only where everybody may see it. */
export function LikenessQuestion({ entryId, artworkId, likeness, locked = false }: Props) {
  if (!likeness) return null
  const { answer, other } = likeness
  return (
    <div id={`likeness-${artworkId}`} className="max-w-text scroll-mt-6 border-strong border-l-2 pl-4">
      {answer ? (
        <>
          <p>{m.entries_likeness_answered()}</p>
          <p className="mt-1 font-medium">{ANSWER_WORDS[answer.kind]()}</p>
          {answer.words && <p className="whitespace-pre-line">{answer.words}</p>}
          <details className="group mt-1">
            <summary className="inline-flex min-h-11 items-center gap-2 font-medium">
              <Icon name="chevron" className="-rotate-90 transition-transform group-open:rotate-0" />
              {m.entries_likeness_change()}
            </summary>
            <AnswerForm entryId={entryId} artworkId={artworkId} answer={answer} />
          </details>
        </>
      ) : (
        <>
          <p className="font-medium">{m.entries_likeness_title()}</p>
          <p className="mt-1 text-quiet">{locked ? m.entries_likeness_lead_locked() : m.entries_likeness_lead()}</p>
          {other && (
            <div className="my-3 w-32">
              <Picture picture={other} sizes="8rem" />
              <p className="mt-1 text-quiet text-xs">{m.entries_likeness_other()}</p>
            </div>
          )}
          <AnswerForm entryId={entryId} artworkId={artworkId} answer={null} />
        </>
      )}
    </div>
  )
}

type AnswerProps = Omit<Props, 'likeness' | 'locked'> & { answer: NonNullable<Props['likeness']>['answer'] }

function AnswerForm({ entryId, artworkId, answer }: AnswerProps) {
  const given = useActionData<FormRefusal>()
  const refusal = given?.typed.likenessOf === artworkId ? given : undefined
  const typed = (name: string, kept = '') => (typeof refusal?.typed[name] === 'string' ? refusal.typed[name] : kept)
  return (
    <Form
      method="post"
      action={links.answerLikeness(entryId, artworkId)}
      preventScrollReset
      noValidate
      className="mt-3"
      // What is said here is not part of the entry's words, which save themselves.
      onInput={(event) => event.stopPropagation()}
    >
      <input type="hidden" name="likenessOf" value={artworkId} />
      <RadioField
        id={`kind-${artworkId}`}
        name="kind"
        label={m.entries_likeness_question()}
        options={LIKENESS_ANSWERS.map((value) => ({ value, label: ANSWER_WORDS[value]() }))}
        defaultValue={typed('kind', answer?.kind)}
        error={refusal?.errors.kind}
        required
      />
      <TextArea
        id={`words-${artworkId}`}
        name="words"
        label={m.entries_likeness_words()}
        hint={m.entries_likeness_words_hint()}
        rows={2}
        maxLength={LIKENESS_WORDS_CHARACTERS_MOST}
        defaultValue={typed('words', answer?.words)}
        error={refusal?.errors.words}
      />
      <SubmitButton look="plain" size="small">
        {m.entries_likeness_send()}
      </SubmitButton>
    </Form>
  )
}
