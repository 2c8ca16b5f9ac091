import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useParams } from '@remix-run/react'
import { fromLocalTime } from '#app/contests/calendar.ts'
import { links } from '#app/http/links.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { formRefused, notFound, redirectWithFlash, refuse } from '#app/http/respond.server.ts'
import { requireRole } from '#app/http/viewer.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { planStage } from '#app/production/plan-stage.server.ts'
import { planSchema } from '#app/production/run-forms.ts'
import { findRun } from '#app/production/runs.server.ts'
import { RefusedAct } from '#app/ui/refused-act.tsx'

/** Runs again after a refused act, so that sending on to the run from here would lose the sentence that says why. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireRole(context, request, 'producer', 'admin')
  return null
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const viewer = await requireRole(context, request, 'producer', 'admin')
  const form = await readForm(request, planSchema)
  if (!form.ok) return formRefused(form)
  const now = context.clock()
  const run = await findRun(context.db, params.runId ?? '', viewer, now)
  if (!run) throw notFound()
  const { stage, ownerId, dueOn } = form.value
  const dueAt = endOfDay(dueOn, run.contest.zone)
  const plan = { runId: run.id, stage, ownerId: ownerId || null, dueAt, plannedBy: viewer.id }
  const planned = await planStage(context.db, plan, now)
  if (!planned.ok) return refuse(planned.refusal)
  return redirectWithFlash(links.run(run.id), m.production_planned())
}

/** Due by the last minute of the day, as clocks in the contest's zone show it. No zone's clocks jump over that minute. */
function endOfDay(day: string, zone: string): string | null {
  const end = day === '' ? null : fromLocalTime(`${day}T23:59`, zone)
  return end?.ok ? end.at : null
}

export default function Plan() {
  const { runId = '' } = useParams()
  const back = { to: links.run(runId), label: m.production_back_to_run() }
  return <RefusedAct title={m.production_plan_title()} errors={useActionData<typeof action>()?.errors} back={back} />
}
