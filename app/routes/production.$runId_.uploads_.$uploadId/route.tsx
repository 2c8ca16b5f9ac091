import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { takePiece, uploadStands } from '#app/http/upload-pieces.server.ts'
import { findOwnUpload } from '../production.$runId_.file/may-hand-in.server.ts'

/** Where it stands: asked with HEAD after a lost connection, so that nothing is sent twice. */
export async function loader(args: LoaderFunctionArgs) {
  const { upload } = await findOwnUpload(args)
  return uploadStands(upload, { status: 200, offset: await args.context.unfinishedUploads.arrived(upload) })
}

export async function action(args: ActionFunctionArgs) {
  const { upload, whyNot } = await findOwnUpload(args)
  return takePiece({ request: args.request, uploads: args.context.unfinishedUploads, upload, whyNot })
}
