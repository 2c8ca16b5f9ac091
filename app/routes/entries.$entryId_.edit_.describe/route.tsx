import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { describeLatePictures } from '#app/entries/describe-late-pictures.server.ts'
import { lateAltsSchema } from '#app/entries/entry.ts'
import { findEntryEdit } from '#app/entries/entry-edits.server.ts'
import { links } from '#app/http/links.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { formRefused, notFound, redirectWithFlash, refuse } from '#app/http/respond.server.ts'
import { requireMember } from '#app/http/viewer.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { loadEditPage } from '../entries.$entryId_.edit/edit-page.server.ts'
import { EditPage, editPageMeta } from '../entries.$entryId_.edit/edit-page.tsx'

export function loader(args: LoaderFunctionArgs) {
  return loadEditPage(args)
}

/** The words for pictures whose upload finished after the deadline, on an entry that changes no more. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const designer = await requireMember(context, request)
  const entryId = params.entryId ?? ''
  const edit = await findEntryEdit(context.db, { entryId, designer }, context.clock())
  if (!edit) throw notFound()
  const form = await readForm(request, lateAltsSchema(edit.toDescribe))
  if (!form.ok) return formRefused(form)
  const outcome = await describeLatePictures(context.db, { entryId, designer, alts: form.value }, context.clock())
  if (!outcome.ok) return refuse(outcome.refusal, { typed: form.typed })
  return redirectWithFlash(links.entry(entryId), m.entries_described_flash())
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => editPageMeta(matches, data)

export default EditPage
