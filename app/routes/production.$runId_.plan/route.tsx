import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { fromLocalTime } from '#app/contests/calendar.ts'
import { links } from '#app/http/links.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { formRefused, notFound, redirectWithFlash, refuse } from '#app/http/respond.server.ts'
import { typedText } from '#app/http/typed.ts'
import { requireRole } from '#app/http/viewer.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { planStage } from '#app/production/plan-stage.server.ts'
import { planSchema } from '#app/production/run-forms.ts'
import { listStageOwners } from '#app/production/run-notes.server.ts'
import { findRun } from '#app/production/runs.server.ts'
import { ErrorSummary } from '#app/ui/form-errors.tsx'
import { Page } from '#app/ui/page.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { PlanFields } from '../production.$runId/plan-fields.tsx'

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, { title: m.production_plan_title() })

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const viewer = await requireRole(context, request, 'producer', 'admin')
  const run = await findRun(context.db, params.runId ?? '', viewer, context.clock())
  if (!run) throw notFound()
  return { run, owners: await listStageOwners(context.db) }
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
  if (!planned.ok) {
    const field = planned.refusal === 'owner-is-not-a-producer' ? 'ownerId' : ''
    return refuse(planned.refusal, { typed: form.typed, field })
  }
  return redirectWithFlash(links.run(run.id), m.production_planned())
}

/** Due by the last minute of the day, as clocks in the contest's zone show it. No zone's clocks jump over that minute. */
function endOfDay(day: string, zone: string): string | null {
  const end = day === '' ? null : fromLocalTime(`${day}T23:59`, zone)
  return end?.ok ? end.at : null
}

export default function Plan() {
  const { run, owners } = useLoaderData<typeof loader>()
  const { errors, typed } = useActionData<typeof action>() ?? {}
  const stage = typedText(typed, 'stage')
  const station = run.stations.find((one) => one.stage === stage) ?? run.stations.find((one) => one.stage === run.stage)
  return (
    <Page
      width="text"
      kicker={run.entry.title}
      title={m.production_plan_title()}
      back={{ to: links.run(run.id), label: m.production_back_to_run() }}
    >
      <ErrorSummary errors={errors} />
      {station && (
        <PlanFields
          run={run}
          station={station}
          owners={owners}
          errors={errors}
          ownerId={typedText(typed, 'ownerId')}
          dueOn={typedText(typed, 'dueOn')}
        />
      )}
    </Page>
  )
}
