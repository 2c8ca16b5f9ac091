import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { findRoomForArtwork } from '#app/entries/artwork-room.server.ts'
import { uploadRefusalInWords } from '#app/http/picture-refusals.ts'
import { notFound } from '#app/http/respond.server.ts'
import { readBytes, uploadRefused, uploadStands } from '#app/http/upload-pieces.server.ts'
import { requireMember } from '#app/http/viewer.server.ts'
import { sayWhyNot } from '../entries.$entryId_.edit/keep-typed.server.ts'

/** Where it stands: asked with HEAD after a lost connection, so that nothing is sent twice. */
export async function loader(args: LoaderFunctionArgs) {
  const { upload } = await findUpload(args)
  return uploadStands(upload, { status: 200, offset: await args.context.unfinishedUploads.arrived(upload) })
}

/** PATCH brings the next piece, DELETE ends the upload. */
export async function action(args: ActionFunctionArgs) {
  const { upload, own } = await findUpload(args)
  const { request, context } = args
  const { unfinishedUploads } = context
  if (request.method === 'DELETE') {
    await unfinishedUploads.end(upload)
    return new Response(null, { status: 204 })
  }
  const offset = readBytes(request, 'Upload-Offset')
  if (request.method !== 'PATCH' || offset === null || !request.body) {
    return uploadRefused(uploadRefusalInWords('malformed', 1))
  }
  const room = await findRoomForArtwork(context.db, own, context.clock())
  if (!room.ok) return uploadRefused(await sayWhyNot(context, own, room.refusal))
  const appended = await unfinishedUploads.append(upload, { offset, body: request.body })
  if (appended.ok) return uploadStands(upload, { status: 204, offset: appended.value })
  if (appended.refusal === 'past-the-end') return uploadRefused(uploadRefusalInWords('too-large', 1))
  return uploadStands(upload, { status: 409, offset: await unfinishedUploads.arrived(upload) })
}

async function findUpload({ request, params, context }: LoaderFunctionArgs) {
  const designer = await requireMember(context, request)
  const { entryId = '', uploadId = '' } = params
  const whose = { id: uploadId, ownerId: designer.id, entryId }
  const upload = await context.unfinishedUploads.find(whose, context.clock())
  if (!upload) throw notFound()
  return { upload, own: { entryId, designer, begunAt: upload.begunAt } }
}
