import type { EntryEdit } from '#app/entries/entry-edits.server.ts'
import type { Missing } from '#app/entries/missing.ts'
import { links } from '#app/http/links.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { Button, SubmitButton } from '#app/ui/button.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { missingField, missingWords } from './missing-words.ts'
import type { SavingState } from './use-saving.ts'

interface Props {
  edit: EntryEdit
  missing: readonly Missing[]
  saving: SavingState
  /** Why the words could not be saved as a whole. */
  problem: readonly string[] | undefined
  uploading: boolean
  /** Of a submission that waits for them, or did not happen because one was refused. */
  pictures: 'at-rest' | 'awaited' | 'missed'
}

export function ReadyPanel({ edit, missing, saving, problem, uploading, pictures }: Props) {
  const draft = edit.state === 'draft'
  return (
    <section aria-labelledby="ready-title" className="mt-10 border-2 border-ink p-5 md:p-6">
      <h2 id="ready-title" className="text-xl">
        {missing.length === 0
          ? draft
            ? m.entries_ready_title()
            : m.entries_published_title()
          : m.entries_missing_title({ count: missing.length })}
      </h2>
      {missing.length > 0 ? (
        <ul className="mt-3 space-y-1">
          {missing.map((one) => (
            <li key={missingField(one)} className="flex gap-2 text-sm">
              <Icon name="minus" className="mt-1 text-accent" />
              <a href={`#${missingField(one)}`} className="link">
                {missingWords(one)}
              </a>
            </li>
          ))}
        </ul>
      ) : (
        <p className="mt-2 max-w-text text-sm">{draft ? m.entries_ready_text() : m.entries_published_text()}</p>
      )}
      {edit.artworks.map(
        ({ id, likeness }, index) =>
          likeness?.answer === null && (
            <p key={id} className="mt-3 flex gap-2 text-sm">
              <Icon name="info" className="mt-1" />
              <a href={`#likeness-${id}`} className="link">
                {m.entries_likeness_waits({ place: index + 1 })}
              </a>
            </p>
          ),
      )}
      <div className="mt-5 flex flex-wrap items-center gap-x-4 gap-y-3">
        {draft && (
          <SubmitButton formAction={links.submitEntry(edit.id)} look={missing.length === 0 ? 'primary' : 'plain'}>
            {m.entries_submit()}
          </SubmitButton>
        )}
        <Button type="submit" look={draft ? 'plain' : 'primary'}>
          {m.entries_save()}
        </Button>
        <p
          role="status"
          className={`text-sm ${saving === 'refused' || saving === 'unreachable' ? 'text-danger' : 'text-quiet'}`}
        >
          {pictures === 'awaited'
            ? m.entries_submit_awaits()
            : uploading
              ? m.entries_saving_uploading()
              : savingWords(saving)}
        </p>
      </div>
      {pictures === 'missed' && (
        <p role="alert" className="mt-3 max-w-text font-medium text-danger text-sm">
          {m.entries_submit_missed()}
        </p>
      )}
      {problem && <p className="mt-3 max-w-text font-medium text-danger text-sm">{problem.join(' ')}</p>}
    </section>
  )
}

function savingWords(state: SavingState): string {
  switch (state) {
    case 'rest':
      return ''
    case 'unsaved':
      return m.entries_saving_unsaved()
    case 'saving':
      return m.entries_saving_under_way()
    case 'saved':
      return m.entries_saving_done()
    case 'refused':
      return m.entries_saving_refused()
    case 'unreachable':
      return m.entries_saving_unreachable()
  }
}
