import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { exportOwnOriginals } from '#app/entries/export-own-originals.server.ts'
import { spend } from '#app/http/limit.server.ts'
import { links } from '#app/http/links.ts'
import { inWords } from '#app/http/refusals.ts'
import { redirectWithFlash } from '#app/http/respond.server.ts'
import { sendArchive } from '#app/http/send-archive.server.ts'
import { requireViewer } from '#app/http/viewer.server.ts'

export function loader() {
  return redirect(links.accountData())
}

/** By POST, because it is recorded. */
export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const now = context.clock()
  const wait = await spend(context, [['exportPerPerson', viewer.id]])
  if (wait) return redirectWithFlash(links.accountData(), wait.sentence, { tone: 'danger' })
  const exported = await exportOwnOriginals(context.db, { designerId: viewer.id }, now)
  if (!exported.ok)
    return redirectWithFlash(links.accountData(), inWords(exported.refusal).sentence, { tone: 'danger' })
  return sendArchive(context.pictures.store, { files: exported.value, saveAs: `placet-${viewer.handle}`, now })
}
