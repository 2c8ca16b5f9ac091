import type { ActionFunctionArgs } from '@remix-run/node'
import { orderSchema } from '#app/entries/entry.ts'
import { orderArtworks } from '#app/entries/order-artworks.server.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { inWords } from '#app/http/refusals.ts'
import { notFound } from '#app/http/respond.server.ts'
import { requireMember } from '#app/http/viewer.server.ts'

/** There is nothing to read here. */
export function loader() {
  throw notFound()
}

/** The same as the buttons that move a picture, for the page’s script, which has moved it before the eyes already. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const designer = await requireMember(context, request)
  const reading = await readForm(request, orderSchema)
  const { entryId = '' } = params
  if (!reading.ok) {
    return Response.json({ sentence: Object.values(reading.errors).flat().join(' ') }, { status: 422 })
  }
  const outcome = await orderArtworks(context.db, { entryId, designer, ...reading.value }, context.clock())
  if (outcome.ok) return Response.json(outcome.value)
  if (outcome.refusal === 'entry-not-found') throw notFound()
  const { status, sentence } = inWords(outcome.refusal)
  return Response.json({ sentence }, { status })
}
