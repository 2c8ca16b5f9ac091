import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { spend } from '#app/http/limit.server.ts'
import { links } from '#app/http/links.ts'
import { inWords } from '#app/http/refusals.ts'
import { notFound, redirectWithFlash } from '#app/http/respond.server.ts'
import { sendArchive } from '#app/http/send-archive.server.ts'
import { requireRole } from '#app/http/viewer.server.ts'
import { exportRunOriginals } from '#app/production/export-run-originals.server.ts'

/** There is nothing to read here; the run's page has the button. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  await requireRole(context, request, 'producer')
  return redirect(links.run(params.runId ?? ''))
}

/** By POST, because it is recorded. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const viewer = await requireRole(context, request, 'producer')
  const runId = params.runId ?? ''
  const now = context.clock()
  const wait = await spend(context, [['exportPerPerson', viewer.id]])
  if (wait) return redirectWithFlash(links.run(runId), wait.sentence, { tone: 'danger' })
  const exported = await exportRunOriginals(context.db, { runId, viewer }, now)
  if (!exported.ok && exported.refusal === 'no-such-run') throw notFound()
  if (!exported.ok) return redirectWithFlash(links.run(runId), inWords(exported.refusal).sentence, { tone: 'danger' })
  return sendArchive(context.pictures.store, { files: exported.value, saveAs: `placet-${runId}`, now })
}
