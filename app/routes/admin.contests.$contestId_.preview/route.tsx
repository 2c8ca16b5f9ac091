import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findHeadPicture, findPublishable } from '#app/contests/briefs.server.ts'
import { listPanel } from '#app/contests/panel-seats.server.ts'
import { phaseAt } from '#app/contests/schedule.ts'
import { links } from '#app/http/links.ts'
import { notFound } from '#app/http/respond.server.ts'
import { requireRole } from '#app/http/viewer.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { BriefArticle } from '#app/ui/brief-article.tsx'
import { briefHtml } from '#app/ui/brief-html.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { ContestRail } from '#app/ui/contest-rail.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  await requireRole(context, request, 'admin')
  const now = context.clock()
  const contestId = params.contestId ?? ''
  const draft = await findPublishable(context.db, contestId)
  if (!draft) throw notFound()
  const panel = await listPanel(context.db, contestId)
  return {
    now: now.toISOString(),
    contestId,
    brief: draft.brief,
    html: briefHtml(draft.brief),
    schedule: draft.schedule,
    isDraft: phaseAt(draft.schedule, now) === 'draft',
    head: await findHeadPicture(context.db, contestId),
    panel: panel.map(({ name, mayClose }) => ({ name, mayClose })),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, {
    title: data ? `${m.contests_admin_preview()} · ${data.brief.title}` : m.contests_admin_preview(),
  })

export default function PreviewContest() {
  const { contestId, brief, html, head, panel, schedule, now, isDraft } = useLoaderData<typeof loader>()
  return (
    <div className="gutter mx-auto w-full max-w-wide pt-2 pb-24">
      <Notice
        title={isDraft ? m.contests_preview_title() : m.contests_preview_published()}
        actions={
          <>
            <ButtonLink to={links.editContest(contestId)} size="small" icon="back">
              {m.contests_preview_back()}
            </ButtonLink>
            {isDraft && (
              <ButtonLink to={links.publishContest(contestId)} size="small">
                {m.contests_preview_publish()}
              </ButtonLink>
            )}
          </>
        }
      />
      <BriefArticle
        brief={brief}
        html={html}
        head={head}
        panel={panel}
        rail={<ContestRail schedule={schedule} zone={brief.zone} now={now} />}
      />
    </div>
  )
}
