import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { findRoomForArtwork } from '#app/entries/artwork-room.server.ts'
import { notFound } from '#app/http/respond.server.ts'
import { takePiece, uploadStands } from '#app/http/upload-pieces.server.ts'
import { requireMember } from '#app/http/viewer.server.ts'
import { sayWhyNot } from '../entries.$entryId_.edit/keep-typed.server.ts'

/** Where it stands: asked with HEAD after a lost connection, so that nothing is sent twice. */
export async function loader(args: LoaderFunctionArgs) {
  const { upload } = await findUpload(args)
  return uploadStands(upload, { status: 200, offset: await args.context.unfinishedUploads.arrived(upload) })
}

export async function action(args: ActionFunctionArgs) {
  const { upload, own } = await findUpload(args)
  const { request, context } = args
  const whyNot = async () => {
    const room = await findRoomForArtwork(context.db, own, context.clock())
    return room.ok ? null : sayWhyNot(context, own, room.refusal)
  }
  return takePiece({ request, uploads: context.unfinishedUploads, upload, whyNot })
}

async function findUpload({ request, params, context }: LoaderFunctionArgs) {
  const designer = await requireMember(context, request)
  const { entryId = '', uploadId = '' } = params
  const whose = { id: uploadId, ownerId: designer.id, kind: 'picture', subjectId: entryId } as const
  const upload = await context.unfinishedUploads.find(whose, context.clock())
  if (!upload) throw notFound()
  return { upload, own: { entryId, designer, begunAt: upload.begunAt } }
}
