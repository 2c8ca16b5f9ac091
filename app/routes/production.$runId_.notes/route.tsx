import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { links } from '#app/http/links.ts'
import { uploadRefusalInWords } from '#app/http/picture-refusals.ts'
import { checkFields } from '#app/http/read-form.server.ts'
import { withUpload } from '#app/http/read-upload.server.ts'
import { formRefused, notFound, redirectWithFlash, refuse } from '#app/http/respond.server.ts'
import { takeOnePicture } from '#app/http/take-one-picture.server.ts'
import { typedText } from '#app/http/typed.ts'
import { requireRole } from '#app/http/viewer.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { NOTE_ALT_MAX, NOTE_MAX, noteSchema } from '#app/production/run-forms.ts'
import { findRun } from '#app/production/runs.server.ts'
import { writeNote } from '#app/production/write-note.server.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { RadioField, TextArea, TextField } from '#app/ui/field.tsx'
import { ErrorSummary } from '#app/ui/form-errors.tsx'
import { Page } from '#app/ui/page.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, { title: m.production_note_title() })

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const viewer = await requireRole(context, request, 'producer', 'admin')
  const run = await findRun(context.db, params.runId ?? '', viewer, context.clock())
  if (!run) throw notFound()
  return { runId: run.id, title: run.entry.title }
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const viewer = await requireRole(context, request, 'producer', 'admin')
  const runId = params.runId ?? ''
  return withUpload(request, { filesMost: 1 }, async (upload) => {
    const form = checkFields(upload.fields, noteSchema)
    if (!upload.ok) {
      const errors = { picture: [uploadRefusalInWords(upload.reason, 1).sentence] }
      return formRefused({ errors, typed: form.typed }, upload.status)
    }
    if (!form.ok) return formRefused(form)
    const { audience, text, alt } = form.value
    // Said before the picture is taken: a refused note must not leave one behind.
    const sent = upload.files.some(({ bytes }) => bytes > 0)
    if (sent && alt === '') return refuse('note-picture-not-described', { typed: form.typed, field: 'alt' })
    const taken = await takeOnePicture(context, { files: upload.files, field: 'picture', uploadedBy: viewer.id })
    if (!taken.ok)
      return formRefused({ errors: { picture: [taken.refusal.sentence] }, typed: form.typed }, taken.refusal.status)
    const pictures = taken.value === null ? [] : [{ pictureId: taken.value, alt }]
    const note = { runId, audience, text, pictures, writtenBy: viewer.id }
    const written = await writeNote(context.db, note, context.clock())
    if (!written.ok) return refuse(written.refusal, { typed: form.typed })
    return redirectWithFlash(links.run(runId), m.production_noted())
  })
}

export default function WriteNote() {
  const { runId, title } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  const { errors, typed } = refusal ?? {}
  return (
    <Page width="text" kicker={title} title={m.production_note_title()} back={{ to: links.run(runId), label: title }}>
      <Form method="post" encType="multipart/form-data">
        <ErrorSummary errors={errors} />
        <TextArea
          name="text"
          label={m.production_note_text()}
          hint={m.ui_markdown_hint()}
          required
          error={errors?.text}
          maxLength={NOTE_MAX}
          defaultValue={typedText(typed, 'text')}
        />
        <RadioField
          name="audience"
          label={m.production_note_audience()}
          required
          error={errors?.audience}
          defaultValue={typedText(typed, 'audience') ?? 'public'}
          options={[
            { value: 'public', label: m.production_note_public() },
            { value: 'private', label: m.production_note_staff() },
          ]}
        />
        <TextField
          type="file"
          accept="image/jpeg,image/png,image/webp,image/avif"
          name="picture"
          label={m.production_note_pictures()}
          hint={m.production_note_pictures_hint()}
          error={errors?.picture}
        />
        <TextField
          name="alt"
          label={m.production_note_alt()}
          error={errors?.alt}
          maxLength={NOTE_ALT_MAX}
          defaultValue={typedText(typed, 'alt')}
        />
        <SubmitButton look="primary">{m.production_note_save()}</SubmitButton>
      </Form>
    </Page>
  )
}
