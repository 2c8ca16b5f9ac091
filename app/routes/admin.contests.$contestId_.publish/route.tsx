import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { findPublishable } from '#app/contests/briefs.server.ts'
import { publishContest } from '#app/contests/publish-contest.server.ts'
import { reasonsNotToPublish } from '#app/contests/publishing.ts'
import { phaseAt } from '#app/contests/schedule.ts'
import { links } from '#app/http/links.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { formRefused, notFound, redirectWithFlash, refuse } from '#app/http/respond.server.ts'
import { requireRole } from '#app/http/viewer.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { SubmitButton } from '#app/ui/button.tsx'
import { ContestAdminNav } from '#app/ui/contest-admin-nav.tsx'
import { ContestRail } from '#app/ui/contest-rail.tsx'
import { CheckboxField } from '#app/ui/field.tsx'
import { ErrorSummary } from '#app/ui/form-errors.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page } from '#app/ui/page.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { Section } from '#app/ui/section.tsx'
import { Checklist } from './checklist.tsx'

const Publishing = z.object({
  seenAt: z.string().default(''),
  understood: z.string({ error: () => m.contests_publish_understood_missing() }),
})

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  await requireRole(context, request, 'admin')
  const now = context.clock()
  const draft = await findPublishable(context.db, params.contestId ?? '')
  if (!draft) throw notFound()
  return {
    now: now.toISOString(),
    contestId: draft.contestId,
    slug: draft.schedule.publishedAt ? draft.slug : null,
    title: draft.brief.title,
    zone: draft.brief.zone,
    schedule: draft.schedule,
    phase: phaseAt(draft.schedule, now),
    updatedAt: draft.updatedAt,
    reasons: reasonsNotToPublish(draft, now),
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const admin = await requireRole(context, request, 'admin')
  const contestId = params.contestId ?? ''
  const form = await readForm(request, Publishing)
  if (!form.ok) return formRefused(form)
  const details = { contestId, publishedBy: admin.id, seenAt: form.value.seenAt }
  const published = await publishContest(context.db, details, context.clock())
  if (!published.ok) return refuse(published.refusal, { typed: form.typed })
  return redirectWithFlash(links.contest(published.value.slug), m.contests_published())
}

export const shouldRevalidate = () => true

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, { title: data ? `${m.contests_admin_publish()} · ${data.title}` : m.contests_admin_publish() })

export default function PublishContest() {
  const { contestId, slug, title, phase, reasons, updatedAt, schedule, zone, now } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  return (
    <Page
      title={m.contests_publish_title()}
      kicker={title}
      back={{ to: links.admin(), label: m.contests_admin_title() }}
    >
      <ContestAdminNav contestId={contestId} slug={slug} phase={phase} />
      <ErrorSummary errors={refusal?.errors} title={m.contests_not_published()} />
      {phase !== 'draft' ? (
        <Notice tone="done" title={m.contests_publish_done_title()}>
          {m.contests_publish_done()}
        </Notice>
      ) : (
        <>
          <Section title={m.contests_publish_checks()} rule={false}>
            <Checklist reasons={reasons} contestId={contestId} />
          </Section>
          <Section title={m.contests_publish_consequences()}>
            <ContestRail schedule={schedule} zone={zone} now={now} />
            <ul className="mt-6 max-w-text list-['–_'] space-y-2 pl-5">
              <li>{m.contests_publish_consequence_public()}</li>
              <li>{m.contests_publish_consequence_locked()}</li>
              <li>{m.contests_publish_consequence_calendar()}</li>
              <li>{m.contests_publish_consequence_text()}</li>
            </ul>
          </Section>
          {reasons.length === 0 ? (
            <Form method="post" className="mt-10" noValidate>
              <input type="hidden" name="seenAt" value={updatedAt} />
              <CheckboxField
                name="understood"
                label={m.contests_publish_understood()}
                error={refusal?.errors.understood}
                required
              />
              <SubmitButton size="large">{m.contests_publish_now()}</SubmitButton>
            </Form>
          ) : (
            <p className="mt-10 font-medium">{m.contests_publish_not_yet({ count: reasons.length })}</p>
          )}
        </>
      )}
    </Page>
  )
}
