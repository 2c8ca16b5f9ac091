import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { links } from '#app/http/links.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { formRefused, notFound, redirectWithFlash, refuse } from '#app/http/respond.server.ts'
import { typedText } from '#app/http/typed.ts'
import { requireRole } from '#app/http/viewer.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { decideGo } from '#app/production/decide-go.server.ts'
import { GO_REASON_MAX, goSchema } from '#app/production/run-forms.ts'
import { findRun } from '#app/production/runs.server.ts'
import { mayDecide } from '#app/production/stages.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { RadioField, TextArea } from '#app/ui/field.tsx'
import { ErrorSummary } from '#app/ui/form-errors.tsx'
import { Page } from '#app/ui/page.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { RefusedAct } from '#app/ui/refused-act.tsx'

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, { title: m.production_go_form_title() })

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const viewer = await requireRole(context, request, 'producer', 'admin')
  const run = await findRun(context.db, params.runId ?? '', viewer, context.clock())
  if (!run) throw notFound()
  return { runId: run.id, title: run.entry.title, stage: run.stage, decided: run.go !== null }
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const viewer = await requireRole(context, request, 'producer', 'admin')
  const form = await readForm(request, goSchema)
  if (!form.ok) return formRefused(form)
  const runId = params.runId ?? ''
  const decision = { runId, go: form.value.go === 'go', reason: form.value.reason, decidedBy: viewer.id }
  const decided = await decideGo(context.db, decision, context.clock())
  if (!decided.ok) return refuse(decided.refusal, { typed: form.typed })
  return redirectWithFlash(links.run(runId), m.production_go_given())
}

export default function GoNoGo() {
  const { runId, title, stage, decided } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  const choices = [
    { value: 'go', label: m.production_go_yes(), may: mayDecide(true, stage) },
    { value: 'no-go', label: m.production_go_no(), may: mayDecide(false, stage) },
  ].filter(({ may }) => may)
  if (decided || choices.length === 0) {
    const closed = decided ? m.production_refused_go_decided() : m.production_refused_launched()
    return <RefusedAct title={m.production_go_form_title()} errors={{ '': [closed] }} back={back(runId)} />
  }
  return (
    <Page
      width="text"
      kicker={title}
      title={m.production_go_form_title()}
      lead={m.production_go_form_consequence()}
      back={{ to: links.run(runId), label: title }}
    >
      <Form method="post">
        <ErrorSummary errors={refusal?.errors} />
        <RadioField
          name="go"
          label={m.production_go_question()}
          required
          error={refusal?.errors.go}
          defaultValue={typedText(refusal?.typed, 'go')}
          options={choices}
        />
        <TextArea
          name="reason"
          label={m.production_go_reason()}
          required
          error={refusal?.errors.reason}
          maxLength={GO_REASON_MAX}
          defaultValue={typedText(refusal?.typed, 'reason')}
        />
        <SubmitButton look="primary">{m.production_go_confirm()}</SubmitButton>
      </Form>
    </Page>
  )
}

function back(runId: string) {
  return { to: links.run(runId), label: m.production_back_to_run() }
}
