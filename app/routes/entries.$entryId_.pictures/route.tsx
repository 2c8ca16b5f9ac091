import type { ActionFunctionArgs } from '@remix-run/node'
import { findEntryEdit } from '#app/entries/entry-edits.server.ts'
import { foresee } from '#app/http/limit.server.ts'
import { uploadRefusalInWords } from '#app/http/picture-refusals.ts'
import { withUpload } from '#app/http/read-upload.server.ts'
import { notFound } from '#app/http/respond.server.ts'
import { requireMember } from '#app/http/viewer.server.ts'
import { refused } from '#app/outcome.ts'
import { type NotTaken, takePictureOrSay } from '../entries.$entryId_.edit/keep-typed.server.ts'

/** There is nothing to read here. */
export function loader() {
  throw notFound()
}

/** One picture, sent by the page's script so that it can show how far it is. The same as the plain form, one file at a time. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const designer = await requireMember(context, request)
  const begunAt = context.clock()
  const entryId = params.entryId ?? ''
  // Before anything of the picture is read.
  if (!(await findEntryEdit(context.db, { entryId, designer }, begunAt))) throw notFound()
  const wait = await foresee(context, ['uploadPerPerson', designer.id])
  if (wait) return notTaken(wait)
  return withUpload(context, request, { sentBy: designer.id, filesMost: 1 }, async (reading) => {
    const [file] = reading.ok ? reading.files : []
    const taken = reading.ok
      ? file
        ? await takePictureOrSay(context, { entryId, designer, begunAt, path: file.path })
        : refused(uploadRefusalInWords('malformed', 1))
      : refused(uploadRefusalInWords(reading.reason, 1))
    if (taken.ok) return Response.json({ sentence: null }, { status: 201 })
    return notTaken(taken.refusal)
  })
}

function notTaken({ status, sentence, seconds }: NotTaken): Response {
  const headers: HeadersInit = seconds === undefined ? {} : { 'Retry-After': String(seconds) }
  return Response.json({ sentence }, { status, headers })
}
