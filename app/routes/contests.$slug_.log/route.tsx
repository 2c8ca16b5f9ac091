import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findContestFacts } from '#app/contests/contests.server.ts'
import { differenceOf } from '#app/contests/difference.ts'
import { findLogPage } from '#app/contests/public-log.server.ts'
import { listVersions } from '#app/contests/publications.server.ts'
import { maySee } from '#app/contests/seal.ts'
import { links } from '#app/http/links.ts'
import { notFound } from '#app/http/respond.server.ts'
import { findViewer } from '#app/http/viewer.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { ContestRail } from '#app/ui/contest-rail.tsx'
import { Page } from '#app/ui/page.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { Pager } from '#app/ui/pager.tsx'
import { Section } from '#app/ui/section.tsx'
import { findHeadsPage } from '#app/voting/published-heads.server.ts'
import { LogLines } from './log-lines.tsx'
import { PublishedHeads } from './published-heads.tsx'
import { Versions } from './versions.tsx'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const now = context.clock()
  const viewer = await findViewer(context, request)
  const facts = await findContestFacts(context.db, { slug: params.slug ?? '' })
  if (!facts?.schedule.publishedAt) throw notFound()
  const { searchParams } = new URL(request.url)
  const pageOf = (name: string) => Math.trunc(Number(searchParams.get(name)) || 1)
  const versions = await listVersions(context.db, facts.contest.id)
  return {
    now: now.toISOString(),
    title: facts.contest.title,
    slug: facts.contest.slug,
    zone: facts.contest.zone,
    schedule: facts.schedule,
    log: await findLogPage(context.db, { facts, viewer, page: pageOf('page') }, now),
    // How much happened and when, nothing of what.
    heads: maySee(viewer, 'participation', facts, now)
      ? await findHeadsPage(context.db, { contestId: facts.contest.id, page: pageOf('heads') })
      : null,
    changes: versions.slice(1).map((version, index) => ({
      version: version.version,
      at: version.publishedAt,
      by: version.publishedBy,
      summary: differenceOf(versions[index]?.summary ?? '', version.summary),
      brief: differenceOf(versions[index]?.brief ?? '', version.brief),
    })),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, { title: data ? `${m.contests_log_title()} · ${data.title}` : m.contests_log_title() })

export default function ContestLog() {
  const { title, slug, zone, schedule, now, log, heads, changes } = useLoaderData<typeof loader>()
  return (
    <Page title={m.contests_log_title()} lead={m.contests_log_lead()} back={{ to: links.contest(slug), label: title }}>
      <ContestRail schedule={schedule} zone={zone} now={now} />
      <div className="mt-12">
        <LogLines lines={log.lines} zone={zone} />
        <Pager page={log.page} pages={log.pages} hrefFor={(page) => `${links.contestLog(slug)}?page=${page}`} />
      </div>
      {heads && (
        <Section title={m.voting_heads_title()} lead={m.voting_heads_lead()} id="heads">
          <PublishedHeads {...heads} zone={zone} hrefFor={(page) => `${links.contestLog(slug)}?heads=${page}#heads`} />
        </Section>
      )}
      <Section title={m.contests_versions_title()} id="versions">
        <Versions changes={changes} zone={zone} />
      </Section>
    </Page>
  )
}
