import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useParams } from '@remix-run/react'
import { links } from '#app/http/links.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { formRefused, redirectWithFlash, refuse } from '#app/http/respond.server.ts'
import { typedText } from '#app/http/typed.ts'
import { requireRole } from '#app/http/viewer.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { ruleOnFile } from '#app/production/rule-on-file.server.ts'
import { rulingSchema } from '#app/production/run-forms.ts'
import { ErrorSummary } from '#app/ui/form-errors.tsx'
import { Page } from '#app/ui/page.tsx'
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
  const ruled = await ruleOnFile(context.db, { runId, ...form.value, ruledBy: viewer.id }, context.clock())
  if (!ruled.ok) return refuse(ruled.refusal, { typed: form.typed })
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
