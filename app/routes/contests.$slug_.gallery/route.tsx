import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findContestFacts } from '#app/contests/contests.server.ts'
import { phaseAt } from '#app/contests/schedule.ts'
import { findGalleryPage } from '#app/entries/gallery-entries.server.ts'
import { links } from '#app/http/links.ts'
import { notFound } from '#app/http/respond.server.ts'
import { findViewer } from '#app/http/viewer.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { ContestRail } from '#app/ui/contest-rail.tsx'
import { Page } from '#app/ui/page.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { GalleryActs } from './gallery-acts.tsx'
import { GalleryLead } from './gallery-lead.tsx'
import { GalleryWall } from './gallery-wall.tsx'
import { SealedGallery } from './sealed-gallery.tsx'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const now = context.clock()
  const contest = await findContestFacts(context.db, { slug: params.slug ?? '' })
  const phase = contest && phaseAt(contest.schedule, now)
  if (!contest || !phase || phase === 'draft') throw notFound()
  const viewer = await findViewer(context, request)
  const page = Number(new URL(request.url).searchParams.get('page') ?? 1)
  const gallery = await findGalleryPage(context.db, { contest, viewer, page }, now)
  const { slug, title, zone, opensAt } = contest.contest
  return { contest: { slug, title, zone, opensAt, phase }, schedule: contest.schedule, gallery, now: now.toISOString() }
}

export type GalleryData = Awaited<ReturnType<typeof loader>>

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, { title: data ? m.entries_gallery_title({ contest: data.contest.title }) : '' })

export default function Gallery() {
  const { contest, schedule, gallery, now } = useLoaderData<typeof loader>()
  return (
    <Page
      width="wide"
      kicker={m.entries_gallery()}
      title={contest.title}
      back={{ to: links.contest(contest.slug), label: m.entries_back_to_brief() }}
      lead={gallery && gallery.total > 0 && <GalleryLead phase={contest.phase} total={gallery.total} />}
    >
      <div className="mb-10">
        <ContestRail schedule={schedule} zone={contest.zone} now={now} act={<GalleryActs contest={contest} />} />
      </div>
      {gallery ? <GalleryWall contest={contest} gallery={gallery} /> : <SealedGallery contest={contest} now={now} />}
    </Page>
  )
}
