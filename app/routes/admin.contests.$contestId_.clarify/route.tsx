import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { BRIEF_LIMITS, briefField, summaryField } from '#app/contests/brief.ts'
import { clarifyBrief } from '#app/contests/clarify-brief.server.ts'
import { findContestFacts, publicSlugOf } from '#app/contests/contests.server.ts'
import { listVersions } from '#app/contests/publications.server.ts'
import { phaseAt } from '#app/contests/schedule.ts'
import { links } from '#app/http/links.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { formRefused, notFound, redirectWithFlash, refuse } from '#app/http/respond.server.ts'
import { typedText } from '#app/http/typed.ts'
import { requireRole } from '#app/http/viewer.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { SubmitButton } from '#app/ui/button.tsx'
import { ContestAdminNav } from '#app/ui/contest-admin-nav.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { ErrorSummary } from '#app/ui/form-errors.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page } from '#app/ui/page.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'

const Clarifying = z.object({
  summary: summaryField.min(1, { error: () => m.contests_summary_missing() }),
  brief: briefField.min(1, { error: () => m.contests_brief_missing() }),
  seenVersion: z.coerce.number().int().catch(0),
})

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  await requireRole(context, request, 'admin')
  const facts = await findContestFacts(context.db, { id: params.contestId ?? '' })
  if (!facts) throw notFound()
  const { id, title, summary, brief } = facts.contest
  const version = (await listVersions(context.db, id)).at(-1)?.version ?? 0
  return {
    contestId: id,
    slug: publicSlugOf(facts),
    title,
    summary,
    brief,
    version,
    phase: phaseAt(facts.schedule, context.clock()),
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const admin = await requireRole(context, request, 'admin')
  const contestId = params.contestId ?? ''
  const form = await readForm(request, Clarifying)
  if (!form.ok) return formRefused(form)
  const clarified = await clarifyBrief(context.db, { contestId, ...form.value, clarifiedBy: admin.id }, context.clock())
  if (!clarified.ok) return refuse(clarified.refusal, { typed: form.typed })
  return redirectWithFlash(links.editContest(contestId), m.contests_clarified({ version: clarified.value.version }))
}

export const shouldRevalidate = () => true

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, { title: data ? `${m.contests_admin_clarify()} · ${data.title}` : m.contests_admin_clarify() })

export default function ClarifyBrief() {
  const { contestId, slug, title, phase, summary, brief, version } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  const possible = phase === 'announced' || phase === 'open'
  return (
    <Page
      title={m.contests_clarify_title()}
      kicker={title}
      lead={m.contests_clarify_lead()}
      back={{ to: links.admin(), label: m.contests_admin_title() }}
    >
      <ContestAdminNav contestId={contestId} slug={slug} phase={phase} />
      <ErrorSummary errors={refusal?.errors} title={m.contests_not_saved()} />
      {possible ? (
        <Form method="post" className="max-w-[calc(65ch+4rem)]" noValidate>
          <input type="hidden" name="seenVersion" value={version} />
          <TextArea
            name="summary"
            label={m.contests_field_summary()}
            rows={2}
            maxLength={BRIEF_LIMITS.summaryLength}
            defaultValue={typedText(refusal?.typed, 'summary') ?? summary}
            error={refusal?.errors.summary}
            required
          />
          <TextArea
            name="brief"
            label={m.contests_field_brief()}
            hint={m.contests_field_markdown_hint()}
            rows={14}
            maxLength={BRIEF_LIMITS.briefLength}
            defaultValue={typedText(refusal?.typed, 'brief') ?? brief}
            error={refusal?.errors.brief}
            required
          />
          <SubmitButton>{m.contests_clarify_now()}</SubmitButton>
        </Form>
      ) : (
        <Notice>{m.contests_refused_past_clarifying()}</Notice>
      )}
    </Page>
  )
}
