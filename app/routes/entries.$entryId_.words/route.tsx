import type { ActionFunctionArgs } from '@remix-run/node'
import { findEntryEdit } from '#app/entries/entry-edits.server.ts'
import { readFields } from '#app/http/read-form.server.ts'
import { notFound } from '#app/http/respond.server.ts'
import { requireMember } from '#app/http/viewer.server.ts'
import { keepWords } from '../entries.$entryId_.edit/keep-typed.server.ts'
import type { SavedAnswer } from '../entries.$entryId_.edit/use-saving.ts'

/** There is nothing to read here. */
export function loader() {
  throw notFound()
}

/** The words alone, as the page sends them by itself while they are being written. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const designer = await requireMember(context, request)
  const begunAt = context.clock()
  const entryId = params.entryId ?? ''
  const fields = await readFields(request)
  const edit = await findEntryEdit(context.db, { entryId, designer }, begunAt)
  if (!edit) throw notFound()
  const { savedAt, errors, status } = await keepWords(context, { edit, designer, begunAt, fields })
  const after = await findEntryEdit(context.db, { entryId, designer }, context.clock())
  return Response.json({ savedAt, errors, missing: after?.missing ?? [] } satisfies SavedAnswer, { status })
}
