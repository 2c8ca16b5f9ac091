import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findContestFacts } from '#app/contests/contests.server.ts'
import { phaseAt } from '#app/contests/schedule.ts'
import { findGalleryPage } from '#app/entries/gallery-entries.server.ts'
import { links } from '#app/http/links.ts'
import { notFound } from '#app/http/respond.server.ts'
import { findViewer } from '#app/http/viewer.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { Page } from '#app/ui/page.tsx'
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
  return { contest: { slug, title, zone, opensAt, phase }, gallery, now: now.toISOString() }
}

export type GalleryData = Awaited<ReturnType<typeof loader>>

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? m.entries_gallery_title({ contest: data.contest.title }) : '' },
]

export default function Gallery() {
  const { contest, gallery, now } = useLoaderData<typeof loader>()
  return (
    <Page
      width="wide"
      kicker={m.entries_gallery()}
      title={contest.title}
      back={{ to: links.contest(contest.slug), label: m.entries_back_to_brief() }}
      lead={gallery && <GalleryLead phase={contest.phase} total={gallery.total} />}
      actions={<GalleryActs contest={contest} />}
    >
      {gallery ? <GalleryWall contest={contest} gallery={gallery} /> : <SealedGallery contest={contest} now={now} />}
    </Page>
  )
}
