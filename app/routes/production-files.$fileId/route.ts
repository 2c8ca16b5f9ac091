import type { LoaderFunctionArgs } from '@remix-run/node'
import { notFound } from '#app/http/respond.server.ts'
import { sendPicture } from '#app/http/send-picture.server.ts'
import { requireViewer } from '#app/http/viewer.server.ts'
import { findProductionFile } from '#app/production/production-files.server.ts'

/**
 * A production file, to save and never to show: nobody here has looked inside. It always comes through this door, whatever the
 * store, because an address elsewhere would answer without these headers.
 */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const { fileId = '' } = params
  const file = await findProductionFile(context.db, { fileId, viewer })
  if (!file) return notFound()
  const { key, bytes, sha256, saveAs } = file
  const opaque = { key, bytes, mediaType: 'application/octet-stream' }
  return sendPicture(request, context.pictures.store, opaque, { tag: sha256, isPublic: false, saveAs })
}
