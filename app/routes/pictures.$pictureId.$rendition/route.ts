import type { LoaderFunctionArgs } from '@remix-run/node'
import { notFound } from '#app/http/respond.server.ts'
import { sendPicture } from '#app/http/send-picture.server.ts'
import { findViewer } from '#app/http/viewer.server.ts'
import { isRenditionName } from '#app/images/picture.ts'
import { findRendition } from '#app/images/pictures.server.ts'
import { findPictureAudience } from '#app/production/picture-audience.server.ts'

/** A picture as pages show it, to those who may see it now; to others it does not exist. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { pictureId = '', rendition = '' } = params
  const { db, clock, pictures } = context
  const file = isRenditionName(rendition) ? await findRendition(db, pictureId, rendition) : null
  if (!file) return notFound()
  const viewer = await findViewer(context, request)
  const audience = await findPictureAudience(db, { pictureId, viewer }, clock())
  if (audience === 'nobody') return notFound()
  const options = { tag: `${pictureId}-${rendition}-${file.digest}`, isPublic: audience === 'everyone' }
  return sendPicture(request, pictures.store, file, options)
}
