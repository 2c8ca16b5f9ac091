import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { requireSeat } from '#app/http/jury-guard.server.ts'
import { spend } from '#app/http/limit.server.ts'
import { links } from '#app/http/links.ts'
import { inWords } from '#app/http/refusals.ts'
import { redirectWithFlash } from '#app/http/respond.server.ts'
import { sendArchive } from '#app/http/send-archive.server.ts'
import { exportPanelPictures } from '#app/jury/export-panel-pictures.server.ts'

/** There is nothing to read here but for who sits on this panel. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { facts } = await requireSeat(context, request, params.slug)
  return redirect(links.juryRoom(facts.contest.slug))
}

/** By POST, because it is recorded, and so that no other site can make a browser fetch gigabytes. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const { viewer, facts } = await requireSeat(context, request, params.slug)
  const { slug } = facts.contest
  const now = context.clock()
  const wait = await spend(context, [['exportPerPerson', viewer.id]])
  if (wait) return redirectWithFlash(links.juryRoom(slug), wait.sentence, { tone: 'danger' })
  const exported = await exportPanelPictures(context.db, { facts, viewer }, now)
  if (!exported.ok)
    return redirectWithFlash(links.juryRoom(slug), inWords(exported.refusal).sentence, { tone: 'danger' })
  return sendArchive(context.pictures.store, { files: exported.value.files, saveAs: `placet-${slug}`, now })
}
