import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { withdrawEntry } from '#app/entries/withdraw-entry.server.ts'
import { links } from '#app/http/links.ts'
import { notFound, redirectWithFlash, refuse } from '#app/http/respond.server.ts'
import { requireMember } from '#app/http/viewer.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { discardPictures } from '#app/images/discard-picture.server.ts'
import { recordEntryGone } from '#app/voting/record-entry-gone.server.ts'
import { loadEditPage } from '../entries.$entryId_.edit/edit-page.server.ts'
import { EditPage, editPageMeta } from '../entries.$entryId_.edit/edit-page.tsx'

export function loader(args: LoaderFunctionArgs) {
  return loadEditPage(args)
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const designer = await requireMember(context, request)
  const outcome = await withdrawEntry(
    context.db,
    { entryId: params.entryId ?? '', designer, steps: [recordEntryGone] },
    context.clock(),
  )
  if (outcome.ok) {
    await discardPictures(context.db, context.pictures.store, outcome.value)
    return redirectWithFlash(links.myEntries(), m.entries_withdrawn_flash())
  }
  if (outcome.refusal === 'entry-not-found') throw notFound()
  return refuse(outcome.refusal)
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => editPageMeta(matches, data)

export default EditPage
