import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { findContestFacts, publicSlugOf } from '#app/contests/contests.server.ts'
import { listJurorsToSeat, listPanel } from '#app/contests/panel-seats.server.ts'
import { phaseAt } from '#app/contests/schedule.ts'
import { seatJuror } from '#app/contests/seat-juror.server.ts'
import { links } from '#app/http/links.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { formRefused, notFound, redirectWithFlash, refuse } from '#app/http/respond.server.ts'
import { typedText } from '#app/http/typed.ts'
import { requireRole } from '#app/http/viewer.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { ButtonLink, SubmitButton } from '#app/ui/button.tsx'
import { ContestAdminNav } from '#app/ui/contest-admin-nav.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { CheckboxField, SelectField } from '#app/ui/field.tsx'
import { ErrorSummary } from '#app/ui/form-errors.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page } from '#app/ui/page.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { Section } from '#app/ui/section.tsx'
import { SeatRow } from './seat-row.tsx'

const Seating = z.object({
  jurorId: z.string({ error: () => m.contests_juror_missing() }).min(1, { error: () => m.contests_juror_missing() }),
  mayClose: z
    .string()
    .optional()
    .transform((ticked) => ticked !== undefined),
})

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  await requireRole(context, request, 'admin')
  const facts = await findContestFacts(context.db, { id: params.contestId ?? '' })
  if (!facts) throw notFound()
  const { id, title, quorum } = facts.contest
  return {
    contestId: id,
    slug: publicSlugOf(facts),
    title,
    quorum,
    phase: phaseAt(facts.schedule, context.clock()),
    panel: await listPanel(context.db, id),
    jurors: await listJurorsToSeat(context.db, id),
  }
}

/** Seats a juror, or changes whether one who sits may sign. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const admin = await requireRole(context, request, 'admin')
  const contestId = params.contestId ?? ''
  const form = await readForm(request, Seating)
  if (!form.ok) return formRefused(form)
  const seated = await seatJuror(context.db, { contestId, ...form.value, seatedBy: admin.id }, context.clock())
  if (!seated.ok) {
    const ofJuror = seated.refusal === 'not-a-juror' || seated.refusal === 'juror-has-work-here'
    const field = ofJuror ? 'jurorId' : ''
    return refuse(seated.refusal, { typed: form.typed, field })
  }
  return redirectWithFlash(links.panel(contestId), m.contests_panel_changed())
}

export const shouldRevalidate = () => true

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, { title: data ? `${m.contests_admin_panel()} · ${data.title}` : m.contests_admin_panel() })

export default function Panel() {
  const { contestId, slug, title, phase, quorum, panel, jurors } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  const over = phase === 'decided' || phase === 'cancelled'
  const seated = panel.filter(({ active }) => active)
  const enough = seated.length >= quorum && seated.some(({ mayClose }) => mayClose)
  return (
    <Page
      title={m.contests_panel_title()}
      kicker={title}
      lead={m.contests_panel_lead({ quorum })}
      back={{ to: links.admin(), label: m.contests_admin_title() }}
    >
      <ContestAdminNav contestId={contestId} slug={slug} phase={phase} />
      <ErrorSummary errors={refusal?.errors} />
      {!enough && !over && (
        <Notice tone="amber">
          {m.contests_panel_not_enough({ quorum })}
          {seated.length < panel.length && ` ${m.contests_panel_empty_seats()}`}
        </Notice>
      )}
      {panel.length === 0 ? (
        <EmptyState icon="person">{m.contests_panel_empty()}</EmptyState>
      ) : (
        <ul className="border-line border-b">
          {panel.map((member) => (
            <SeatRow key={member.jurorId} member={member} contestId={contestId} fixed={over} />
          ))}
        </ul>
      )}
      {!over && (
        <Section title={m.contests_panel_seat_title()}>
          {jurors.length === 0 ? (
            <div className="max-w-text">
              <p className="mb-4 text-quiet">{m.contests_panel_no_jurors()}</p>
              <ButtonLink to={links.people()}>{m.contests_panel_appoint()}</ButtonLink>
            </div>
          ) : (
            <Form method="post" className="max-w-lg" noValidate>
              <SelectField
                name="jurorId"
                label={m.contests_panel_juror()}
                empty={m.contests_panel_juror_empty()}
                options={jurors.map(({ id, name, email }) => ({ value: id, label: `${name} (${email})` }))}
                defaultValue={typedText(refusal?.typed, 'jurorId')}
                error={refusal?.errors.jurorId}
                required
              />
              <CheckboxField
                name="mayClose"
                label={m.contests_panel_may_sign()}
                hint={m.contests_panel_may_sign_hint()}
                defaultChecked={refusal ? 'mayClose' in refusal.typed : panel.length === 0}
              />
              <SubmitButton>{m.contests_panel_seat_now()}</SubmitButton>
            </Form>
          )}
        </Section>
      )}
    </Page>
  )
}
