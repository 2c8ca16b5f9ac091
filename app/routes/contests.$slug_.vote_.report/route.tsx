import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { links } from '#app/http/links.ts'
import { redirectWithFlash } from '#app/http/respond.server.ts'
import { takeReport } from '#app/http/take-report.server.ts'
import { requireViewer } from '#app/http/viewer.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { reportSchema } from '#app/moderation/report.ts'
import type { PageHandle } from '#app/ui/page-handle.ts'
import { entryFormSchema } from '#app/voting/ballot.ts'
import { Booth } from '../contests.$slug_.vote/booth.tsx'
import { BoothFailed } from '../contests.$slug_.vote/booth-failed.tsx'
import { actInBooth, loadBooth } from '../contests.$slug_.vote/booth-view.server.ts'

export const handle = { surround: 'lamp', shell: 'bare' } satisfies PageHandle

export function loader(args: LoaderFunctionArgs) {
  return loadBooth(args)
}

export async function action(args: ActionFunctionArgs) {
  const { request, context, params } = args
  const reporter = await requireViewer(context, request)
  const answer = await actInBooth(args, reporter, entryFormSchema.and(reportSchema), (report) =>
    takeReport(context, { ...report, reporter }),
  )
  if (!(answer instanceof Response)) return answer
  return redirectWithFlash(links.booth(params.slug ?? ''), m.voting_report_sent())
}

export default function ReportRoute() {
  return <Booth />
}

export function ErrorBoundary() {
  return <BoothFailed />
}
