import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { MOVE_REASON_LENGTH, publicReasonField } from '#app/contests/boundary-moves.ts'
import { cancelContest } from '#app/contests/cancel-contest.server.ts'
import { findContestFacts, publicSlugOf } from '#app/contests/contests.server.ts'
import { phaseAt } from '#app/contests/schedule.ts'
import { countPublished } from '#app/entries/published-count.server.ts'
import { links } from '#app/http/links.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { formRefused, notFound, redirectWithFlash, refuse } from '#app/http/respond.server.ts'
import { typedText } from '#app/http/typed.ts'
import { requireRole } from '#app/http/viewer.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { SubmitButton } from '#app/ui/button.tsx'
import { ContestAdminNav } from '#app/ui/contest-admin-nav.tsx'
import { CheckboxField, TextArea } from '#app/ui/field.tsx'
import { ErrorSummary } from '#app/ui/form-errors.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page } from '#app/ui/page.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'

const Cancelling = z.object({
  reason: publicReasonField,
  sure: z.string({ error: () => m.contests_cancel_sure_missing() }),
})

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  await requireRole(context, request, 'admin')
  const facts = await findContestFacts(context.db, { id: params.contestId ?? '' })
  if (!facts) throw notFound()
  const { id, title } = facts.contest
  const phase = phaseAt(facts.schedule, context.clock())
  const entries = await countPublished(context.db, id)
  return { contestId: id, slug: publicSlugOf(facts), title, phase, entries }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const admin = await requireRole(context, request, 'admin')
  const form = await readForm(request, Cancelling)
  if (!form.ok) return formRefused(form)
  const details = { contestId: params.contestId ?? '', reason: form.value.reason, cancelledBy: admin.id }
  const cancelled = await cancelContest(context.db, details, context.clock())
  if (!cancelled.ok) return refuse(cancelled.refusal, { typed: form.typed })
  return redirectWithFlash(links.admin(), m.contests_cancel_done())
}

export const shouldRevalidate = () => true

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, { title: data ? `${m.contests_admin_cancel()} · ${data.title}` : m.contests_admin_cancel() })

export default function CancelContest() {
  const { contestId, slug, title, phase, entries } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  const over = phase === 'decided' || phase === 'cancelled'
  return (
    <Page
      title={m.contests_cancel_title()}
      kicker={title}
      back={{ to: links.admin(), label: m.contests_admin_title() }}
    >
      <ContestAdminNav contestId={contestId} slug={slug} phase={phase} />
      <ErrorSummary errors={refusal?.errors} />
      {over ? (
        <Notice>{phase === 'decided' ? m.contests_refused_decided() : m.contests_refused_cancelled()}</Notice>
      ) : (
        <Form method="post" className="max-w-text" noValidate>
          <ul className="mb-8 list-['–_'] space-y-2 pl-5">
            <li>{m.contests_cancel_consequence_end()}</li>
            {entries > 0 && <li>{m.contests_cancel_consequence_entries({ count: entries })}</li>}
            {(phase === 'voting' || phase === 'jury') && <li>{m.contests_cancel_consequence_votes()}</li>}
            {phase !== 'draft' && <li>{m.contests_cancel_consequence_public()}</li>}
          </ul>
          <TextArea
            name="reason"
            label={m.contests_cancel_reason()}
            hint={m.contests_reason_hint()}
            maxLength={MOVE_REASON_LENGTH.most}
            defaultValue={typedText(refusal?.typed, 'reason')}
            error={refusal?.errors.reason}
            required
          />
          <CheckboxField
            name="sure"
            label={m.contests_cancel_sure()}
            error={refusal?.errors.sure}
            defaultChecked={typedText(refusal?.typed, 'sure') !== undefined}
            required
          />
          <SubmitButton look="danger">{m.contests_cancel_now()}</SubmitButton>
        </Form>
      )}
    </Page>
  )
}
