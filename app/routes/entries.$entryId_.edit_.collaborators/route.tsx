import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { invitationSchema } from '#app/entries/entry.ts'
import { inviteCollaborator } from '#app/entries/invite-collaborator.server.ts'
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

export async function action({ request, params, context }: ActionFunctionArgs) {
  const designer = await requireMember(context, request)
  const entryId = params.entryId ?? ''
  const reading = await readForm(request, invitationSchema)
  if (!reading.ok) return formRefused(reading)
  const { handle } = reading.value
  const outcome = await inviteCollaborator(context.db, { entryId, designer, handle }, context.clock())
  if (outcome.ok) return redirectWithFlash(links.editEntry(entryId), m.entries_invited_flash({ handle }))
  if (outcome.refusal === 'entry-not-found') throw notFound()
  return refuse(outcome.refusal, { typed: reading.typed, field: 'handle' })
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => editPageMeta(matches, data)

export default EditPage
