import { Form, useActionData } from '@remix-run/react'
import { ALT_CHARACTERS_MOST, altField } from '#app/entries/entry.ts'
import type { EntryEdit } from '#app/entries/entry-edits.server.ts'
import { links } from '#app/http/links.ts'
import type { FormRefusal } from '#app/http/respond.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { SubmitButton } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/field.tsx'
import { ErrorSummary } from '#app/ui/form-errors.tsx'
import { Picture } from '#app/ui/picture.tsx'
import { Section } from '#app/ui/section.tsx'
import { typedText } from './typed.ts'

/** For the ten minutes in which an upload may finish: a picture that came last still gets its words. */
export function LateAlts({ edit }: { edit: EntryEdit }) {
  const refusal = useActionData<FormRefusal>()
  return (
    <Section title={m.entries_describe_title()}>
      <ErrorSummary errors={refusal?.errors} />
      <p className="mb-6 max-w-text text-quiet">{m.entries_describe_lead()}</p>
      <Form method="post" action={links.describePictures(edit.id)} className="max-w-lg" noValidate>
        {edit.artworks.map(({ id, picture }, index) =>
          edit.toDescribe.includes(id) ? (
            <div key={id} className="mb-6">
              <div className="mb-3 w-40">
                <Picture picture={picture} alt={m.entries_picture_number({ place: index + 1 })} sizes="10rem" />
              </div>
              <TextField
                name={altField(id)}
                label={m.entries_alt_label({ place: index + 1 })}
                maxLength={ALT_CHARACTERS_MOST}
                defaultValue={typedText(refusal?.typed, altField(id), '')}
                error={refusal?.errors[altField(id)]}
                required
              />
            </div>
          ) : null,
        )}
        <SubmitButton>{m.entries_describe_now()}</SubmitButton>
      </Form>
    </Section>
  )
}
