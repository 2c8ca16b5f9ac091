import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { chooseGround, groundSchema } from '#app/entries/choose-ground.server.ts'
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
  const { entryId = '', artworkId = '' } = params
  const reading = await readForm(request, groundSchema)
  if (!reading.ok) return formRefused(reading)
  const { ground } = reading.value
  const outcome = await chooseGround(context.db, { entryId, artworkId, designer, ground }, context.clock())
  if (outcome.ok) return redirectWithFlash(links.editEntry(entryId), m.entries_ground_flash())
  if (outcome.refusal === 'entry-not-found') throw notFound()
  return refuse(outcome.refusal, { field: 'pictures' })
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => editPageMeta(matches, data)

export default EditPage
