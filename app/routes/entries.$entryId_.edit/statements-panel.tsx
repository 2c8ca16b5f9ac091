import { STATEMENT_CHARACTERS_MOST } from '#app/entries/entry.ts'
import type { Typed } from '#app/http/read-form.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { CheckboxField, RadioField, TextArea } from '#app/ui/field.tsx'
import { Prose } from '#app/ui/prose.tsx'
import type { ShownEdit } from './edit-page.server.ts'
import { typedText, typedTick } from './typed.ts'

interface Props {
  edit: ShownEdit
  errors: Readonly<Record<string, string[]>>
  typed: Typed | undefined
}

export function StatementsPanel({ edit, errors, typed }: Props) {
  const { words } = edit
  return (
    <section aria-labelledby="statements-title" className="mt-10 border-line border-t pt-4">
      <h2 id="statements-title" className="mb-5 text-xl">
        {m.entries_statements()}
      </h2>
      <RadioField
        name="aiUse"
        label={m.entries_ai_label()}
        required
        error={errors.aiUse}
        defaultValue={typedText(typed, 'aiUse', words.aiUse)}
        options={[
          { value: 'none', label: m.entries_ai_none() },
          { value: 'assisted', label: m.entries_ai_assisted() },
          { value: 'generated', label: m.entries_ai_generated() },
        ]}
      />
      <TextArea
        name="aiStatement"
        label={m.entries_ai_statement_label()}
        hint={m.entries_ai_statement_hint()}
        rows={2}
        error={errors.aiStatement}
        maxLength={STATEMENT_CHARACTERS_MOST}
        defaultValue={typedText(typed, 'aiStatement', words.aiStatement)}
      />
      <TextArea
        name="thirdPartyStatement"
        label={m.entries_third_party_label()}
        hint={m.entries_third_party_hint()}
        rows={2}
        error={errors.thirdPartyStatement}
        maxLength={STATEMENT_CHARACTERS_MOST}
        defaultValue={typedText(typed, 'thirdPartyStatement', words.thirdPartyStatement)}
      />
      <CheckboxField
        name="original"
        label={m.entries_original_label()}
        required
        error={errors.original}
        defaultChecked={typedTick(typed, 'original', words.original)}
      />
      <CheckboxField
        name="rightsAccepted"
        label={m.entries_rights_label()}
        hint={m.entries_rights_hint()}
        required
        error={errors.rightsAccepted}
        defaultChecked={typedTick(typed, 'rightsAccepted', words.rightsAccepted)}
      />
      <details className="-mt-3 mb-6 ml-8 text-sm">
        <summary className="link inline-flex min-h-11 items-center">{m.entries_rights_read()}</summary>
        <div className="mt-2 max-h-96 overflow-y-auto border-line border-l pl-5">
          <Prose html={edit.html.rightsTerms} size="small" />
        </div>
      </details>
    </section>
  )
}
