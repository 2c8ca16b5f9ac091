import type { LoaderFunctionArgs } from '@remix-run/node'
import { findEntryEdit } from '#app/entries/entry-edits.server.ts'
import { notFound } from '#app/http/respond.server.ts'
import { requireMember } from '#app/http/viewer.server.ts'
import { renderMarkdown } from '#app/ui/markdown.ts'

/** What the page of an entry's making shows, at its own address and at each of its forms'. */
export async function loadEditPage({ request, params, context }: LoaderFunctionArgs) {
  const designer = await requireMember(context, request)
  const now = context.clock()
  const edit = await findEntryEdit(context.db, { entryId: params.entryId ?? '', designer }, now)
  if (!edit) throw notFound()
  const html = {
    story: renderMarkdown(edit.words.story),
    rightsTerms: renderMarkdown(edit.contest.rightsTerms, { topHeading: 3 }),
  }
  return { edit: { ...edit, html }, now: now.toISOString() }
}

/** What the page’s pieces are given; the texts that are only read come as HTML. */
export type ShownEdit = EditPageData['edit']
export type EditPageData = Awaited<ReturnType<typeof loadEditPage>>
