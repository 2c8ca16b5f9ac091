import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useParams } from '@remix-run/react'
import { links } from '#app/http/links.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { formRefused, redirectWithFlash, refuse } from '#app/http/respond.server.ts'
import { typedText } from '#app/http/typed.ts'
import { requireRole } from '#app/http/viewer.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { fileRuledLetter } from '#app/notifications/production-letters.ts'
import { writeTo } from '#app/notifications/write-to.server.ts'
import { ruleOnFile } from '#app/production/rule-on-file.server.ts'
import { findRunFacts } from '#app/production/run-facts.server.ts'
import { rulingSchema } from '#app/production/run-forms.ts'
import { findRun } from '#app/production/runs.server.ts'
import { ErrorSummary } from '#app/ui/form-errors.tsx'
import { Page } from '#app/ui/page.tsx'
import { findLastPublishedHead } from '#app/voting/published-heads.server.ts'
import { RulingForm } from '../production.$runId/ruling-form.tsx'

/** Runs again after a refused act, so that sending on to the run from here would lose the sentence that says why. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireRole(context, request, 'producer', 'admin')
  return null
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const viewer = await requireRole(context, request, 'producer', 'admin')
  const form = await readForm(request, rulingSchema)
  if (!form.ok) return formRefused(form)
  const runId = params.runId ?? ''
  const now = context.clock()
  const ruled = await ruleOnFile(context.db, { runId, ...form.value, ruledBy: viewer.id }, now)
  if (!ruled.ok) return refuse(ruled.refusal, { typed: form.typed })
  const run = await findRun(context.db, runId, viewer, now)
  const { ruling, reason } = form.value
  const facts = await findRunFacts(context.db, runId)
  const head = facts && (await findLastPublishedHead(context.db, facts.run.contestId))
  const what = { title: run?.entry.title ?? '', runId, ruling, reason, head }
  await writeTo(context, [ruled.value.handedInBy], (reader, sender) => fileRuledLetter(reader, what, sender))
  return redirectWithFlash(links.run(runId), m.production_file_ruled())
}

export default function RuleOnFile() {
  const { runId = '' } = useParams()
  const refusal = useActionData<typeof action>()
  const { errors, typed } = refusal ?? {}
  return (
    <Page
      width="text"
      title={m.production_ruling_label()}
      back={{ to: links.run(runId), label: m.production_back_to_run() }}
    >
      <ErrorSummary errors={errors} />
      {typed && (
        <RulingForm
          runId={runId}
          fileId={typedText(typed, 'fileId') ?? ''}
          errors={errors}
          ruling={typedText(typed, 'ruling')}
          reason={typedText(typed, 'reason')}
        />
      )}
    </Page>
  )
}
