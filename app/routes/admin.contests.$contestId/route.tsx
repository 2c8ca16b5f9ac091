import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { briefForm } from '#app/contests/brief.ts'
import { findHeadPicture, findPublishable } from '#app/contests/briefs.server.ts'
import { listZones } from '#app/contests/calendar.ts'
import { listPanel } from '#app/contests/panel-seats.server.ts'
import { reasonsNotToPublish } from '#app/contests/publishing.ts'
import { arrange } from '#app/contests/questions.ts'
import { saveBrief } from '#app/contests/save-brief.server.ts'
import { phaseAt } from '#app/contests/schedule.ts'
import { links } from '#app/http/links.ts'
import { uploadRefusalInWords } from '#app/http/picture-refusals.ts'
import { checkFields } from '#app/http/read-form.server.ts'
import { withUpload } from '#app/http/read-upload.server.ts'
import { formRefused, notFound, redirectWithFlash, refuse } from '#app/http/respond.server.ts'
import { typedText } from '#app/http/typed.ts'
import { requireRole } from '#app/http/viewer.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { briefHtml } from '#app/ui/brief-html.ts'
import { ContestAdminNav } from '#app/ui/contest-admin-nav.tsx'
import { Page } from '#app/ui/page.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { BriefEditor } from './brief-editor.tsx'
import { keepHeadPicture } from './keep-head-picture.server.ts'
import { LockedBrief } from './locked-brief.tsx'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  await requireRole(context, request, 'admin')
  const now = context.clock()
  const contestId = params.contestId ?? ''
  const draft = await findPublishable(context.db, contestId)
  if (!draft) throw notFound()
  const panel = await listPanel(context.db, contestId)
  return {
    contestId,
    slug: draft.schedule.publishedAt ? draft.slug : null,
    phase: phaseAt(draft.schedule, now),
    publishedAt: draft.schedule.publishedAt,
    updatedAt: draft.updatedAt,
    brief: draft.brief,
    html: briefHtml(draft.brief, 2),
    head: await findHeadPicture(context.db, contestId),
    panel: panel.map(({ name, mayClose }) => ({ name, mayClose })),
    missing: reasonsNotToPublish(draft, now).length,
    zones: listZones(draft.brief.zone),
  }
}

const HEAD_PICTURES = 1

/** The picture is kept first, whatever becomes of the text: nobody should have to choose it twice. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const admin = await requireRole(context, request, 'admin')
  const contestId = params.contestId ?? ''
  return withUpload(context, request, { sentBy: admin.id, filesMost: HEAD_PICTURES }, async (reading) => {
    const { fields: typed } = reading
    if (!reading.ok) {
      const { sentence, status, seconds } = uploadRefusalInWords(reading.reason, HEAD_PICTURES)
      return formRefused({ errors: { headPicture: [sentence] }, typed }, status, seconds)
    }
    const picture = await keepHeadPicture(context, { contestId, file: reading.files[0], setBy: admin.id })
    if (picture.kind === 'contest-refused') return refuse(picture.refusal, { typed })
    const form = checkFields(typed, briefForm)
    const errors = { ...picture.errors, ...(form.ok ? {} : form.errors) }
    if (!form.ok || picture.kind === 'picture-refused') return formRefused({ errors, typed }, picture.status)

    const arrangement = typedText(typed, 'arrange')
    const { questions } = form.value
    const brief = { ...form.value, questions: arrangement ? arrange(questions, arrangement) : questions }
    const seenAt = typedText(typed, 'seenAt') ?? ''
    const saved = await saveBrief(context.db, { contestId, brief, savedBy: admin.id, seenAt }, context.clock())
    if (!saved.ok) return refuse(saved.refusal, { typed })
    const edit = links.editContest(contestId)
    const preview = typedText(typed, 'then') === 'preview'
    const to = preview ? links.previewContest(contestId) : arrangement ? `${edit}#questions` : edit
    return redirectWithFlash(to, m.contests_draft_saved())
  })
}

/** After a refusal too: the picture may have been kept, and somebody else may have saved. */
export const shouldRevalidate = () => true

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => pageMeta(matches, { title: data?.brief.title })

export default function EditContest() {
  const contest = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  return (
    <Page title={contest.brief.title} back={{ to: links.admin(), label: m.contests_admin_title() }} width="wide">
      <ContestAdminNav contestId={contest.contestId} slug={contest.slug} phase={contest.phase} />
      {contest.phase === 'draft' ? (
        <BriefEditor {...contest} errors={refusal?.errors} typed={refusal?.typed} />
      ) : (
        <LockedBrief {...contest} errors={refusal?.errors} />
      )}
    </Page>
  )
}
