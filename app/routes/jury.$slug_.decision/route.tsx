import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, redirect, useActionData, useLoaderData } from '@remix-run/react'
import { phaseAt } from '#app/contests/schedule.ts'
import { requireSeat } from '#app/http/jury-guard.server.ts'
import { links } from '#app/http/links.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { formRefused, redirectWithFlash, refuse } from '#app/http/respond.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { decisionSchema } from '#app/jury/decision.ts'
import { findLadder } from '#app/jury/ladder.server.ts'
import { findPanelOrder } from '#app/jury/panel-order.server.ts'
import { mayClose } from '#app/jury/panels.server.ts'
import { signDecision } from '#app/jury/sign-decision.server.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Ladder } from '#app/ui/ladder.tsx'
import { Moment } from '#app/ui/moment.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page } from '#app/ui/page.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { PanelOrderView } from '#app/ui/panel-order-view.tsx'
import { Section } from '#app/ui/section.tsx'
import { SignForm } from './sign-form.tsx'

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, { title: data ? `${m.jury_decision_title()}: ${data.title}` : m.jury_decision_title() })

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { viewer, facts } = await requireSeat(context, request, params.slug)
  const now = context.clock()
  const { contest } = facts
  if (phaseAt(facts.schedule, now) === 'decided') throw redirect(links.result(contest.slug))
  return {
    slug: contest.slug,
    title: contest.title,
    zone: contest.zone,
    quorum: contest.quorum,
    candidates: contest.candidates,
    decisionDueAt: contest.decisionDueAt,
    signer: (await mayClose(context.db, contest.id, viewer.id)) ? viewer.name : null,
    ladder: await findLadder(context.db, { facts, viewer }, now),
    panelOrder: await findPanelOrder(context.db, { facts, viewer }, now),
  }
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { viewer, facts } = await requireSeat(context, request, params.slug)
  const form = await readForm(request, decisionSchema)
  if (!form.ok) return formRefused(form)
  const { id: contestId, slug } = facts.contest
  const signed = await signDecision(context.db, { contestId, signerId: viewer.id, ...form.value }, context.clock())
  if (!signed.ok) {
    const field = signed.refusal === 'closing-letter-missing' ? 'letter' : ''
    return refuse(signed.refusal, { typed: form.typed, field })
  }
  return redirectWithFlash(links.result(slug), m.jury_decision_signed())
}

export default function DecisionPage() {
  const { slug, title, zone, quorum, candidates, decisionDueAt, signer, ladder, panelOrder } =
    useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  const short = ladder?.coDecision.rungs.find(
    ({ finding, missingJurors }) => finding === 'awaiting' && missingJurors > 0,
  )
  const owed = ladder?.lines.find((line) => line.owed && line.rung.finding === 'awaiting')
  return (
    <Page
      kicker={title}
      title={m.jury_decision_title()}
      lead={m.jury_decision_lead({ quorum })}
      back={{ to: links.juryRoom(slug), label: m.jury_room_title() }}
    >
      {ladder === null ? (
        <EmptyState icon="seal" title={m.jury_room_sealed_title()}>
          {m.jury_room_counting()}
        </EmptyState>
      ) : (
        <>
          <Ladder
            label={m.jury_decision_title()}
            level={2}
            rungs={ladder.lines.map(({ rung, entry, standing, verdicts, owed }) => ({
              ...{ entryId: entry.id, title: entry.title, picture: entry.picture },
              to: links.verdict(slug, entry.id),
              ...{ place: rung.place, points: standing.points, low: standing.low, high: standing.high },
              finding: rung.finding,
              note: owed ? undefined : m.jury_approvals({ approvals: rung.approvals, quorum: rung.quorum }),
              verdicts: verdicts.map(({ jurorName, ...verdict }) => ({
                ...verdict,
                by: jurorName ?? m.jury_result_former_juror(),
              })),
            }))}
          />
          {short && (
            <Notice tone="amber" title={m.jury_decision_empty_seats_title()}>
              {m.jury_decision_empty_seats({ count: short.missingJurors, quorum: short.quorum })}
            </Notice>
          )}
          {ladder.coDecision.outcome === 'undecided' &&
            (owed ? (
              <Notice tone="sealed" title={m.jury_decision_owed_title()}>
                {m.jury_decision_owed()}{' '}
                <Link to={links.verdict(slug, owed.entry.id)} className="link">
                  {owed.entry.title}
                </Link>
              </Notice>
            ) : (
              <Notice tone="amber" title={m.jury_decision_undecided_title()}>
                {m.jury_decision_undecided()} <Moment at={decisionDueAt} zone={zone} />
              </Notice>
            ))}
          {ladder.coDecision.outcome === 'no-production' && (
            <Notice tone="info" title={m.jury_decision_no_production_title()}>
              {m.jury_decision_no_production({ count: candidates })}
            </Notice>
          )}
          {panelOrder && ladder.lines.length > 1 && (
            <Section
              title={m.jury_panel_order_title()}
              lead={m.jury_panel_order_lead()}
              actions={
                <Link to={links.finalists(slug)} className="link">
                  {m.jury_finalists_open()}
                </Link>
              }
            >
              <PanelOrderView
                state={panelOrder}
                finalists={ladder.lines.map(({ entry, rung }) => ({
                  ...{ entryId: entry.id, title: entry.title, picture: entry.picture, place: rung.place },
                }))}
                to={(id) => links.verdict(slug, id)}
              />
            </Section>
          )}
          {signer === null ? (
            <p className="mt-10 text-quiet">{m.jury_decision_not_yours()}</p>
          ) : (
            ladder.coDecision.outcome !== 'undecided' && (
              <SignForm
                signer={signer}
                winner={ladder.lines.find(({ rung }) => rung.finding === 'wins')?.entry ?? null}
                refusal={refusal ?? null}
              />
            )
          )}
        </>
      )}
    </Page>
  )
}
