import type { ActionFunctionArgs } from '@remix-run/node'
import { findRoomForArtwork } from '#app/entries/artwork-room.server.ts'
import { foresee, spend } from '#app/http/limit.server.ts'
import { links } from '#app/http/links.ts'
import { pictureRefusalInWords, uploadRefusalInWords } from '#app/http/picture-refusals.ts'
import { notFound } from '#app/http/respond.server.ts'
import { noRoom, readBytes, uploadRefused, uploadStands } from '#app/http/upload-pieces.server.ts'
import { requireMember } from '#app/http/viewer.server.ts'
import { PICTURE_BYTES_MOST } from '#app/images/picture.ts'
import { sayWhyNot } from '../entries.$entryId_.edit/keep-typed.server.ts'

/** An entry's most, once over. */
const OWN_BYTES_MOST = 6 * PICTURE_BYTES_MOST

/** There is nothing to read here. */
export function loader() {
  throw notFound()
}

/** Begins an upload that arrives in pieces. Whatever can be refused before a byte of the picture is sent is refused here. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const designer = await requireMember(context, request)
  const begunAt = context.clock()
  const own = { entryId: params.entryId ?? '', designer, begunAt }
  const room = await findRoomForArtwork(context.db, own, begunAt)
  if (!room.ok && room.refusal === 'entry-not-found') throw notFound()
  const wait =
    (await foresee(context, ['uploadPerPerson', designer.id])) ??
    (await spend(context, [['writePerPerson', designer.id]]))
  if (wait) return uploadRefused(wait)
  if (!room.ok) return uploadRefused(await sayWhyNot(context, own, room.refusal))
  const bytes = readBytes(request, 'Upload-Length')
  if (!bytes) return uploadRefused(uploadRefusalInWords('malformed', 1))
  if (bytes > PICTURE_BYTES_MOST) {
    return uploadRefused(pictureRefusalInWords({ reason: 'too-many-bytes', most: PICTURE_BYTES_MOST }))
  }
  const { entryId } = own
  const upload = { ownerId: designer.id, kind: 'picture', subjectId: entryId, bytes } as const
  const begun = await context.unfinishedUploads.begin({ ...upload, ownBytesMost: OWN_BYTES_MOST }, begunAt)
  if (!begun.ok) return uploadRefused(noRoom())
  return uploadStands(begun.value, { status: 201, offset: 0, location: links.entryUpload(entryId, begun.value.id) })
}
