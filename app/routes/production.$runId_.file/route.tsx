import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { overLimit } from '#app/http/limit.server.ts'
import { links } from '#app/http/links.ts'
import { uploadRefusalInWords } from '#app/http/picture-refusals.ts'
import { checkFields } from '#app/http/read-form.server.ts'
import { withUpload } from '#app/http/read-upload.server.ts'
import { inWords } from '#app/http/refusals.ts'
import { formRefused, notFound, redirectWithFlash, refuse } from '#app/http/respond.server.ts'
import { requireViewer } from '#app/http/viewer.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { PRODUCTION_FILE_BYTES_MOST } from '#app/production/production-file.ts'
import { findPrintWish } from '#app/production/production-files.server.ts'
import { handInSchema } from '#app/production/run-forms.ts'
import { findRun } from '#app/production/runs.server.ts'
import { takeProductionFile } from '#app/production/take-production-file.server.ts'
import { ErrorSummary } from '#app/ui/form-errors.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page } from '#app/ui/page.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { WhatFile } from '../production.$runId/what-file.tsx'
import { FileForm } from './file-form.tsx'
import { askFirst } from './may-hand-in.server.ts'

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
  const options = { sentBy: viewer.id, filesMost: 1, fileBytesMost: PRODUCTION_FILE_BYTES_MOST, digest: true }
  return withUpload(context, request, options, async (upload) => {
    const form = checkFields(upload.fields, handInSchema)
    if (!upload.ok && upload.reason === 'no-room') {
      const { sentence, status, seconds } = uploadRefusalInWords(upload.reason, 1)
      return formRefused({ errors: { file: [sentence] }, typed: form.typed }, status, seconds)
    }
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

export default function HandInFile() {
  const { runId, title, wish, closed } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  return (
    <Page width="text" kicker={title} title={m.production_file_hand_in()} back={{ to: links.run(runId), label: title }}>
      <ErrorSummary errors={refusal?.errors} />
      {closed ? (
        <Notice tone="sealed">{closed}</Notice>
      ) : (
        <>
          <WhatFile wish={wish} />
          <FileForm runId={runId} refusal={refusal} />
        </>
      )}
    </Page>
  )
}
