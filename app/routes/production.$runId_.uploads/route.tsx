import type { ActionFunctionArgs } from '@remix-run/node'
import { foresee, spend } from '#app/http/limit.server.ts'
import { links } from '#app/http/links.ts'
import { inWords } from '#app/http/refusals.ts'
import { notFound } from '#app/http/respond.server.ts'
import { noRoom, readBytes, uploadRefused, uploadStands } from '#app/http/upload-pieces.server.ts'
import { requireViewer } from '#app/http/viewer.server.ts'
import { PRODUCTION_FILE_BYTES_MOST } from '#app/production/production-file.ts'
import { askFirst } from '../production.$runId_.file/may-hand-in.server.ts'

/** There is nothing to read here. */
export function loader() {
  throw notFound()
}

/** Begins a production file that arrives in pieces. Whatever can be refused before a byte of it is sent is refused here. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const runId = params.runId ?? ''
  const { refusal } = await askFirst(context, runId, viewer)
  const wait =
    (await foresee(context, ['productionFilePerPerson', viewer.id])) ??
    (await spend(context, [['writePerPerson', viewer.id]]))
  if (wait) return uploadRefused(wait)
  if (refusal) return uploadRefused(inWords(refusal))
  const bytes = readBytes(request, 'Upload-Length')
  if (!bytes) return uploadRefused(inWords('file-empty'))
  if (bytes > PRODUCTION_FILE_BYTES_MOST) return uploadRefused(inWords('file-too-large'))
  const upload = { ownerId: viewer.id, kind: 'production-file', subjectId: runId, bytes } as const
  const wanted = { ...upload, ownBytesMost: PRODUCTION_FILE_BYTES_MOST }
  const begun = await context.unfinishedUploads.begin(wanted, context.clock())
  if (!begun.ok) return uploadRefused(noRoom())
  return uploadStands(begun.value, { status: 201, offset: 0, location: links.productionUpload(runId, begun.value.id) })
}
