import type { ActionFunctionArgs, AppLoadContext, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { overLimit } from '#app/http/limit.server.ts'
import { links } from '#app/http/links.ts'
import { checkFields } from '#app/http/read-form.server.ts'
import { withUpload } from '#app/http/read-upload.server.ts'
import { inWords } from '#app/http/refusals.ts'
import { forbidden, formRefused, notFound, redirectWithFlash, refuse } from '#app/http/respond.server.ts'
import { typedText } from '#app/http/typed.ts'
import { requireViewer } from '#app/http/viewer.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { refuseHandIn } from '#app/production/hand-in-file.server.ts'
import { FILE_NOTE_MAX, PRODUCTION_FILE_BYTES_MOST } from '#app/production/production-file.ts'
import { findPrintWish } from '#app/production/production-files.server.ts'
import { findRunFacts } from '#app/production/run-facts.server.ts'
import { handInSchema } from '#app/production/run-forms.ts'
import { findRun } from '#app/production/runs.server.ts'
import { takeProductionFile } from '#app/production/take-production-file.server.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { TextArea, TextField } from '#app/ui/field.tsx'
import { ErrorSummary } from '#app/ui/form-errors.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page } from '#app/ui/page.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { WhatFile } from '../production.$runId/what-file.tsx'

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, { title: m.production_file_hand_in() })

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const runId = params.runId ?? ''
  const { refusal } = await askFirst(context, runId, viewer)
  const run = await findRun(context.db, runId, viewer, context.clock())
  if (!run) throw notFound()
  return {
    runId,
    title: run.entry.title,
    wish: await findPrintWish(context.db, runId),
    closed: refusal && inWords(refusal).sentence,
  }
}

/** Everything that can be refused without the file is, before a byte of it is read. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const runId = params.runId ?? ''
  const { refusal } = await askFirst(context, runId, viewer)
  if (refusal) return refuse(refusal)
  const over = await overLimit(context, [['productionFilePerPerson', viewer.id]])
  if (over) return over
  const options = { filesMost: 1, fileBytesMost: PRODUCTION_FILE_BYTES_MOST, digest: true }
  return withUpload(request, options, async (upload) => {
    const form = checkFields(upload.fields, handInSchema)
    if (!upload.ok) return refuse(upload.reason === 'malformed' ? 'file-empty' : 'file-too-large', inFile(form.typed))
    if (!form.ok) return formRefused(form)
    const source = upload.files.find(({ field }) => field === 'file')
    const sha256 = source?.sha256
    if (!source || !sha256) return refuse('file-empty', inFile(form.typed))
    const details = { runId, by: viewer, note: form.value.note, source: { ...source, sha256 } }
    const taken = await takeProductionFile(context.db, context.pictures.store, details, context.clock())
    if (!taken.ok) return refuse(taken.refusal, inFile(form.typed))
    return redirectWithFlash(links.run(runId), m.production_file_handed_in({ version: taken.value.version }))
  })
}

const inFile = (typed: Record<string, string | string[]>) => ({ typed, field: 'file' })

/** Who may not hand in learns it from the guard; who may, but not now, from the page. */
async function askFirst(context: AppLoadContext, runId: string, viewer: Awaited<ReturnType<typeof requireViewer>>) {
  const facts = await findRunFacts(context.db, runId)
  const refusal = refuseHandIn(facts, viewer)
  if (refusal === 'no-such-run') throw notFound()
  if (refusal === 'not-yours-to-hand-in') throw forbidden(refusal)
  return { refusal }
}

export default function HandInFile() {
  const { runId, title, wish, closed } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  const { errors, typed } = refusal ?? {}
  return (
    <Page width="text" kicker={title} title={m.production_file_hand_in()} back={{ to: links.run(runId), label: title }}>
      <ErrorSummary errors={errors} />
      {closed ? (
        <Notice tone="sealed">{closed}</Notice>
      ) : (
        <Form method="post" encType="multipart/form-data" reloadDocument>
          <WhatFile wish={wish} />
          <div className="mt-8">
            <TextField
              type="file"
              name="file"
              label={m.production_file_field()}
              hint={m.production_file_hint()}
              accept=".tif,.tiff,.pdf,.ai,.eps,.svg,.psd,.psb,.png,.jpg,.jpeg"
              required
              error={errors?.file}
            />
          </div>
          <TextArea
            name="note"
            label={m.production_file_note()}
            hint={m.production_file_note_hint()}
            maxLength={FILE_NOTE_MAX}
            rows={3}
            error={errors?.note}
            defaultValue={typedText(typed, 'note')}
          />
          <SubmitButton pending={m.production_file_sending()}>{m.production_file_send()}</SubmitButton>
        </Form>
      )}
    </Page>
  )
}
