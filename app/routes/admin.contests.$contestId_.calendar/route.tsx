import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useMemo } from 'react'
import { boundaryMoveForm } from '#app/contests/boundary-move-form.ts'
import { listBoundaryMoves } from '#app/contests/boundary-moves.server.ts'
import { findContestFacts, publicSlugOf } from '#app/contests/contests.server.ts'
import { moveBoundary } from '#app/contests/move-boundary.server.ts'
import { BOUNDARIES, BOUNDARY_FIELD, phaseAt } from '#app/contests/schedule.ts'
import { countPublished } from '#app/entries/published-count.server.ts'
import { links } from '#app/http/links.ts'
import { type FormErrors, readForm } from '#app/http/read-form.server.ts'
import { type FormRefusal, formRefused, notFound, redirectWithFlash, refuse } from '#app/http/respond.server.ts'
import { typedText } from '#app/http/typed.ts'
import { requireRole } from '#app/http/viewer.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { ContestAdminNav } from '#app/ui/contest-admin-nav.tsx'
import { ContestRail } from '#app/ui/contest-rail.tsx'
import { ErrorSummary } from '#app/ui/form-errors.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page } from '#app/ui/page.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { VotingExtended } from '#app/ui/voting-extended.tsx'
import { BoundaryActs } from './boundary-acts.tsx'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  await requireRole(context, request, 'admin')
  const now = context.clock()
  const facts = await findContestFacts(context.db, { id: params.contestId ?? '' })
  if (!facts) throw notFound()
  const { id, title, zone, minimumScores, extensionDays } = facts.contest
  return {
    now: now.toISOString(),
    contestId: id,
    slug: publicSlugOf(facts),
    title,
    zone,
    rule: { minimumScores, extensionDays, zone },
    schedule: facts.schedule,
    phase: phaseAt(facts.schedule, now),
    moves: (await listBoundaryMoves(context.db, id)).length,
    entries: await countPublished(context.db, id),
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const admin = await requireRole(context, request, 'admin')
  const contestId = params.contestId ?? ''
  const facts = await findContestFacts(context.db, { id: contestId })
  if (!facts) throw notFound()
  const form = await readForm(request, boundaryMoveForm(facts.contest.zone))
  if (!form.ok) return formRefused(form)
  const moved = await moveBoundary(context.db, { contestId, ...form.value, movedBy: admin.id }, context.clock())
  if (!moved.ok) {
    const field = moved.refusal.startsWith('boundary-') && form.value.toAt !== 'now' ? 'toAt' : ''
    return refuse(moved.refusal, { typed: form.typed, field })
  }
  return redirectWithFlash(links.calendar(contestId), m.contests_calendar_moved())
}

export const shouldRevalidate = () => true

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, { title: data ? `${m.contests_calendar()} · ${data.title}` : m.contests_calendar() })

export default function Calendar() {
  const { contestId, slug, title, zone, rule, phase, schedule, now, moves, entries } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  const errors = useMemo(() => refusal && errorsById(refusal), [refusal])
  const running = phase === 'announced' || phase === 'open' || phase === 'voting' || phase === 'jury'
  const ahead = BOUNDARIES.filter((boundary) => schedule[BOUNDARY_FIELD[boundary]] > now)
  // What extended itself nobody moves.
  const movable = ahead.filter((boundary) => boundary !== 'voting-closes' || !schedule.extendedFrom)
  return (
    <Page
      title={m.contests_calendar()}
      kicker={title}
      lead={m.contests_calendar_admin_lead()}
      back={{ to: links.admin(), label: m.contests_admin_title() }}
    >
      <ContestAdminNav contestId={contestId} slug={slug} phase={phase} />
      <ErrorSummary errors={errors} title={m.contests_not_moved()} />
      <ContestRail schedule={schedule} zone={zone} now={now} />
      {phase === 'voting' && <VotingExtended schedule={schedule} rule={rule} />}
      {rule.minimumScores > 0 && !schedule.extendedFrom && ahead.includes('voting-closes') && (
        <Notice>{m.contests_extended_move({ least: rule.minimumScores, count: rule.extensionDays })}</Notice>
      )}
      {phase === 'draft' && <Notice>{m.contests_calendar_draft()}</Notice>}
      {running && ahead.length === 0 && <Notice>{m.contests_calendar_all_passed()}</Notice>}
      {!running && phase !== 'draft' && <Notice>{m.contests_refused_not_running()}</Notice>}
      {running &&
        movable.map((boundary) => (
          <BoundaryActs
            key={boundary}
            boundary={boundary}
            at={schedule[BOUNDARY_FIELD[boundary]]}
            isNext={boundary === ahead[0]}
            zone={zone}
            entries={entries}
            refusal={refusal}
          />
        ))}
      {moves > 0 && <p className="mt-10 text-quiet text-sm">{m.contests_calendar_moves_public({ count: moves })}</p>}
    </Page>
  )
}

/** Several forms on one page: the summary must lead to the fields of the one that was sent. */
function errorsById({ errors, typed }: FormRefusal): FormErrors {
  const form = `${typedText(typed, 'boundary')}-${typedText(typed, 'act')}`
  return Object.fromEntries(Object.entries(errors).map(([field, words]) => [field && `${form}-${field}`, words]))
}
