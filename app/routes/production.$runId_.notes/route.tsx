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
import { discardPicture } from '#app/images/discard-picture.server.ts'
import { findRunFacts } from '#app/production/run-facts.server.ts'
import { NOTE_ALT_MAX, NOTE_MAX, noteSchema } from '#app/production/run-forms.ts'
import { findRun } from '#app/production/runs.server.ts'
import { writeNote } from '#app/production/write-note.server.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { RadioField, TextArea, TextField } from '#app/ui/field.tsx'
import { ErrorSummary } from '#app/ui/form-errors.tsx'
import { KeptPicture } from '#app/ui/kept-picture.tsx'
import { Page } from '#app/ui/page.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { PictureField } from '#app/ui/picture-field.tsx'

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
  return withUpload(context, request, { sentBy: viewer.id, filesMost: 1 }, async (upload) => {
    const form = checkFields(upload.fields, noteSchema)
    if (!upload.ok) {
      const { sentence, status, seconds } = uploadRefusalInWords(upload.reason, 1)
      return formRefused({ errors: { picture: [sentence] }, typed: form.typed }, status, seconds)
    }
    // Asked before the picture is taken: what can never be written leaves none behind.
    if (!(await findRunFacts(context.db, runId))) throw notFound()
    const kept = typedText(form.typed, 'pictureId') ?? ''
    const sent = { files: upload.files, field: 'picture', kept, uploadedBy: viewer.id }
    const taken = await takeOnePicture(context, sent)
    const pictureId = taken.ok ? taken.value : taken.refusal.kept
    const typed = { ...form.typed, pictureId: pictureId ?? '' }
    if (!taken.ok || !form.ok) {
      const errors = { ...(form.ok ? {} : form.errors), ...(taken.ok ? {} : { picture: [taken.refusal.sentence] }) }
      return formRefused({ errors, typed }, taken.ok ? 422 : taken.refusal.status)
    }
    const { audience, text, alt } = form.value
    const pictures = pictureId === null ? [] : [{ pictureId, alt }]
    const note = { runId, audience, text, pictures, writtenBy: viewer.id }
    const written = await writeNote(context.db, note, context.clock())
    if (!written.ok && written.refusal === 'note-picture-not-described')
      return refuse(written.refusal, { typed, field: 'alt' })
    const hangs = written.ok && !written.value.again
    if (pictureId !== null && !hangs) await discardPicture(context.db, context.pictures.store, { pictureId })
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
        <PictureField
          name="picture"
          label={m.production_note_pictures()}
          hint={m.production_note_pictures_hint()}
          error={errors?.picture}
        />
        <KeptPicture pictureId={typedText(typed, 'pictureId')} />
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
