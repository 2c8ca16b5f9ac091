import type { ActionFunctionArgs } from '@remix-run/node'
import { notFound } from '#app/http/respond.server.ts'
import { uploadStands, verdictAnswered } from '#app/http/upload-pieces.server.ts'
import { requireMember } from '#app/http/viewer.server.ts'
import type { Judge } from '#app/images/unfinished-upload.ts'
import { type NotTaken, takePictureOrSay } from '../entries.$entryId_.edit/keep-typed.server.ts'

/** There is nothing to read here. */
export function loader() {
  throw notFound()
}

/**
 * All has arrived: it is judged and taken like a file of the plain form. A step of its own, so that pictures sent at the same time are hung
 * in the order in which they were chosen, and so that who lost the answer asks again without sending anything.
 */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const designer = await requireMember(context, request)
  const { entryId = '', uploadId = '' } = params
  const { unfinishedUploads } = context
  const whose = { id: uploadId, ownerId: designer.id, kind: 'picture', subjectId: entryId } as const
  const upload = await unfinishedUploads.find(whose, context.clock())
  if (!upload) throw notFound()
  let seconds: number | undefined
  const judge: Judge = async (path, begunBefore) => {
    const taken = await takePictureOrSay(context, { entryId, designer, begunAt: upload.begunAt, path })
    if (taken.ok) return { verdict: { status: 201, sentence: null, made: taken.value }, passing: false }
    const { status, sentence, refusal } = taken.refusal
    // It is this very picture that hangs there already.
    if (begunBefore && refusal === 'picture-already-in-entry') {
      return { verdict: { status: 201, sentence: null, made: null }, passing: false }
    }
    seconds = taken.refusal.seconds
    return { verdict: { status, sentence, made: null }, passing: mayPass(taken.refusal) }
  }
  const verdict = await unfinishedUploads.finish(upload, judge)
  if (!verdict) return uploadStands(upload, { status: 409, offset: await unfinishedUploads.arrived(upload) })
  return verdictAnswered(verdict, seconds)
}

/** What is wrong with the file stays wrong; a full house, a full entry and a limit may not. */
function mayPass({ status, refusal }: NotTaken): boolean {
  if (status === 429 || status === 503) return true
  return typeof refusal === 'string' && refusal !== 'picture-already-in-entry'
}
