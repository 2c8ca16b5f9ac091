import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { isStaff } from '#app/accounts/roles.ts'
import { listBoundaryMoves, listExtensions } from '#app/contests/boundary-moves.server.ts'
import { findBriefCard } from '#app/contests/brief-cards.server.ts'
import { findBrief, findHeadPicture } from '#app/contests/briefs.server.ts'
import { findContestFacts } from '#app/contests/contests.server.ts'
import { listPanel } from '#app/contests/panel-seats.server.ts'
import { findCancellation, listVersions } from '#app/contests/publications.server.ts'
import { phaseAt } from '#app/contests/schedule.ts'
import { countPublished } from '#app/entries/published-count.server.ts'
import { links } from '#app/http/links.ts'
import { notFound } from '#app/http/respond.server.ts'
import { findViewer } from '#app/http/viewer.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { BriefArticle } from '#app/ui/brief-article.tsx'
import { briefHtml } from '#app/ui/brief-html.ts'
import { ContestRail } from '#app/ui/contest-rail.tsx'
import { Moment } from '#app/ui/moment.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { VotingExtended } from '#app/ui/voting-extended.tsx'
import { findTurnout } from '#app/voting/turnout.server.ts'
import { CalendarChanges } from './calendar-changes.tsx'
import { WhatYouCanDo } from './what-you-can-do.tsx'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { db, clock } = context
  const now = clock()
  const viewer = await findViewer(context, request)
  const facts = await findContestFacts(db, { slug: params.slug ?? '' })
  if (!facts || phaseAt(facts.schedule, now) === 'draft' || !facts.schedule.publishedAt) throw notFound()
  const contestId = facts.contest.id
  const found = await findBrief(db, contestId)
  if (!found) throw notFound()
  const head = await findHeadPicture(db, contestId)
  const card = await findBriefCard(db, found.slug, context.config.brandName)
  const panel = await listPanel(db, contestId)
  const versions = await listVersions(db, contestId)
  return {
    now: now.toISOString(),
    brief: found.brief,
    html: briefHtml(found.brief),
    head,
    card: card && links.briefCard(found.slug, card.digest),
    slug: found.slug,
    schedule: facts.schedule,
    phase: phaseAt(facts.schedule, now),
    panel: panel.map(({ name, mayClose }) => ({ name, mayClose })),
    moves: await listBoundaryMoves(db, contestId),
    extensions: await listExtensions(db, contestId),
    clarifiedAt: versions.length > 1 ? (versions.at(-1)?.publishedAt ?? null) : null,
    cancellation: await findCancellation(db, contestId),
    entries: await countPublished(db, contestId),
    turnout: await findTurnout(db, { facts, viewer }, now),
    asks: viewer === null ? ('visitor' as const) : isStaff(viewer) ? ('staff' as const) : ('member' as const),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, {
    title: data?.brief.title,
    description: data?.brief.summary,
    picture: data?.head,
    card: data?.card ? { address: data.card, alt: data.head?.alt ?? '' } : null,
    kind: 'article',
  })

export default function BriefPage() {
  const { brief, html, head, panel, schedule, now, slug, moves, cancellation, clarifiedAt, ...rest } =
    useLoaderData<typeof loader>()
  return (
    <div className="gutter mx-auto w-full max-w-wide pt-6 pb-24">
      <BriefArticle
        brief={brief}
        html={html}
        head={head}
        panel={panel}
        rail={
          <>
            {cancellation && (
              <Notice tone="danger" title={m.contests_cancelled_title()}>
                <p className="whitespace-pre-line">{cancellation.reason}</p>
              </Notice>
            )}
            <ContestRail
              schedule={schedule}
              zone={brief.zone}
              now={now}
              act={<WhatYouCanDo slug={slug} phase={rest.phase} asks={rest.asks} entries={rest.entries} />}
            />
            {rest.phase === 'voting' && <VotingExtended schedule={schedule} rule={brief} />}
            {rest.turnout && (
              <p className="mt-3 text-quiet text-sm">
                {m.contests_turnout_ballots({ count: rest.turnout.begun, counted: rest.turnout.counted })}{' '}
                {rest.turnout.least === rest.turnout.most
                  ? m.contests_turnout_seen_evenly({ count: rest.turnout.most })
                  : m.contests_turnout_seen({ least: rest.turnout.least, most: rest.turnout.most })}
              </p>
            )}
            {clarifiedAt && (
              <p className="mt-3 text-quiet text-sm">
                {m.contests_clarified_on()} <Moment at={clarifiedAt} zone={brief.zone} precision="day" />.{' '}
                <Link to={`${links.contestLog(slug)}#versions`} className="link">
                  {m.contests_clarified_see()}
                </Link>
              </p>
            )}
          </>
        }
      >
        <CalendarChanges schedule={schedule} zone={brief.zone} moves={moves} extensions={rest.extensions} slug={slug} />
      </BriefArticle>
    </div>
  )
}
