import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { notFound } from '#app/http/respond.server.ts'
import { sendPicture } from '#app/http/send-picture.server.ts'
import { requireViewer } from '#app/http/viewer.server.ts'
import { findOriginal } from '#app/images/pictures.server.ts'
import { mayHaveOriginal } from '#app/production/picture-audience.server.ts'

/**
 * The untouched file, to save. Its name says nothing about who made it: the jury works without authors. Where the store has an
 * address of its own for it, its many bytes come from there; renditions never do, since a browser keeps those by our address.
 */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { pictureId = '' } = params
  const { db, clock, pictures } = context
  const viewer = await requireViewer(context, request)
  const original = await findOriginal(db, pictureId)
  if (!original || !(await mayHaveOriginal(db, { pictureId, viewer }, clock()))) return notFound()
  const elsewhere = await pictures.store.address(original.key)
  if (elsewhere) return redirect(elsewhere, { headers: { 'Cache-Control': 'private, no-store' } })
  const options = { tag: original.sha256, isPublic: false, saveAs: `${pictureId}.${original.format}` }
  return sendPicture(request, pictures.store, original, options)
}
