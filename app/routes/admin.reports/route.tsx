import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { links } from '#app/http/links.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { type FormRefusal, formRefused, notFound, redirectWithFlash, refuse } from '#app/http/respond.server.ts'
import { requireRole } from '#app/http/viewer.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { rulingSchema } from '#app/moderation/report.ts'
import { listOpenReports, listRuledReports } from '#app/moderation/reports.server.ts'
import { ruleOnReport } from '#app/moderation/rule-on-report.server.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { ErrorSummary } from '#app/ui/form-errors.tsx'
import { Page } from '#app/ui/page.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { recordEntryGone } from '#app/voting/record-entry-gone.server.ts'
import { OpenReport } from './open-report.tsx'
import { RuledReports } from './ruled-reports.tsx'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const admin = await requireRole(context, request, 'admin')
  const now = context.clock()
  return {
    open: await listOpenReports(context.db, admin, now),
    ruled: await listRuledReports(context.db, admin, now),
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const admin = await requireRole(context, request, 'admin')
  const reading = await readForm(request, rulingSchema)
  if (!reading.ok) return formRefused(reading)
  const outcome = await ruleOnReport(context.db, { admin, ...reading.value, steps: [recordEntryGone] }, context.clock())
  if (outcome.ok) {
    const takenDown = reading.value.ruling === 'taken-down'
    return redirectWithFlash(
      links.reports(),
      takenDown ? m.moderation_taken_down_flash() : m.moderation_dismissed_flash(),
    )
  }
  if (outcome.refusal === 'report-not-found') throw notFound()
  return refuse(outcome.refusal, { typed: reading.typed })
}

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageMeta(matches, { title: m.moderation_reports() })

export default function Reports() {
  const { open, ruled } = useLoaderData<typeof loader>()
  const refusal = useActionData<FormRefusal>()
  return (
    <Page
      title={m.moderation_reports()}
      lead={m.moderation_reports_lead()}
      back={{ to: links.admin(), label: m.contests_admin_title() }}
    >
      <ErrorSummary errors={refusal?.errors} />
      {open.length === 0 ? (
        <EmptyState icon="flag" title={m.moderation_reports_empty_title()}>
          {m.moderation_reports_empty()}
        </EmptyState>
      ) : (
        <ul className="border-line border-b">
          {open.map((reported) => (
            <OpenReport key={reported.entry.id} reported={reported} refusal={refusal} />
          ))}
        </ul>
      )}
      <RuledReports ruled={ruled} />
    </Page>
  )
}
