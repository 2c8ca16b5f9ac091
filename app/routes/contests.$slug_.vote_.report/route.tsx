import type { ActionFunctionArgs } from '@remix-run/node'
import { links } from '#app/http/links.ts'
import { redirectWithFlash } from '#app/http/respond.server.ts'
import { takeReport } from '#app/http/take-report.server.ts'
import { requireViewer } from '#app/http/viewer.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { reportSchema } from '#app/moderation/report.ts'
import { entryFormSchema } from '#app/voting/ballot.ts'
import { actInBooth } from '../contests.$slug_.vote/booth-view.server.ts'

export { Booth as default } from '../contests.$slug_.vote/booth.tsx'
export { BoothFailed as ErrorBoundary } from '../contests.$slug_.vote/booth-failed.tsx'
export { boothHandle as handle } from '../contests.$slug_.vote/booth-handle.ts'
export { loadBooth as loader } from '../contests.$slug_.vote/booth-view.server.ts'

export async function action(args: ActionFunctionArgs) {
  const { request, context, params } = args
  const reporter = await requireViewer(context, request)
  const answer = await actInBooth(args, reporter, entryFormSchema.and(reportSchema), (report) =>
    takeReport(context, { ...report, reporter }),
  )
  if (!(answer instanceof Response)) return answer
  return redirectWithFlash(links.booth(params.slug ?? ''), m.voting_report_sent())
}
