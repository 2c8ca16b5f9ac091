import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { submitEntry } from '#app/entries/submit-entry.server.ts'
import { links } from '#app/http/links.ts'
import { formRefused, redirectWithFlash, refuse } from '#app/http/respond.server.ts'
import { requireMember } from '#app/http/viewer.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { loadEditPage } from '../entries.$entryId_.edit/edit-page.server.ts'
import { EditPage, editPageMeta } from '../entries.$entryId_.edit/edit-page.tsx'
import { keepTyped } from '../entries.$entryId_.edit/keep-typed.server.ts'

export function loader(args: LoaderFunctionArgs) {
  return loadEditPage(args)
}

/** Comes with everything on the page, so that nobody loses the sentence they wrote last; it is kept before it is judged. */
export async function action(args: ActionFunctionArgs) {
  const { context, params } = args
  const designer = await requireMember(context, args.request)
  const begunAt = context.clock()
  const entryId = params.entryId ?? ''
  const kept = await keepTyped(args, designer)
  if (Object.keys(kept.errors).length > 0) return formRefused(kept, kept.status, kept.seconds)
  const outcome = await submitEntry(context.db, { entryId, designer, begunAt }, context.clock())
  // With the version that keeping them made, so that the page goes on from there.
  if (!outcome.ok) return refuse(outcome.refusal, { typed: kept.typed })
  return redirectWithFlash(links.entry(entryId), m.entries_submitted())
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => editPageMeta(matches, data)

export default EditPage
