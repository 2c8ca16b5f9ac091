import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { has } from '#app/accounts/roles.ts'
import { findContestFacts } from '#app/contests/contests.server.ts'
import { phaseAt } from '#app/contests/schedule.ts'
import { maySee } from '#app/contests/seal.ts'
import { links } from '#app/http/links.ts'
import { notFound } from '#app/http/respond.server.ts'
import { findViewer } from '#app/http/viewer.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { findResult } from '#app/jury/result.server.ts'
import { findViewStandings } from '#app/jury/view-standings.server.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { byline } from '#app/ui/byline.ts'
import { ContestRail } from '#app/ui/contest-rail.tsx'
import { renderMarkdown } from '#app/ui/markdown.ts'
import { Page } from '#app/ui/page.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { findDeskSummary } from '#app/voting/desk/desk-summaries.server.ts'
import { findFreeze } from '#app/voting/freezes.server.ts'
import { viewNamed } from '#app/voting/views.ts'
import { Integrity } from './integrity.tsx'
import { PublishedResult } from './published-result.tsx'
import { SealedResult } from './sealed-result.tsx'

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, { title: data ? m.jury_result_meta({ title: data.title }) : m.jury_result_title() })

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const viewer = await findViewer(context, request)
  const now = context.clock()
  const facts = await findContestFacts(context.db, { slug: params.slug ?? '' })
  if (!facts?.schedule.publishedAt) throw notFound()
  const { contest, schedule } = facts
  const result = await findResult(context.db, { facts, viewer }, now)
  const view = viewNamed(new URL(request.url).searchParams.get('view'))
  const standings = result && (await findViewStandings(context.db, { facts, viewer, view }, now))
  return {
    slug: contest.slug,
    title: contest.title,
    zone: contest.zone,
    method: contest.method,
    schedule,
    now: now.toISOString(),
    phase: phaseAt(schedule, now),
    // The digest of the ballots is public from the close on: it is what the standings can later be held against.
    freeze: (await findFreeze(context.db, contest.id)) ?? null,
    result,
    shown: standings && { view, standings },
    progress: maySee(viewer, 'participation', facts, now) ? context.counting.progressOf(contest.id) : null,
    desk: result && (await findDeskSummary(context.db, contest.id)),
    letter: renderMarkdown(result?.letter ?? '', { topHeading: 3 }),
    mayAnswer: has(viewer, 'admin') || (viewer !== null && facts.panel.includes(viewer.id)),
  }
}

export default function ResultPage() {
  const { slug, title, zone, method, schedule, now, phase, freeze, result, desk, shown, progress, letter, mayAnswer } =
    useLoaderData<typeof loader>()
  const winner = result?.lines.find(({ finding }) => finding === 'wins')
  return (
    <Page
      width="wide"
      kicker={m.jury_result_title()}
      title={title}
      back={{ to: links.contest(slug), label: title }}
      actions={
        <>
          {result && <ButtonLink to={links.checkResult(slug)}>{m.voting_check_title()}</ButtonLink>}
          {result && mayAnswer && <ButtonLink to={links.answers(slug)}>{m.jury_answers_title()}</ButtonLink>}
          {result?.runId && (
            <ButtonLink look="primary" to={links.run(result.runId)}>
              {m.jury_result_follow_run()}
            </ButtonLink>
          )}
        </>
      }
      lead={
        result &&
        (winner
          ? m.jury_result_winner({
              title: winner.entry.title,
              designer: byline(winner.entry.authors),
            })
          : m.jury_result_no_production())
      }
    >
      <ContestRail schedule={schedule} zone={zone} now={now} />
      {result && shown ? (
        <>
          <PublishedResult
            result={result}
            shown={shown}
            slug={slug}
            method={method}
            letter={letter}
            zone={zone}
            now={now}
          />
          {desk && <Integrity desk={desk} />}
        </>
      ) : (
        <SealedResult phase={phase} freeze={freeze} progress={progress} zone={zone} />
      )}
    </Page>
  )
}
