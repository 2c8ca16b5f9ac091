import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useParams } from '@remix-run/react'
import { links } from '#app/http/links.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { formRefused, redirectWithFlash, refuse } from '#app/http/respond.server.ts'
import { requireRole } from '#app/http/viewer.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { advanceStage } from '#app/production/advance-stage.server.ts'
import { advanceSchema } from '#app/production/run-forms.ts'
import { RefusedAct } from '#app/ui/refused-act.tsx'
import { STAGE_WORDS } from '#app/ui/stage-words.ts'

/** Runs again after a refused act, so that sending on to the run from here would lose the sentence that says why. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireRole(context, request, 'producer', 'admin')
  return null
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const viewer = await requireRole(context, request, 'producer', 'admin')
  const form = await readForm(request, advanceSchema)
  if (!form.ok) return formRefused(form)
  const runId = params.runId ?? ''
  const advance = { runId, from: form.value.from, movedBy: viewer.id }
  const moved = await advanceStage(context.db, advance, context.clock())
  if (!moved.ok) return refuse(moved.refusal)
  return redirectWithFlash(links.run(runId), m.production_advanced({ stage: STAGE_WORDS[moved.value.stage]() }))
}

export default function Advance() {
  const { runId = '' } = useParams()
  const back = { to: links.run(runId), label: m.production_back_to_run() }
  return <RefusedAct title={m.production_advance_title()} errors={useActionData<typeof action>()?.errors} back={back} />
}
