import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { answerLikeness } from '#app/entries/answer-likeness.server.ts'
import { likenessAnswerSchema } from '#app/entries/likeness-answer.ts'
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

/** What the designer says about a picture that looks like somebody else’s. */
export async function action(args: ActionFunctionArgs) {
  const { request, params, context } = args
  const designer = await requireMember(context, request)
  const { entryId = '', artworkId = '' } = params
  await loadEditPage(args)
  const form = await readForm(request, likenessAnswerSchema)
  if (!form.ok) return formRefused(form)
  const outcome = await answerLikeness(context.db, { entryId, artworkId, designer, ...form.value }, context.clock())
  if (outcome.ok) return redirectWithFlash(links.editEntry(entryId), m.entries_likeness_flash())
  if (outcome.refusal === 'entry-not-found') throw notFound()
  return refuse(outcome.refusal, { typed: form.typed })
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => editPageMeta(matches, data)

export default EditPage
