import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { BRIEF_LIMITS, titleField } from '#app/contests/brief.ts'
import { cloneContest } from '#app/contests/clone-contest.server.ts'
import { findContestFacts, publicSlugOf } from '#app/contests/contests.server.ts'
import { phaseAt } from '#app/contests/schedule.ts'
import { links } from '#app/http/links.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { formRefused, notFound, redirectWithFlash, refuse } from '#app/http/respond.server.ts'
import { typedText } from '#app/http/typed.ts'
import { requireRole } from '#app/http/viewer.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { SubmitButton } from '#app/ui/button.tsx'
import { ContestAdminNav } from '#app/ui/contest-admin-nav.tsx'
import { TextField } from '#app/ui/field.tsx'
import { ErrorSummary } from '#app/ui/form-errors.tsx'
import { Page } from '#app/ui/page.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'

const Clone = z.object({ title: titleField })

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  await requireRole(context, request, 'admin')
  const facts = await findContestFacts(context.db, { id: params.contestId ?? '' })
  if (!facts) throw notFound()
  const { id, title } = facts.contest
  return { contestId: id, slug: publicSlugOf(facts), title, phase: phaseAt(facts.schedule, context.clock()) }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const admin = await requireRole(context, request, 'admin')
  const form = await readForm(request, Clone)
  if (!form.ok) return formRefused(form)
  const details = { contestId: params.contestId ?? '', title: form.value.title, clonedBy: admin.id }
  const clone = await cloneContest(context.db, details, context.clock())
  if (!clone.ok) return refuse(clone.refusal, { typed: form.typed })
  return redirectWithFlash(links.editContest(clone.value.contestId), m.contests_cloned())
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, { title: data ? `${m.contests_admin_clone()} · ${data.title}` : m.contests_admin_clone() })

export default function CloneContest() {
  const { contestId, slug, title, phase } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  return (
    <Page
      title={m.contests_clone_title()}
      kicker={title}
      lead={m.contests_clone_lead()}
      back={{ to: links.admin(), label: m.contests_admin_title() }}
    >
      <ContestAdminNav contestId={contestId} slug={slug} phase={phase} />
      <Form method="post" className="max-w-lg" noValidate>
        <ErrorSummary errors={refusal?.errors} />
        <TextField
          name="title"
          label={m.contests_clone_name()}
          maxLength={BRIEF_LIMITS.titleLength}
          defaultValue={typedText(refusal?.typed, 'title') ?? ''}
          error={refusal?.errors.title}
          required
        />
        <SubmitButton>{m.contests_clone_now()}</SubmitButton>
      </Form>
    </Page>
  )
}
