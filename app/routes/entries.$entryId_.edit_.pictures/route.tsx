import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { links } from '#app/http/links.ts'
import { formRefused, redirectWithFlash } from '#app/http/respond.server.ts'
import { requireMember } from '#app/http/viewer.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { loadEditPage } from '../entries.$entryId_.edit/edit-page.server.ts'
import { EditPage, editPageMeta } from '../entries.$entryId_.edit/edit-page.tsx'
import { keepTyped } from '../entries.$entryId_.edit/keep-typed.server.ts'

export function loader(args: LoaderFunctionArgs) {
  return loadEditPage(args)
}

/** Save and upload in one plain form: the words are kept whatever becomes of the pictures, and the other way round. */
export async function action(args: ActionFunctionArgs) {
  const designer = await requireMember(args.context, args.request)
  const kept = await keepTyped(args, designer)
  if (Object.keys(kept.errors).length > 0) return formRefused(kept, kept.status, kept.seconds)
  const sentence =
    kept.addedPictures > 0 ? m.entries_saved_with_pictures({ count: kept.addedPictures }) : m.entries_saved()
  return redirectWithFlash(links.editEntry(args.params.entryId ?? ''), sentence)
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => editPageMeta(matches, data)

export default EditPage
