import type { AppLoadContext, LoaderFunctionArgs } from '@remix-run/node'
import type { Viewer } from '#app/accounts/roles.ts'
import { inWords } from '#app/http/refusals.ts'
import { forbidden, notFound } from '#app/http/respond.server.ts'
import { requireViewer } from '#app/http/viewer.server.ts'
import { refuseHandIn } from '#app/production/hand-in-file.server.ts'
import { findRunFacts } from '#app/production/run-facts.server.ts'

/** Who may not hand in learns it from the guard; who may, but not now, from the page. */
export async function askFirst(context: AppLoadContext, runId: string, viewer: Viewer) {
  const facts = await findRunFacts(context.db, runId)
  const refusal = refuseHandIn(facts, viewer)
  if (refusal === 'no-such-run') throw notFound()
  if (refusal === 'not-yours-to-hand-in') throw forbidden(refusal)
  return { refusal }
}

/** An upload in pieces of the person's own, with the way to ask whether more of it is taken. */
export async function findOwnUpload({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const { runId = '', uploadId = '' } = params
  const whyNot = async () => {
    const { refusal } = await askFirst(context, runId, viewer)
    return refusal && inWords(refusal)
  }
  await whyNot()
  const whose = { id: uploadId, ownerId: viewer.id, kind: 'production-file', subjectId: runId } as const
  const upload = await context.unfinishedUploads.find(whose, context.clock())
  if (!upload) throw notFound()
  return { viewer, runId, upload, whyNot }
}
