import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { findContestFacts } from '#app/contests/contests.server.ts'
import { listPanel } from '#app/contests/panel-seats.server.ts'
import { unseatJuror } from '#app/contests/unseat-juror.server.ts'
import { links } from '#app/http/links.ts'
import { notFound, redirectWithFlash, refuse } from '#app/http/respond.server.ts'
import { requireRole } from '#app/http/viewer.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { ButtonLink, SubmitButton } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/form-errors.tsx'
import { Page } from '#app/ui/page.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  await requireRole(context, request, 'admin')
  const facts = await findContestFacts(context.db, { id: params.contestId ?? '' })
  if (!facts) throw notFound()
  const member = (await listPanel(context.db, facts.contest.id)).find(({ jurorId }) => jurorId === params.jurorId)
  if (!member) throw notFound()
  return { contestId: facts.contest.id, title: facts.contest.title, name: member.name }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const admin = await requireRole(context, request, 'admin')
  const { contestId = '', jurorId = '' } = params
  const unseated = await unseatJuror(context.db, { contestId, jurorId, unseatedBy: admin.id }, context.clock())
  if (!unseated.ok) return refuse(unseated.refusal)
  return redirectWithFlash(links.panel(contestId), m.contests_panel_changed())
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, { title: data ? m.contests_unseat_title({ name: data.name }) : m.contests_panel_title() })

export default function UnseatJuror() {
  const { contestId, title, name } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  return (
    <Page
      title={m.contests_unseat_title({ name })}
      kicker={title}
      lead={m.contests_unseat_lead()}
      back={{ to: links.panel(contestId), label: m.contests_panel_title() }}
      width="text"
    >
      <Form method="post">
        <ErrorSummary errors={refusal?.errors} />
        <div className="flex flex-wrap gap-3">
          <SubmitButton look="danger">{m.contests_unseat_now()}</SubmitButton>
          <ButtonLink to={links.panel(contestId)}>{m.contests_unseat_keep()}</ButtonLink>
        </div>
      </Form>
    </Page>
  )
}
